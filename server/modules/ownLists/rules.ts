import { DAY } from '../../platform/clock';

/**
 * What keeps a list from being used to look people up (decision 0055). Each figure is chosen; each alone would not
 * suffice.
 */
export const OWN_LIST = {
  /** Of a shorter list each answer would be about one known person. */
  leastEntries: 100,
  mostEntries: 200_000,
  /** As many as fit into one request. */
  hashesAtOnce: 1_000,
  /** A list answers at the first midnight (UTC) that is at least so long after it was completed. */
  ripensMs: DAY,
  mostChanges: 4,
  changesWithinMs: 30 * DAY,
  /** Leads that a list may be asked about in a day by a business that buys nothing. */
  leastAskable: 100,
  /** More for each lead that was bought within 30 days: who looks people up does not buy. */
  askableEachBought: 10,
  mostAskable: 2_000,
  /** One lead in so many is answered as if it were on the list. */
  drawnOneIn: 50,
} as const;

/** Changes take effect together, in a batch a day: when one is made does not show in when it answers. */
export function answersFrom(completedAt: Date): Date {
  const ripe = completedAt.getTime() + OWN_LIST.ripensMs;
  return new Date(Math.ceil(ripe / DAY) * DAY);
}

/** The day that asking is counted by, in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** About how many leads a list may be asked in a day, by what the business bought within 30 days. */
export const askableADay = (bought: number): number =>
  Math.min(OWN_LIST.mostAskable, OWN_LIST.leastAskable + OWN_LIST.askableEachBought * bought);

/** SHA-256 in hexadecimal. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);
