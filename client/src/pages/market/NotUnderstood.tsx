import { useTranslation } from 'react-i18next';
import { UnknownFilterNote } from '../../ui/UnknownFilters';
import { notUnderstood } from './notUnderstood';

/** Says which conditions of the address are none, so that nobody takes what is found for what was asked for. */
export default function NotUnderstood({ params, onDrop }: { params: URLSearchParams; onDrop(): void }) {
  const { t } = useTranslation('market');
  const filters = notUnderstood(params);
  if (filters.length === 0) return null;
  return (
    <UnknownFilterNote
      filters={filters}
      means={t('common:unknownFilter.leftAside', { count: filters.length })}
      onDrop={onDrop}
    />
  );
}
