import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '../../ui/Failure';
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
  return (
    <Alert role="alert" color="amber" variant="light" title={t('unknown.title')}>
      {fault.unknown.map((name) => (
        <p key={name} style={{ margin: 0 }}>
          {t('unknown.value', {
            what: t(name === 'state' ? 'table.state' : `filter.${name}`),
            value: params.get(name),
          })}
        </p>
      ))}
      <Button size="xs" variant="default" mt="xs" onClick={() => onDrop(fault.unknown)}>
        {t('unknown.drop', { count: fault.unknown.length })}
      </Button>
    </Alert>
  );
}
