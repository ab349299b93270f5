import { parseMinor } from '../app/format';

/** What the market trades in; a floor in anything else is refused. */
export const MARKET_CURRENCY = 'USD';

/** The most that a floor may be, in minor units: more is a slip of the hand. */
export const MOST_FLOOR_MINOR = 10_000_000;

/** What is wrong with a floor; the words are those of common.floorFault. */
type FloorFault = 'amount' | 'tooMuch';

/** A floor as it is typed: in minor units, null where none is typed; or what is wrong with it. */
export function readFloor(typed: string): { minor: number | null; fault: null } | { minor: null; fault: FloorFault } {
  if (typed.trim() === '') return { minor: null, fault: null };
  const minor = parseMinor(typed, MARKET_CURRENCY);
  if (minor === null) return { minor, fault: 'amount' };
  return minor > MOST_FLOOR_MINOR ? { minor: null, fault: 'tooMuch' } : { minor, fault: null };
}
