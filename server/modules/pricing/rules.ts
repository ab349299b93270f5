import { type Money, money, scale, subtract } from '../../platform/money';
import { ageFactor } from './age';
import { type FactorCode, FACTORS, type Factors } from './factors';

export type PricingModel = 'LEAD' | 'CLICK' | 'CALL';
export type Temperature = 'COLD' | 'WARM' | 'HOT';
export type ContactKind = 'QUICK' | 'REGISTRATION' | 'PROMO' | 'INTERESTED';
export type PriceLineCode =
  | 'BASE'
  | 'COUNTRY'
  | 'CITY'
  | 'COMPETITION'
  | 'QUALITY'
  | 'TEMPERATURE'
  | 'VERIFICATION'
  | 'CONTACT_KIND'
  | 'EXCLUSIVITY'
  | 'AGE'
  | 'FLOOR'
  | 'MOST'
  | 'LIST_PRICE'
  | 'VOLUME';

/** One reason of a price; the amounts of all lines sum to the price. */
export interface PriceLine {
  code: PriceLineCode;
  label: string;
  /** What the price so far is multiplied by; null for a line that adds an amount. */
  factor: number | null;
  amount: Money;
}

export interface Priced {
  lines: PriceLine[];
  total: Money;
}

/** All that a price follows from, looked up: nothing here is read from anywhere else. */
export interface PriceTerms {
  base: Money;
  baseLabel: string;
  countryBps: number;
  countryName: string;
  cityTier: 'ORDINARY' | 'LARGE' | 'CAPITAL';
  competitionBps: number;
  qualityBps: number;
  temperature: Temperature;
  contactKind: ContactKind;
  isVerified: boolean;
  isExclusive: boolean;
  ageDays: number;
  floorMinor: bigint;
  /** The most that is paid, whatever the factors say; left out for no such limit. */
  mostMinor?: bigint;
}

/** One factor of the formula, in hundredths of a percent. */
interface Factor {
  code: PriceLineCode;
  label: string;
  bps: number;
}

const ONE = 10_000;

/**
 * The factors in the order of the published formula: base(niche, model) x region x competition x quality x temperature
 * x verification x contact kind x exclusivity x age. Those that change nothing are left out.
 */
function factorsOf(terms: PriceTerms, { values }: Factors): Factor[] {
  const bounded = (bps: number, least: FactorCode, most: FactorCode): number =>
    Math.min(Math.max(bps, values[least]), values[most]);
  const named = (code: PriceLineCode, factor: FactorCode, holds = true): Factor => ({
    code,
    label: FACTORS[factor].label,
    bps: holds ? values[factor] : ONE,
  });
  const factors: Factor[] = [
    { code: 'COUNTRY', label: terms.countryName, bps: terms.countryBps },
    named('CITY', terms.cityTier === 'CAPITAL' ? 'CAPITAL_CITY' : 'LARGE_CITY', terms.cityTier !== 'ORDINARY'),
    {
      code: 'COMPETITION',
      label: 'Demand here in the last 14 days',
      bps: bounded(terms.competitionBps, 'COMPETITION_LEAST', 'COMPETITION_MOST'),
    },
    { code: 'QUALITY', label: 'Agency’s record', bps: bounded(terms.qualityBps, 'QUALITY_LEAST', 'QUALITY_MOST') },
    named('TEMPERATURE', terms.temperature),
    named('VERIFICATION', 'VERIFIED', terms.isVerified),
    named('CONTACT_KIND', terms.contactKind),
    named('EXCLUSIVITY', 'EXCLUSIVE', terms.isExclusive),
    {
      code: 'AGE',
      label: terms.ageDays === 1 ? 'On sale for 1 day' : `On sale for ${terms.ageDays} days`,
      bps: ageFactor(terms.ageDays, values.AGE_HALF_LIFE, values.AGE_LEAST),
    },
  ];
  return factors.filter(({ bps }) => bps !== ONE);
}

/** "+40%", "-7.5%" */
function percentText(bps: number): string {
  const change = (bps - ONE) / 100;
  return `${change > 0 ? '+' : ''}${change}%`;
}

/**
 * The price of one listing for one buyer. The factors are multiplied exactly and the product is rounded once, to the
 * minor unit; each line's amount is what it changed of the rounded price so far, so the lines sum to the total. The
 * total is never under the agency's floor, nor under one minor unit, nor over the most that is paid.
 */
export function priceWith(terms: PriceTerms, settings: Factors): Priced {
  const { base } = terms;
  const lines: PriceLine[] = [{ code: 'BASE', label: terms.baseLabel, factor: null, amount: base }];
  let numerator = 1n;
  let denominator = 1n;
  let total = base;
  for (const { code, label, bps } of factorsOf(terms, settings)) {
    numerator *= BigInt(bps);
    denominator *= BigInt(ONE);
    const next = scale(base, numerator, denominator);
    lines.push({ code, label: `${label}: ${percentText(bps)}`, factor: bps / ONE, amount: subtract(next, total) });
    total = next;
  }
  const least = terms.floorMinor > 0n ? terms.floorMinor : 1n;
  if (total.minor < least) {
    const floor = money(least, base.currency);
    const label = terms.floorMinor > 0n ? 'Agency’s lowest price' : 'Lowest price of the market';
    lines.push({ code: 'FLOOR', label, factor: null, amount: subtract(floor, total) });
    total = floor;
  }
  const { mostMinor } = terms;
  if (mostMinor !== undefined && total.minor > mostMinor) {
    const most = money(mostMinor, base.currency);
    lines.push({ code: 'MOST', label: 'The most that is paid', factor: null, amount: subtract(most, total) });
    total = most;
  }
  return { lines, total };
}

/** The discount for that many leads in one purchase, in hundredths of a percent. */
export function volumeDiscountOf(count: number, { values }: Factors): number {
  const step = volumeStepOf(count);
  return step ? values[step.code] : 0;
}

const VOLUME_STEPS = [
  { from: 500, code: 'VOLUME_500' },
  { from: 100, code: 'VOLUME_100' },
  { from: 25, code: 'VOLUME_25' },
] as const;

const volumeStepOf = (count: number) => VOLUME_STEPS.find(({ from }) => count >= from);

/** The fewest leads in one purchase that get the discount of that many; 0 where there is none for so few. */
export const volumeFrom = (count: number): number => volumeStepOf(count)?.from ?? 0;

/**
 * What a buyer of many pays for one of them: the price shown on the market less the discount, rounded once, and never
 * under the agency's floor. (The floor is itself never over the price shown.)
 */
export function discounted(priceMinor: bigint, floorMinor: bigint, discountBps: number, currency: string): bigint {
  const { minor } = scale(money(priceMinor, currency), BigInt(ONE - discountBps), BigInt(ONE));
  const least = floorMinor < priceMinor ? floorMinor : priceMinor;
  return minor < least ? least : minor;
}
