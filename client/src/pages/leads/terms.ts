import type { SaleTermsInput } from '../../generated/leads';
import { MARKET_CURRENCY, readFloor } from '../../ui/floor';

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

/** What the server says of these stands at their fields. */
export const TERMS_AT_FIELDS = ['terms.floor.minor', 'terms.floor.currency', 'terms.endsAt'];

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const dayAhead = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));

export const firstTerms = (): Terms => ({ isExclusive: false, buyers: 3, floor: '', endsOn: dayAhead(30) });

/** The days between which a listing may end. */
export const endRange = (): { min: string; max: string } => ({ min: dayAhead(0), max: dayAhead(MOST_DAYS) });

export const maxSalesOf = ({ isExclusive, buyers }: Terms): number => (isExclusive ? 1 : buyers);

/** The floor as the API takes it; null where none, or nothing that could be one, is typed. */
export function floorOf({ floor }: Terms): SaleTermsInput['floor'] {
  const { minor } = readFloor(floor);
  return minor === null ? null : { minor, currency: MARKET_CURRENCY };
}

/** The fields that cannot be sent as they are. */
export function faultsOf(terms: Terms): { floor?: true; endsOn?: true } {
  const { min, max } = endRange();
  return {
    ...(readFloor(terms.floor).fault && { floor: true }),
    ...((terms.endsOn < min || terms.endsOn > max) && { endsOn: true }),
  };
}

/** The terms as the API takes them: on sale to the end of the last day, as the person's clock has it. */
export function inputOf(terms: Terms): SaleTermsInput {
  const latest = Date.now() + MOST_DAYS * DAY_MS - 60_000;
  const end = new Date(`${terms.endsOn}T23:59:59`).getTime();
  return {
    maxSales: maxSalesOf(terms),
    floor: floorOf(terms),
    endsAt: new Date(Math.min(end, latest)).toISOString(),
  };
}
