import { emit } from '../../platform/outbox';
import { conflict } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { type Money, toMinor } from '../../platform/money';
import { notNow, tooLate } from './errors';
import { type ClickChoice } from './choice';
import { type DisputeRow, Disputes, type DisputeStepRow, type PartRow } from './model';
import { disputeRules, ruleOf } from './rules';
import { type DisputeAction, isRunning, stateAfter } from './states';
import { knownSubject } from './subjects';

export interface Step {
  action: DisputeAction;
  step: Omit<DisputeStepRow, 'id' | 'at'>;
  at: Date;
  /** When the next side's clock runs out, where the dispute goes on. */
  dueAt?: Date;
  /** What goes back to the buyer, where the step decides for it; and how many clicks and which, where they were told. */
  refund?: Money;
  refundedCount?: number;
  refundedNamed?: ClickChoice;
}

/**
 * Moves a dispute by one step of its table, tells the market, and at its end puts the money where it belongs.
 * In the open transaction; throws Conflict where the table does not list the step, or when the clock ran out before it:
 * then silence decides, whether or not the sweep has come by.
 */
export async function takeStep(dispute: DisputeRow, taken: Step): Promise<DisputeRow> {
  const { action, step, at, dueAt, refund } = taken;
  const state = stateAfter(dispute.state, action);
  if (!state) throw notNow(dispute.state);
  if (step.by !== 'CLOCK' && dispute.dueAt && dispute.dueAt <= at) throw tooLate(dispute.dueAt);
  const isOver = !isRunning(state);
  const change = {
    state,
    dueAt: isOver ? null : (dueAt ?? dispute.dueAt),
    ...(isOver ? { decidedAt: at, refundedMinor: refund?.minor ?? 0n, part: partAfter(dispute, taken) } : {}),
  };
  const moved = await Disputes.findOneAndUpdate(
    { _id: dispute._id, state: dispute.state },
    { $set: change, $push: { steps: { id: newId('step'), at, ...step } } },
    { returnDocument: 'after' },
  ).lean<DisputeRow>();
  if (!moved) throw conflict('The dispute moved on at the same moment. Nothing was done; look at it again.');
  await tellMarket(moved);
  if (isOver) await settle(moved, refund ?? null, at, step.personId ?? 'system');
  return moved;
}

/** The part with how many clicks were given back: those that were named, or all that are claimed; none without a refund. */
function partAfter({ part, claimedMinor }: DisputeRow, { refund, refundedCount, refundedNamed }: Step): PartRow | null {
  if (!part) return null;
  const isAll = refund?.minor === toMinor(claimedMinor);
  return {
    ...part,
    refunded: refund ? (isAll ? part.claimed : (refundedCount ?? null)) : 0,
    ...(refundedNamed ? { refundedNamed } : {}),
  };
}

/**
 * Puts the money of what was disputed where the end of its dispute says, in the open transaction: `refund` back to the
 * buyer, or (null) back on hold until the window ends, and to the agency at once when it has ended already.
 */
export async function settle(
  { _id: disputeId, kind, subjectId, part }: DisputeRow,
  refund: Money | null,
  at: Date,
  actor: string,
): Promise<void> {
  const named = [part?.named, part?.refundedNamed].filter((choice) => choice !== undefined);
  await knownSubject(kind).settle({ subjectId, disputeId, refund, named, at, actor });
}

/** News of where the dispute is now. That the agency was silent is news only by what follows from it. */
export async function tellMarket(dispute: DisputeRow): Promise<void> {
  const { _id: disputeId, kind, subjectId, leadId, buyerId, agencyId, reason, state } = dispute;
  const saleId = kind === 'SALE' ? subjectId : null;
  const facts = { disputeId, kind, subjectId, saleId, buyerId, agencyId, reason };
  if (state === 'OPEN') return emit('dispute.opened', subjectId, facts);
  if (state !== 'REVIEW') {
    const refundedMinor = dispute.refundedMinor.toString();
    const isLeadCondemned = condemnsLead(dispute);
    return emit('dispute.decided', subjectId, { ...facts, outcome: state, refundedMinor, leadId, isLeadCondemned });
  }
  if (dispute.steps.at(-1)?.kind === 'ANSWERED') await emit('dispute.answered', subjectId, facts);
}

const condemnsLead = ({ kind, state, reason, rulesVersion, refundedMinor, grossMinor }: DisputeRow): boolean =>
  state === 'ACCEPTED' && refundedMinor === grossMinor && ruleOf(disputeRules(kind, rulesVersion), reason).condemnsLead;
