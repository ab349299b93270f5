import { Alert, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LeadState } from '../../generated/leads';
import { LEAD_STATES } from './choices';

/** Leads by where they stand, and what that means for the agency. */
export function LeadStates({ state, onChange }: { state?: LeadState; onChange(state: string | null): void }) {
  const { t } = useTranslation('leads');
  return (
    <>
      <Tabs value={state ?? 'all'} onChange={(value) => onChange(value === 'all' ? null : value)}>
        <Tabs.List aria-label={t('table.state')}>
          <Tabs.Tab value="all">{t('state.all')}</Tabs.Tab>
          {LEAD_STATES.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`state.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {state && state !== 'ACCEPTED' && (
        <Alert color={state === 'QUARANTINED' ? 'amber' : 'gray'} variant="light">
          {t(`stateMeans.${state}`)}
        </Alert>
      )}
    </>
  );
}
