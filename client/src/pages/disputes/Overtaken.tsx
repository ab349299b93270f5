import { Alert, Button, Group, Textarea } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { ofMinor } from './shares';
import { refundOf } from './refund';
import { useDecisionDraft } from './useDecision';

/**
 * For an adjudicator whose case somebody else decided first: who did and, where they were deciding, that their own decision
 * was not made and what they had written, to read or copy until they drop it. `wasToDecide`: it could be decided when they
 * looked at it.
 */
export function Overtaken({ dispute, wasToDecide }: { dispute: DisputeFieldsFragment; wasToDecide: boolean }) {
  const { t } = useTranslation('disputes');
  const { money } = useFormats();
  const viewer = useViewer();
  const [draft, , drop] = useDecisionDraft(dispute.id);
  const { outcome, note } = draft;
  // Who only looked had nothing to make.
  const wasDeciding = Boolean(outcome || note);
  const last = dispute.steps.at(-1);
  const isOver = dispute.state !== 'OPEN' && dispute.state !== 'REVIEW';
  // Of their own decision the news can be here before its answer, which clears the draft.
  if (!last || !isOver || last.person?.id === viewer.person.id || !(wasToDecide || note)) return null;
  const { claimed } = dispute.amounts;
  const refund = refundOf(dispute, draft) ?? Number(claimed.minor);
  return (
    <Alert
      role="alert"
      color="amber"
      variant="light"
      icon={<Gavel size={18} aria-hidden />}
      title={t('overtaken.title', { who: last.person?.name ?? t(`party.${last.by}`) })}
    >
      {wasDeciding && (
        <p style={{ margin: 0 }}>
          {t('overtaken.notMade')}{' '}
          {outcome && t(`overtaken.chosen.${outcome}`, { amount: money(ofMinor(refund, claimed)) })}
        </p>
      )}
      {note && (
        <>
          <Textarea label={t('overtaken.grounds')} value={note} readOnly autosize minRows={2} mt="xs" />
          <Group justify="flex-end" mt="xs">
            <Button size="xs" variant="default" onClick={drop}>
              {t('overtaken.drop')}
            </Button>
          </Group>
        </>
      )}
    </Alert>
  );
}
