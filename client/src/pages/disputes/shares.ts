import { exponentOf, type MoneyValue } from '../../app/format';

/** Who has what of a sale's money after a decision. */
export interface Shares {
  buyer: MoneyValue;
  agency: MoneyValue;
  fee: MoneyValue;
}

const WHOLE_BPS = 10_000;

export const ofMinor = (minor: number, { currency }: MoneyValue): MoneyValue => ({ minor, currency });

/** The market's own split: the fee of what the buyer does not get back is rounded down, the rest is the agency's. */
export function sharesAfter(gross: MoneyValue, refundMinor: number, feeBps: number): Shares {
  const kept = Number(gross.minor) - refundMinor;
  const fee = Math.floor((kept * feeBps) / WHOLE_BPS);
  return { buyer: ofMinor(refundMinor, gross), agency: ofMinor(kept - fee, gross), fee: ofMinor(fee, gross) };
}

/** A share of an amount in whole percent, to the nearest minor unit and never nothing. */
export const percentOf = (gross: MoneyValue, percent: number): number =>
  Math.max(1, Math.round((Number(gross.minor) * percent) / 100));

/** What so many clicks are worth of what was paid for all, as the market works it out. */
export const worthOf = (count: number, of: number, paid: MoneyValue): number =>
  Math.max(1, Math.round((Number(paid.minor) * count) / of));

/** A number of clicks as typed, all where nothing is; null where it is none that may be. */
export function countOf(typed: string | null, most: number): number | null {
  if (typed === null) return most;
  const count = /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= most ? count : null;
}

/** An amount as a person would type it, such as 12.50. */
export function plainAmount({ minor, currency }: MoneyValue): string {
  const digits = exponentOf(currency);
  return (Number(minor) / 10 ** digits).toFixed(digits);
}
