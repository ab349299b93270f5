import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { UnknownFilterNote } from '../../ui/UnknownFilters';
import type { DeskFault, DeskFilter } from './useDeskFilter';

/** Why no cards are shown: a choice of the address could not be looked up, or means nothing. */
export function DeskFaultNote({ fault, desk }: { fault: DeskFault; desk: Pick<DeskFilter, 'chosen' | 'drop'> }) {
  const { t } = useTranslation('desk');
  if ('error' in fault) return <Failure error={fault.error} onRetry={fault.retry} />;
  const { unknown } = fault;
  return (
    <UnknownFilterNote
      filters={unknown.map((name) => {
        const what = t(name === 'view' ? 'view.label' : `filter.${name}`);
        return t('common:unknownFilter.value', { what, value: desk.chosen[name] });
      })}
      drop={t('filter.drop', { count: unknown.length })}
      onDrop={() => desk.drop(unknown)}
    />
  );
}
