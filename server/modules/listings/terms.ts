import { type SaleTermsInput } from '../../generated/graphql';
import { after, DAY, now } from '../../platform/clock';
import { invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { MARKET_CURRENCY } from '../../platform/money';
import { DEFAULT_LISTED_DAYS, MAX_LISTED_DAYS, MAX_SHARED, MIN_SHARED } from './rules';

/** A floor over this is a slip of the hand: 100,000.00. */
const MAX_FLOOR_MINOR = 10_000_000n;

export interface SaleTerms {
  maxSales: number;
  isExclusive: boolean;
  floorMinor: bigint;
  endsAt: Date;
}

/** The terms as they are stored. Throws InvalidInput that names the fields. */
export function readTerms(input: SaleTermsInput): SaleTerms {
  const [maxSales, endsAt, floorMinor] = together(
    () => readMaxSales(input),
    () => readEnd(input),
    () => readFloor(input.floor, ['terms', 'floor']) ?? 0n,
  );
  return { maxSales, isExclusive: maxSales === 1, floorMinor, endsAt };
}

function readMaxSales({ maxSales }: SaleTermsInput): number {
  if (maxSales !== 1 && (maxSales < MIN_SHARED || maxSales > MAX_SHARED)) {
    throw invalidInput(`Give 1 for exclusive, or ${MIN_SHARED} to ${MAX_SHARED} for shared.`, ['terms', 'maxSales']);
  }
  return maxSales;
}

function readEnd(input: SaleTermsInput): Date {
  const at = now();
  const endsAt = input.endsAt ?? after(at, DEFAULT_LISTED_DAYS * DAY);
  if (endsAt <= at || endsAt > after(at, MAX_LISTED_DAYS * DAY)) {
    throw invalidInput(`A listing ends within ${MAX_LISTED_DAYS} days from now.`, ['terms', 'endsAt']);
  }
  return endsAt;
}

/** A floor in minor units; null where none is given. Throws InvalidInput. */
export function readFloor(floor: SaleTermsInput['floor'], path: string[]): bigint | null {
  if (!floor) return null;
  if (floor.currency !== MARKET_CURRENCY)
    throw invalidInput(`Prices are in ${MARKET_CURRENCY}.`, [...path, 'currency']);
  if (floor.minor < 0n || floor.minor > MAX_FLOOR_MINOR) {
    throw invalidInput('A floor is from 0 to 100,000.00.', [...path, 'minor']);
  }
  return floor.minor;
}
