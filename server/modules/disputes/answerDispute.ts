import { type AnswerDisputeInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { after, now } from '../../platform/clock';
import { once } from '../../platform/idempotency';
import { money, toMinor } from '../../platform/money';
import { requireLiveSession } from '../accounts';
import { findDispute, loadDispute } from './findDispute';
import { type DisputeRow } from './model';
import { disputeRules } from './rules';
import { statement } from './statements';
import { takeStep } from './takeStep';

/**
 * The agency contests a claim, which hands it to an adjudicator, or concedes it, which refunds all that is claimed at once.
 * A suspended agency may do both: its clock runs on, and its money is at stake. Errors: InvalidInput, NotFound, Conflict.
 */
export async function answerDispute(viewer: Viewer, input: AnswerDisputeInput): Promise<{ dispute: DisputeRow }> {
  await requireLiveSession(viewer, { evenSuspended: true });
  const isEmpty = input.text.trim() === '';
  const note = input.concedes && isEmpty ? null : statement(input.text, 'text');
  const key = { actor: viewer.organisationId, operation: 'answerDispute', key: input.clientKey, input };
  const id = await once(key, async () => {
    const dispute = await findDispute(viewer, input.disputeId, 'AGENCY');
    const at = now();
    const step = { by: 'AGENCY' as const, personId: viewer.personId, note };
    if (input.concedes) {
      const refund = money(toMinor(dispute.claimedMinor), dispute.currency);
      await takeStep(dispute, { action: 'CONCEDE', step: { ...step, kind: 'CONCEDED' }, at, refund });
    } else {
      const dueAt = after(at, disputeRules(dispute.kind, dispute.rulesVersion).adjudicatorMs);
      await takeStep(dispute, { action: 'ANSWER', step: { ...step, kind: 'ANSWERED' }, at, dueAt });
    }
    return dispute._id;
  });
  return { dispute: await loadDispute(id) };
}
