import { allocate, feeOf, type Money, money, subtract } from '../../../platform/money';

export const SALE_STATES = ['HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'] as const;
export type SaleState = (typeof SALE_STATES)[number];

/**
 * What may become of a sale; a pair that is not listed is refused without a write. A sale is born HELD, so there is no
 * pending state in which a claim could be stranded. Back from DISPUTED to HELD: the claim was refused, withdrawn or
 * accepted in part, and the rest of the money waits for its release. From HELD to REFUNDED: a review cancelled it.
 */
const NEXT: Readonly<Record<SaleState, readonly SaleState[]>> = {
  HELD: ['DISPUTED', 'RELEASED', 'REFUNDED'],
  DISPUTED: ['HELD', 'RELEASED', 'REFUNDED'],
  REFUNDED: [],
  RELEASED: [],
};

export const mayMove = (from: SaleState, to: SaleState): boolean => NEXT[from].includes(to);

/** The market's fee where neither the agency nor the niche has its own, in hundredths of a percent. */
const MARKET_FEE_BPS = 1500;

/** The fee frozen into a sale: the agency's own, else the niche's, else the market's. */
export const feeBpsOf = (agencyFeeBps: number | null | undefined, nicheFeeBps: number | null | undefined): number =>
  agencyFeeBps ?? nicheFeeBps ?? MARKET_FEE_BPS;

/** The rules in force, frozen into each sale: what binds its sides is what they could read when it was made. */
export const RULE_VERSIONS = { disputes: 2, fees: 1 } as const;

/** How what the buyer has paid and not got back is shared: the fee rounded down, the agency's part the rest. */
export function sharesOf(gross: Money, refunded: Money, feeBps: number): { fee: Money; net: Money } {
  const kept = subtract(gross, refunded);
  const fee = feeOf(kept, feeBps);
  return { fee, net: subtract(kept, fee) };
}

/**
 * The price of a lot shared out to its leads in proportion to what each would cost alone, and at least one minor unit to
 * each: what costs nothing could neither be held nor refunded. Throws when the price has fewer units than leads.
 */
export function sharesOfLot({ minor, currency }: Money, leadPrices: readonly bigint[]): Money[] {
  if (minor < BigInt(leadPrices.length)) throw new RangeError('a lot costs at least one minor unit a lead');
  const isFree = leadPrices.every((price) => price === 0n);
  const parts = allocate(
    money(minor, currency),
    leadPrices.map((price) => (isFree ? 1n : price)),
  ).map((part) => part.minor);
  for (const [index, part] of parts.entries()) {
    if (part > 0n) continue;
    const largest = parts.reduce((best, other, at) => (other > parts[best]! ? at : best), 0);
    parts[largest]! -= 1n;
    parts[index] = 1n;
  }
  return parts.map((part) => money(part, currency));
}

export const nothingOf = (currency: string): Money => money(0n, currency);
