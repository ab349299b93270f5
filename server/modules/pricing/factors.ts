/**
 * The settings of the price formula: every one a whole number, so that prices are exact. The figures are those of the
 * published formula (docs/decisions/0031-price.md); admins change them with `setFactor`, each change a new version.
 */
export type FactorUnit = 'BPS' | 'DAYS';

export interface FactorRule {
  /** What a reader of a price sees. */
  label: string;
  /** BPS: hundredths of a percent, 10000 = x1. */
  unit: FactorUnit;
  /** What a new market starts with. */
  value: number;
  least: number;
  most: number;
}

const times = (label: string, value: number, least = 1_000, most = 50_000): FactorRule => ({
  label,
  unit: 'BPS',
  value,
  least,
  most,
});

export const FACTORS = {
  CAPITAL_CITY: times('Capital city', 14_000),
  LARGE_CITY: times('Large city', 12_000),
  COMPETITION_LEAST: times('Lowest effect of demand', 6_000, 1_000, 10_000),
  COMPETITION_MOST: times('Highest effect of demand', 20_000, 10_000, 50_000),
  QUALITY_LEAST: times('Lowest effect of the agency’s record', 7_000, 1_000, 10_000),
  QUALITY_MOST: times('Highest effect of the agency’s record', 13_000, 10_000, 50_000),
  HOT: times('Hot lead', 15_000),
  WARM: times('Warm lead', 10_000),
  COLD: times('Cold lead', 6_000),
  VERIFIED: times('Verified', 12_500),
  INTERESTED: times('Questionnaire, wish or time to call', 12_000),
  QUICK: times('Name and contact only', 9_000),
  REGISTRATION: times('No phone', 10_000),
  PROMO: times('From an offline channel', 10_000),
  EXCLUSIVE: times('Exclusive', 22_000),
  AGE_HALF_LIFE: { label: 'Days in which age halves the price', unit: 'DAYS', value: 7, least: 1, most: 60 },
  AGE_LEAST: times('Lowest effect of age', 1_000, 100, 10_000),
  VOLUME_25: times('Discount from 25 leads', 500, 0, 5_000),
  VOLUME_100: times('Discount from 100 leads', 1_000, 0, 5_000),
  VOLUME_500: times('Discount from 500 leads', 1_500, 0, 5_000),
} as const satisfies Record<string, FactorRule>;

export type FactorCode = keyof typeof FACTORS;

/** A country that no published figure names, in hundredths of a percent of the United States. */
export const UNKNOWN_COUNTRY_BPS = 4_000;

/** The bounds of a country's own index. */
export const COUNTRY_LIMITS = { least: 500, most: 30_000 };

/** One version of all settings of the price formula. */
export interface Factors {
  version: number;
  values: Record<FactorCode, number>;
  /** Country index by ISO 3166-1 alpha-2 code, United States = 10000. */
  countries: Record<string, number>;
}

export const FIRST_VALUES = Object.fromEntries(
  Object.entries(FACTORS).map(([code, { value }]) => [code, value]),
) as Record<FactorCode, number>;

/** Pairs whose order is part of the formula's sense: the first is never over the second. */
const ORDERED: readonly (readonly [FactorCode, FactorCode])[] = [
  ['COLD', 'WARM'],
  ['WARM', 'HOT'],
  ['LARGE_CITY', 'CAPITAL_CITY'],
  ['VOLUME_25', 'VOLUME_100'],
  ['VOLUME_100', 'VOLUME_500'],
];

/** Codes that may not take value away: verified, exclusive and large are never cheaper. */
const NEVER_UNDER_ONE: readonly FactorCode[] = ['VERIFIED', 'EXCLUSIVE', 'LARGE_CITY', 'INTERESTED'];

/** Why these values make no sensible formula, in one sentence; null when they do. */
export function faultOf(values: Readonly<Record<FactorCode, number>>): string | null {
  for (const [code, rule] of Object.entries(FACTORS) as [FactorCode, FactorRule][]) {
    const value = values[code];
    if (!Number.isInteger(value) || value < rule.least || value > rule.most) {
      return `${code} is a whole number from ${rule.least} to ${rule.most}.`;
    }
  }
  for (const [lower, higher] of ORDERED) {
    if (values[lower] > values[higher]) return `${lower} may not be over ${higher}.`;
  }
  const under = NEVER_UNDER_ONE.find((code) => values[code] < 10_000);
  return under ? `${under} may not be under 10000 (x1).` : null;
}
