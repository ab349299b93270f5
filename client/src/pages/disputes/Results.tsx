import { Alert, Button, Group, Kbd } from '@mantine/core';
import { CircleCheck, Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import type { Cases } from './useCases';

/** What became of a claim that was just sent: decided at once, or open with the agency's clock running. */
export function Opened({ dispute: { state, amounts, agency, clock } }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { money, moment } = useFormats();
  const text = t(`opened.${state === 'ACCEPTED' || state === 'REJECTED' ? state : 'OPEN'}`, {
    amount: money(state === 'ACCEPTED' ? amounts.refunded : amounts.claimed),
    agency: agency.name,
    moment: clock ? moment(clock.dueAt) : '',
  });
  const isAgainst = state === 'REJECTED';
  return (
    <Alert
      role="status"
      color={isAgainst ? 'brick' : 'bottle'}
      variant="light"
      icon={isAgainst ? <Gavel size={18} aria-hidden /> : <CircleCheck size={18} aria-hidden />}
      title={t('opened.title')}
    >
      {text}
    </Alert>
  );
}

/** What an adjudicator just decided, and the next case by one key. */
export function Decided({
  dispute: { state, amounts, buyer },
  cases,
}: {
  dispute: DisputeFieldsFragment;
  cases: Cases;
}) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const done = t(state === 'ACCEPTED' ? 'decided.accepted' : 'decided.rejected', {
    amount: money(amounts.refunded),
    buyer: buyer.name,
  });
  return (
    <Alert
      role="status"
      color="bottle"
      variant="light"
      icon={<CircleCheck size={18} aria-hidden />}
      title={t('decided.title')}
      // The ring of the focused button is drawn outside of it.
      styles={{ body: { overflow: 'visible' }, message: { overflow: 'visible' } }}
    >
      <Group justify="space-between">
        <span>
          {done} {!cases.next && t('decided.last')}
        </span>
        {cases.next ? (
          <Button
            autoFocus
            onClick={cases.next}
            rightSection={
              <Kbd size="xs" visibleFrom="sm">
                n
              </Kbd>
            }
          >
            {t('cases.next')}
          </Button>
        ) : (
          <Button
            autoFocus
            variant="default"
            onClick={cases.toList}
            rightSection={
              <Kbd size="xs" visibleFrom="sm">
                u
              </Kbd>
            }
          >
            {t('decided.toList')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
