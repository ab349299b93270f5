import { emit } from '../../platform/outbox';
import { conflict } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { type Money } from '../../platform/money';
import { notNow, tooLate } from './errors';
import { type DisputeRow, Disputes, type DisputeStepRow } from './model';
import { disputeRules } from './rules';
import { settleSale } from './settleSale';
import { type DisputeAction, isRunning, stateAfter } from './states';

export interface Step {
  action: DisputeAction;
  step: Omit<DisputeStepRow, 'id' | 'at'>;
  at: Date;
  /** When the next side's clock runs out, where the dispute goes on. */
  dueAt?: Date;
  /** What goes back to the buyer, where the step decides for it. */
  refund?: Money;
}

/**
 * Moves a dispute by one step of its table, tells the market, and at its end puts the sale's money where it belongs.
 * In the open transaction; throws Conflict where the table does not list the step, or when the clock ran out before it:
 * then silence decides, whether or not the sweep has come by.
 */
export async function takeStep(dispute: DisputeRow, { action, step, at, dueAt, refund }: Step): Promise<DisputeRow> {
  const state = stateAfter(dispute.state, action);
  if (!state) throw notNow(dispute.state);
  if (step.by !== 'CLOCK' && dispute.dueAt && dispute.dueAt <= at) throw tooLate(dispute.dueAt);
  const isOver = !isRunning(state);
  const change = {
    state,
    dueAt: isOver ? null : (dueAt ?? dispute.dueAt),
    ...(isOver ? { decidedAt: at, refundedMinor: refund?.minor ?? 0n } : {}),
  };
  const moved = await Disputes.findOneAndUpdate(
    { _id: dispute._id, state: dispute.state },
    { $set: change, $push: { steps: { id: newId('step'), at, ...step } } },
    { returnDocument: 'after' },
  ).lean<DisputeRow>();
  if (!moved) throw conflict('The dispute moved on at the same moment. Nothing was done; look at it again.');
  await tellMarket(moved);
  if (isOver) await settleSale(moved, refund ?? null, at, step.personId ?? 'system');
  return moved;
}

/** News of where the dispute is now. That the agency was silent is news only by what follows from it. */
export async function tellMarket(dispute: DisputeRow): Promise<void> {
  const { _id: disputeId, saleId, leadId, buyerId, agencyId, reason, state } = dispute;
  const facts = { disputeId, saleId, buyerId, agencyId, reason };
  if (state === 'OPEN') return emit('dispute.opened', saleId, facts);
  if (state !== 'REVIEW') {
    const refundedMinor = dispute.refundedMinor.toString();
    const isLeadCondemned = condemnsLead(dispute);
    return emit('dispute.decided', saleId, { ...facts, outcome: state, refundedMinor, leadId, isLeadCondemned });
  }
  if (dispute.steps.at(-1)?.kind === 'ANSWERED') await emit('dispute.answered', saleId, facts);
}

const condemnsLead = ({ state, reason, rulesVersion, refundedMinor, grossMinor }: DisputeRow): boolean =>
  state === 'ACCEPTED' && refundedMinor === grossMinor && disputeRules(rulesVersion).reasons[reason].condemnsLead;
