import { SECOND } from '../../../platform/clock';
import { type Call, type CallOutcome, type CallState, type RawEvent } from '../model';
import { SLACK_SECONDS } from '../rules';

/** What the provider's news of a call come to. */
export interface Life {
  state: CallState;
  outcome: CallOutcome | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** How long both talked; null where they did not, or do still. */
  seconds: number | null;
  /** Whether no further news of its end is to be waited for. */
  isWhole: boolean;
}

const END = { COMPLETED: 1, NO_ANSWER: 1, BUSY: 1, FAILED: 1, CANCELLED: 1 } as const;
type Ending = keyof typeof END;
const isEnding = (status: RawEvent['status']): status is Ending => status in END;

/**
 * Of several ends that are told of one leg, the one that counts: where one door says that nobody answered, nobody pays for
 * what another says of the leg. Up to version 2 it was the one that says most.
 */
const STRENGTH: readonly Ending[] = ['BUSY', 'NO_ANSWER', 'CANCELLED', 'FAILED', 'COMPLETED'];
const STRENGTH_TO_2: readonly Ending[] = ['COMPLETED', 'BUSY', 'NO_ANSWER', 'CANCELLED', 'FAILED'];

/** Of a call, what its news are held against: when it came in, and the version of the rules that it came under. */
export type Begun = Pick<Call, 'startedAt' | 'beganAt' | 'rulesVersion'>;

/**
 * The life of a call by all that the provider told of it. It follows from which news there are, never from the order in
 * which they came or how often: of lengths that differ the least is believed, of times the first.
 *
 * The leg to the business decides. That of the caller ends as `completed` whether or not anybody answered; alone it says
 * only that the call is over where it was given up.
 */
export function lifeOf(events: readonly RawEvent[], begun: Begun): Life {
  const business = events.filter(({ leg }) => leg === 'BUSINESS');
  const ends = business.filter(({ status }) => isEnding(status));
  const answers = business.filter(({ status }) => status === 'ANSWERED');
  const lengths = lengthsIn(ends, begun);
  const answeredAt = firstOf(answers);
  if (ends.length === 0) {
    const state = answers.length > 0 ? 'ANSWERED' : 'RINGING';
    const gaveUp = state === 'RINGING' && events.some(({ leg, status }) => leg === 'CALLER' && isGivenUp(status));
    const none = { answeredAt, seconds: null };
    if (!gaveUp) return { state, outcome: null, endedAt: null, isWhole: false, ...none };
    const endedAt = firstOf(events.filter(({ leg, status }) => leg === 'CALLER' && isEnding(status)));
    return { state: 'ENDED', outcome: 'CANCELLED', endedAt, isWhole: false, ...none };
  }
  const seconds = lengths.length > 0 ? Math.min(...lengths) : null;
  const outcome = outcomeOf(
    ends.map(({ status }) => status as Ending),
    answers.length > 0,
    seconds,
    begun.rulesVersion,
  );
  const hasTalked = outcome === 'COMPLETED';
  // Lost in the middle: how long it was talked nobody knows, that it was they do.
  const isLost = outcome === 'FAILED';
  return {
    state: 'ENDED',
    outcome,
    answeredAt: hasTalked || isLost ? answeredAt : null,
    endedAt: firstOf(ends),
    seconds: hasTalked ? seconds : null,
    isWhole: isWhole(ends),
  };
}

/** The caller's leg tells by itself that the call is over only where it says that it was given up. */
const isGivenUp = (status: RawEvent['status']): boolean => status === 'CANCELLED' || status === 'NO_ANSWER';

/** The lengths that news of a call tells and that are believed, in their order. */
export const lengthsIn = (events: readonly RawEvent[], begun: Begun): number[] =>
  events.flatMap((event) => lengthIn(event, begun));

/** The length that news of an end tells: no longer than there was time for since the call came in. */
function lengthIn({ status, seconds, receivedAt }: RawEvent, { startedAt, beganAt, rulesVersion }: Begun): number[] {
  if (status !== 'COMPLETED' || seconds === null) return [];
  const gone = Math.max(Math.ceil((receivedAt.getTime() - (beganAt ?? startedAt).getTime()) / SECOND), 0);
  return [rulesVersion < 3 || seconds <= gone + SLACK_SECONDS ? seconds : gone];
}

function outcomeOf(
  ends: readonly Ending[],
  isAnswered: boolean,
  seconds: number | null,
  rulesVersion: number,
): CallOutcome {
  const told = (rulesVersion < 3 ? STRENGTH_TO_2 : STRENGTH).find((status) => ends.includes(status))!;
  // "Completed" without an answer and without a length is a phone that nobody lifted.
  if (told === 'COMPLETED') return isAnswered || (seconds ?? 0) > 0 ? 'COMPLETED' : 'NO_ANSWER';
  return told;
}

/** Both doors that tell the end have told it, or the provider was asked. */
function isWhole(ends: readonly RawEvent[]): boolean {
  const sources = new Set(ends.map(({ source }) => source));
  return sources.has('ASKED') || (sources.has('LEG') && sources.has('DIALLED'));
}

const firstOf = (events: readonly RawEvent[]): Date | null =>
  events.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
