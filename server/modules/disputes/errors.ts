import { spokenMoment } from '../../platform/clock';
import { conflict, UserError } from '../../platform/errors';
import { type DisputeKind } from './rules';
import { type DisputeState } from './states';
import { type Subject } from './subjects';

/** What each kind is called where the API says that there is none. */
export const CALLED: Readonly<Record<DisputeKind, string>> = {
  SALE: 'sale',
  CLICK_BATCH: 'batch of clicks',
  CALL: 'call',
};

export const disputeWindowClosed = (windowEndedAt: Date): UserError =>
  new UserError(
    'DisputeWindowClosed',
    `The time to dispute it ended at ${spokenMoment(windowEndedAt)}; its money is the agency's.`,
    { windowEndedAt },
  );

const BEFORE: Readonly<Record<DisputeKind, string>> = {
  SALE: 'This sale was disputed before: a sale can be disputed once.',
  CLICK_BATCH: 'This batch of clicks was disputed before: a batch can be disputed once.',
  CALL: 'This call was disputed before: a call can be disputed once.',
};

/** Anything is disputed once, whatever came of it. */
export const alreadyDisputed = (kind: DisputeKind, disputeId: string): UserError =>
  new UserError('AlreadyDisputed', BEFORE[kind], { disputeId });

export const proofMissing = (needed: string): UserError =>
  new UserError('ProofMissing', `${needed} One call without an answer is no reason.`, { needed });

const REFUSALS: Readonly<Record<DisputeState, string>> = {
  OPEN: 'The agency has not answered yet and its time still runs.',
  REVIEW: 'The dispute is with an adjudicator.',
  ACCEPTED: 'The dispute was decided for the buyer.',
  REJECTED: 'The dispute was decided against the buyer.',
  WITHDRAWN: 'The buyer withdrew the dispute.',
};

export const notNow = (state: DisputeState): UserError => conflict(`${REFUSALS[state]} Nothing was done.`);

export const tooLate = (dueAt: Date): UserError =>
  conflict(`The time to act ended at ${spokenMoment(dueAt)}, so silence decides. Nothing was done.`);

/** Why what is not billed cannot be disputed, and from when it can where that is to come. */
export function whyNotBilled({ billedSoonAt }: Pick<Subject, 'billedSoonAt'>, at: Date): string {
  if (!billedSoonAt) return 'Nothing of it is billed so far, so there is nothing to dispute.';
  return billedSoonAt > at
    ? `Clicks are still added to this batch: it can be disputed from ${spokenMoment(billedSoonAt)}, once it is billed.`
    : 'This batch is being billed at this moment: it can be disputed in a minute or two.';
}
