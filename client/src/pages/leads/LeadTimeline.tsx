import { useTranslation } from 'react-i18next';
import { type Moment, Timeline } from '../../ui/Timeline';
import type { LeadDetails } from './LeadPage';
import { proofTitle } from '../../ui/proofTitle';
import { useProofMethod } from '../../ui/useProofMethod';
import { Panel } from '../../ui/Panel';

/** What happened to the lead, oldest first. */
export function LeadTimeline({ lead }: { lead: LeadDetails }) {
  const { t } = useTranslation('leads');
  const { capturedAt, consent, verification, submittedAt, touches, decision, state } = lead;
  const proofMethod = useProofMethod();
  const moments: Moment[] = [
    ...(capturedAt ? [{ id: 'captured', at: capturedAt, title: t('timeline.captured') }] : []),
    ...(consent ? [{ id: 'consent', at: consent.at, title: t('timeline.consent') }] : []),
    ...verification.proofs.map(({ channel, method, at, alsoGivenAt }) => ({
      id: `${channel}-${method}-${at}`,
      at,
      title: t(`proof.${proofTitle(channel, method)}`),
      text: proofMethod(t(`proofMethod.${method}`), { alsoGivenAt }),
    })),
    {
      id: 'submitted',
      at: submittedAt,
      title: t('timeline.submitted'),
      text: t('timeline.checked', { weight: lead.weight }),
    },
    ...touches.at.map((at, place) => ({ id: `touch-${place}`, at, title: t('timeline.touch') })),
    ...(decision
      ? [{ id: 'decision', at: decision.at, title: t(`timeline.decision.${state}`), text: decision.reason }]
      : []),
  ].sort((first, second) => first.at.localeCompare(second.at));
  return (
    <Panel title={t('timeline.title')}>
      <Timeline moments={moments} label={t('timeline.title')} />
      {touches.count > touches.at.length && t('timeline.moreTouches', { count: touches.count - touches.at.length })}
    </Panel>
  );
}
