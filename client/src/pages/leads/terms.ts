import { parseMinor } from '../../app/format';
import type { SaleTermsInput } from '../../generated/leads';

/** What the market trades in; a floor in anything else is refused. */
export const MARKET_CURRENCY = 'USD';

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;

/** The terms of a sale as they are typed. */
export interface Terms {
  isExclusive: boolean;
  /** Up to how many buyers, when shared. */
  buyers: number;
  floor: string;
  /** The last day on sale, as 2026-12-24. */
  endsOn: string;
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const dayAhead = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));

export const firstTerms = (): Terms => ({ isExclusive: false, buyers: 3, floor: '', endsOn: dayAhead(30) });

/** The days between which a listing may end. */
export const endRange = (): { min: string; max: string } => ({ min: dayAhead(0), max: dayAhead(MOST_DAYS) });

export const maxSalesOf = ({ isExclusive, buyers }: Terms): number => (isExclusive ? 1 : buyers);

/** The floor in minor units; null where none is typed, undefined where what is typed is no amount. */
export function floorOf({ floor }: Terms): number | null | undefined {
  if (floor.trim() === '') return null;
  return parseMinor(floor, MARKET_CURRENCY) ?? undefined;
}

/** The fields that cannot be sent as they are. */
export function faultsOf(terms: Terms): { floor?: true; endsOn?: true } {
  const { min, max } = endRange();
  return {
    ...(floorOf(terms) === undefined && { floor: true }),
    ...((terms.endsOn < min || terms.endsOn > max) && { endsOn: true }),
  };
}

/** The terms as the API takes them: on sale to the end of the last day, as the person's clock has it. */
export function inputOf(terms: Terms): SaleTermsInput {
  const minor = floorOf(terms);
  const latest = Date.now() + MOST_DAYS * DAY_MS - 60_000;
  const end = new Date(`${terms.endsOn}T23:59:59`).getTime();
  return {
    maxSales: maxSalesOf(terms),
    floor: minor === null || minor === undefined ? null : { minor, currency: MARKET_CURRENCY },
    endsAt: new Date(Math.min(end, latest)).toISOString(),
  };
}
