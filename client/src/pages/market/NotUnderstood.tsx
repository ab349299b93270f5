import { useTranslation } from 'react-i18next';
import { useAddressChange } from '../../app/address';
import { UnknownFilterNote } from '../../ui/UnknownFilters';
import { readChoices, writeChoices } from './choices';
import { notUnderstood, withoutStrays } from './notUnderstood';

/** Says which conditions of the address are none, so that nobody takes what is found for what was asked for. */
export default function NotUnderstood({ params }: { params: URLSearchParams }) {
  const { t } = useTranslation('market');
  const changeAddress = useAddressChange();
  const filters = notUnderstood(params);
  if (filters.length === 0) return null;
  return (
    <UnknownFilterNote
      filters={filters}
      means={t('common:unknownFilter.leftAside', { count: filters.length })}
      onDrop={() => changeAddress((now) => withoutStrays(writeChoices(now, readChoices(now))), { replace: true })}
    />
  );
}
