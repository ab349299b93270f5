import { type DecideDisputeInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { once } from '../../platform/idempotency';
import { together } from '../../platform/inputs';
import { requireLiveSession } from '../accounts';
import { choiceOf, worthOfChosen } from './choice';
import { findDispute, loadDispute } from './findDispute';
import { type DisputeRow } from './model';
import { type Chosen } from './part';
import { refundOf } from './refund';
import { disputeRules, ruleOf } from './rules';
import { statement } from './statements';
import { knownSubject } from './subjects';
import { takeStep } from './takeStep';

/** An adjudicator decides a dispute that is in review. Errors: InvalidInput, NotFound, Conflict. */
export async function decideDispute(viewer: Viewer, input: DecideDisputeInput): Promise<{ dispute: DisputeRow }> {
  await requireLiveSession(viewer);
  const key = { actor: viewer.personId, operation: 'decideDispute', key: input.clientKey, input };
  const id = await once(key, async () => {
    const dispute = await findDispute(viewer, input.disputeId, 'ADJUDICATOR');
    const rule = ruleOf(disputeRules(dispute.kind, dispute.rulesVersion), dispute.reason);
    const chosen = await chosenIn(dispute, input);
    const [refund, note] = together(
      () => refundOf(input, dispute, rule.allowsPart, chosen),
      () => statement(input.note, 'note'),
    );
    const isAccepted = input.outcome === 'ACCEPTED';
    const step = { by: 'ADJUDICATOR' as const, kind: input.outcome, personId: viewer.personId, note };
    const decided = await takeStep(dispute, {
      action: isAccepted ? 'ACCEPT' : 'REJECT',
      step,
      at: now(),
      ...(refund ? { refund: refund.amount } : {}),
      ...(refund?.count ? { refundedCount: refund.count } : {}),
      ...(refund?.named ? { refundedNamed: refund.named } : {}),
    });
    await recordAct({
      actor: viewer.personId,
      act: 'decideDispute',
      subject: dispute._id,
      reason: note,
      before: { state: dispute.state },
      after: { state: decided.state, refundedMinor: decided.refundedMinor.toString() },
    });
    return dispute._id;
  });
  return { dispute: await loadDispute(id) };
}

/** The clicks that the adjudicator names, of those that are claimed. */
async function chosenIn({ kind, subjectId, part }: DisputeRow, { refund }: DecideDisputeInput): Promise<Chosen | null> {
  const path = ['refund', 'clicks'];
  const named = choiceOf(refund?.clicks, path);
  if (!named) return null;
  const source = knownSubject(kind);
  const subject = (await source.load([subjectId])).get(subjectId);
  if (!subject) throw new Error(`a dispute is about ${subjectId}, which does not exist`);
  const choices = part?.named ? [part.named, named] : [named];
  return { named, ...(await worthOfChosen(source, subject, choices, path)) };
}
