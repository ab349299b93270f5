import { DAY, MINUTE, SECOND } from '../../../platform/clock';

export const CONVERSION = {
  /** Sooner after the click nobody has read a page and filled in a form; a program has. */
  quickMs: 15 * SECOND,
  /** Clicks are kept for so long, and nothing is heard of one afterwards. */
  clickKeptMs: 90 * DAY,
  /** How far the clock of a business's server may be off, and how old a signature may be. */
  skewMs: 5 * MINUTE,
  /** Orders of one visitor. */
  mostOfClick: 50,
  /** A secret that was renewed stays good for so long, so that nothing is lost while servers change. */
  overlapMs: DAY,
  /** Conversions are listed for so long; the sums of days stay. */
  keptMs: 365 * DAY,
  mostValueMinor: 1_000_000_000_000,
} as const;

/** Seconds from the click to what followed; clocks may be off, so never less than none. */
export const secondsBetween = (clickAt: Date, at: Date): number =>
  Math.max(0, Math.round((at.getTime() - clickAt.getTime()) / SECOND));

export const isQuick = (clickAt: Date, at: Date): boolean => at.getTime() - clickAt.getTime() < CONVERSION.quickMs;
