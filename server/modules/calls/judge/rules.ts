import { type Call } from '../model';
import { type Verdict } from './verdicts';

/**
 * The rules in force. A change of any rule is a new version; calls keep the version under which they came and are judged by
 * it. Version 2: the country of the caller's number. Version 3: no length is longer than there was time for, no news is older
 * than its call, and a call that nobody answered by one door's word is not billed by another's. Version 4: after many unpaid
 * calls of one caller, or by one number, the phone of the business does not ring.
 */
export const RULES_VERSION = 4;

/** What a finding follows from, beside the call itself. */
export interface Case {
  /** Whether another call of the same caller that came before it was under way when it came. */
  isOverlap: boolean;
  /** Whether the business was billed for the caller within 30 days before or after. */
  isRepeat: boolean;
}

type Judged = Pick<Call, 'refusal' | 'outcome' | 'seconds' | 'minSeconds' | 'caller' | 'isOutside' | 'held'>;

/** The finding of a call that is over: the first rule that holds, in the order of `VERDICTS`. */
export function judgeCall(call: Judged, { isOverlap, isRepeat }: Case): Verdict {
  if (call.refusal) return call.refusal;
  if (call.outcome === 'BUSY') return 'BUSY';
  if (call.outcome === 'NO_ANSWER' || call.outcome === 'CANCELLED') return 'UNANSWERED';
  if (call.outcome !== 'COMPLETED') return 'FAILED';
  if (call.seconds === null || call.seconds < call.minSeconds) return 'TOO_SHORT';
  if (call.caller === null) return 'HIDDEN_NUMBER';
  if (call.isOutside) return 'OUT_OF_REGION';
  if (isOverlap) return 'OVERLAP';
  if (isRepeat) return 'REPEAT_CALLER';
  // Nothing was kept ready for it: it is never billed out of money that may be another call's.
  return call.held.minor > 0n ? 'BILLED' : 'OVER_BUDGET';
}

type Span = Pick<Call, '_id' | 'startedAt' | 'endedAt' | 'verdict'>;

/** Of two calls that came at one moment, the one with the lower id is earlier. */
const isEarlier = (one: Pick<Span, '_id' | 'startedAt'>, other: Pick<Span, '_id' | 'startedAt'>): boolean => {
  const apart = one.startedAt.getTime() - other.startedAt.getTime();
  return apart < 0 || (apart === 0 && one._id < other._id);
};

/**
 * Whether a call came while an earlier one was under way. Null while that is not known: an earlier one that is not judged
 * may have ended before what was told of it so far, or it was only not told yet that it did.
 */
export function overlaps(call: Pick<Span, '_id' | 'startedAt'>, others: readonly Span[]): boolean | null {
  const underWay = others.filter(
    (other) => isEarlier(other, call) && (other.endedAt === null || other.endedAt > call.startedAt),
  );
  if (underWay.some(({ verdict }) => verdict !== 'PENDING')) return true;
  return underWay.length > 0 ? null : false;
}

/** Whether the business could have answered a call and did not: one that was lost while both talked is none of these. */
export const isMissed = ({ outcome, answeredAt }: Pick<Call, 'outcome' | 'answeredAt'>): boolean =>
  outcome === 'NO_ANSWER' || outcome === 'BUSY' || (outcome === 'FAILED' && answeredAt === null);
