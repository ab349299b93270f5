import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '../../ui/Failure';
import { UnknownFilterNote } from '../../ui/UnknownFilters';
import type { LeadChoices } from './choices';
import type { FilterFault } from './useLeadFilter';

/** Why no leads are shown: a choice of the address could not be looked up, or means nothing. */
export function FaultNote({
  fault,
  onDrop,
}: {
  fault: FilterFault;
  onDrop(names: readonly (keyof LeadChoices)[]): void;
}) {
  const { t } = useTranslation('leads');
  const [params] = useSearchParams();
  if ('error' in fault) return <Failure error={fault.error} onRetry={fault.retry} />;
  const { unknown } = fault;
  return (
    <UnknownFilterNote
      filters={unknown.map((name) => {
        const what = t(name === 'state' ? 'table.state' : `filter.${name}`);
        return t('common:unknownFilter.value', { what, value: params.get(name) });
      })}
      drop={t('unknown.drop', { count: unknown.length })}
      onDrop={() => onDrop(unknown)}
    />
  );
}
