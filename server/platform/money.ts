/**
 * Money as whole minor units (cents) in a bigint, and all arithmetic on it. Nothing else in the server adds, splits or
 * rounds an amount. Amounts of two currencies never meet: every function here refuses the mixture.
 */
export type Money = { minor: bigint; currency: string };

/** The one currency that prices, wallets and sales of this market are kept in. */
export const MARKET_CURRENCY = 'USD';

/**
 * Digits after the point, as ISO 4217 says and as the card provider charges. Intl is no source for this: it shows the
 * forint without its two digits, and an amount of 100 times the wanted one would be charged.
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  AED: 2,
  AMD: 2,
  AUD: 2,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  INR: 2,
  JPY: 0,
  KES: 2,
  KWD: 3,
  MXN: 2,
  NOK: 2,
  NZD: 2,
  PLN: 2,
  RON: 2,
  SEK: 2,
  SGD: 2,
  TZS: 2,
  USD: 2,
  UZS: 2,
  ZAR: 2,
};

/** Digits after the point of a currency; throws on one that the table above does not list. */
export function exponentOf(currency: string): number {
  const exponent = EXPONENTS[currency];
  if (exponent === undefined) throw new RangeError(`unknown currency ${currency}`);
  return exponent;
}

/** An amount of `minor` units of a known currency. */
export function money(minor: bigint, currency: string): Money {
  exponentOf(currency);
  return { minor, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Sum of amounts of one currency; of none at all: zero of `currency`. */
export function sum(amounts: readonly Money[], currency: string = amounts[0]?.currency ?? MARKET_CURRENCY): Money {
  return amounts.reduce(add, money(0n, currency));
}

export function isLess(a: Money, b: Money): boolean {
  sameCurrency(a, b);
  return a.minor < b.minor;
}

/** The amount in the middle between two, rounded to the whole minor unit, a half up. */
export function halfway(a: Money, b: Money): Money {
  const { minor, currency } = add(a, b);
  const half = minor / 2n;
  return money(minor > 0n ? half + (minor % 2n) : half, currency);
}

/**
 * Splits an amount in proportion to the weights so that the parts sum to the whole to the last cent: each part is its
 * exact share rounded down, and the units left over go to the largest remainders (of equal ones, the first).
 * Weights may be 0 but not negative, and not all of them 0.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const whole = weights.reduce((sumOfWeights, weight) => sumOfWeights + weight, 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must be 0 or more, and at least one above 0');
  }
  const sign = total.minor < 0n ? -1n : 1n;
  const size = total.minor * sign;
  const shares = weights.map((weight, index) => ({
    index,
    minor: (size * weight) / whole,
    remainder: (size * weight) % whole,
  }));
  let left = size - shares.reduce((given, share) => given + share.minor, 0n);
  const byRemainder = [...shares].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.minor += 1n;
    left -= 1n;
  }
  return shares.map((share) => money(share.minor * sign, total.currency));
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const WHOLE_BPS = 10_000n;

/** The platform's share of a gross amount: `bps` hundredths of a percent, rounded down in favour of the seller. */
export function feeOf(gross: Money, bps: number): Money {
  if (gross.minor < 0n) throw new RangeError('a fee is taken of an amount of 0 or more');
  if (!Number.isInteger(bps) || bps < 0 || bps > 10_000) throw new RangeError('bps is a whole number, 0 to 10000');
  return money((gross.minor * BigInt(bps)) / WHOLE_BPS, gross.currency);
}

/**
 * Minor units of a decimal number, halves away from zero. Works on the digits that JavaScript prints for the number,
 * so 1.005 is one and five thousandths (101 cents) and not the binary fraction just below it.
 */
export function minorFromDecimal(value: number, currency: string): bigint {
  if (!Number.isFinite(value)) throw new RangeError('an amount is a finite number');
  const [mantissa = '0', power = '0'] = Math.abs(value).toString().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const shift = Number(power) - fraction.length + exponentOf(currency);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedDivision(digits, 10n ** BigInt(-shift));
  return value < 0 ? -size : size;
}

/** `amount` x numerator / denominator, rounded once, halves away from zero. */
export function scale(amount: Money, numerator: bigint, denominator: bigint): Money {
  if (denominator <= 0n || numerator < 0n) throw new RangeError('a scale is 0 or more, over a positive denominator');
  const size = roundedDivision((amount.minor < 0n ? -amount.minor : amount.minor) * numerator, denominator);
  return money(amount.minor < 0n ? -size : size, amount.currency);
}

const roundedDivision = (digits: bigint, by: bigint): bigint => (digits * 2n + by) / (by * 2n);

/** Minor units as the driver gives them back: it reads small longs as numbers. Refuses a number that lost digits. */
export function toMinor(stored: bigint | number | null | undefined): bigint {
  if (typeof stored === 'number' && !Number.isSafeInteger(stored)) throw new RangeError('not a whole minor amount');
  return BigInt(stored ?? 0);
}

/** The amount with plain digits and a point, "-12.05": for files and machines. */
export function decimalText(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(exponent + 1, '0');
  const sign = amount.minor < 0n ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The amount as people of a language write it, with every digit of its currency: "$1,234.50". */
export function formatMoney(amount: Money, locale = 'en'): string {
  const digits = exponentOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A string keeps every digit of amounts that a double cannot hold.
  return format.format(decimalText(amount) as Intl.StringNumericLiteral);
}
