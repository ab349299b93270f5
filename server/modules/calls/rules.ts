import { DAY, HOUR, MINUTE, SECOND } from '../../platform/clock';

export const NUMBERS = { mostOfAgency: 50 } as const;

/** For how long a billed call is held and may be disputed. */
export const WINDOW_MS = 72 * HOUR;

/** The business is billed for one caller once within so long; by what a caller is known again is kept as long. */
export const REPEAT_MS = 30 * DAY;

/** So often one caller lets the phone of a business ring within so long without being billed; then the line is busy. */
export const UNPAID_OF_CALLER = [
  { most: 5, withinMs: HOUR },
  { most: 15, withinMs: DAY },
] as const;

/** The same of all callers by one number, and by all of an agency in a campaign, where less than a part is billed. */
export const UNPAID = { mostOfNumber: 30, mostOfAgency: 90, billedPart: 10, withinMs: HOUR } as const;

/** So many unanswered calls within so long pause the campaign. */
export const UNANSWERED = { most: 3, withinMs: HOUR } as const;

/** The phone of the business rings so long; no call is longer than the longest. */
export const RING_SECONDS = 25;
export const LONGEST_SECONDS = 2 * 60 * 60;
/** Nor one that nobody pays for: the market bears the line. */
export const LONGEST_FREE_SECONDS = 30 * 60;

/** The end of a call is told by two doors: after the first of them the second is waited for so long. */
export const SECOND_END_MS = 20 * SECOND;
/** A call whose end nobody told is asked for after so long, and then ever more rarely. */
export const FIRST_ASK_MS = 2 * MINUTE;
const LATEST_ASK_MS = 15 * MINUTE;
/** A call that the provider knows nothing of is over after its longest time. */
export const LOST_MS = LONGEST_SECONDS * SECOND + 10 * MINUTE;

/** How far ahead of ours the provider's clock may be: what is told of a later time is refused. */
export const AHEAD_MS = 5 * MINUTE;
/** So long after it happened nothing is told of a call any more: the provider repeats itself within minutes. */
export const STALE_MS = DAY;

/** How much longer than since it came in a call may be told to be: clocks and roundings differ by so much. */
export const SLACK_SECONDS = 3;

/** Numbers of a campaign that is over go back to the provider after so long. */
export const GIVE_BACK_MS = 30 * DAY;

/** When the provider is asked next for a call that has no end yet. */
export const nextAskMs = (asked: number): number => Math.min(FIRST_ASK_MS * 2 ** asked, LATEST_ASK_MS);
