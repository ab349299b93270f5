import { DAY, HOUR, MINUTE, SECOND } from '../../platform/clock';
import { type Limit } from '../../platform/limits';

export const WEBHOOK = {
  mostEndpoints: 5,
  /** An address that has not answered by then is tried again later. */
  answerMs: 10 * SECOND,
  /** Whoever died while sending is taken for dead after it: longer than any answer is waited for. */
  leaseMs: MINUTE,
  /** A secret that was renewed stays good for so long, so that nothing is lost while programs change. */
  overlapMs: DAY,
  keptMs: 90 * DAY,
  /** What waits for a paused address is looked at so often; going on brings it at once. */
  pausedMs: HOUR,
  /** What else is due at an address that just failed waits so long: it has an attempt in so many seconds. */
  putOffMs: 10 * SECOND,
  mostAttemptsKept: 20,
} as const;

export const LIMIT = {
  changes: { bucket: 'webhook-change', points: 60, seconds: 3600 },
  tests: { bucket: 'webhook-test', points: 60, seconds: 3600 },
  again: { bucket: 'webhook-again', points: 600, seconds: 3600 },
} as const satisfies Record<string, Limit>;

/** The waits after each failed attempt: from 10 seconds to 15 minutes soon, then for as long as somebody may be away: 72 hours in all. */
const WAITS_MS = [
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  ...Array.from({ length: 4 }, () => 14 * HOUR),
] as const;

/** How long to wait after so many failed attempts; null where it is given up. */
export const waitAfter = (attempts: number): number | null => WAITS_MS[attempts - 1] ?? null;

/** Whether an address took a message (Standard Webhooks: any status from 200 to 299). */
export const isTaken = (status: number): boolean => status >= 200 && status < 300;

/** The address says that it will never take anything again. */
export const GONE = 410;
