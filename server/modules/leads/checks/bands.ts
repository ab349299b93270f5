/**
 * What a preview may say of a number or a day: wide enough that many people share it. The exact answer is sealed with the
 * contact.
 */

/** From it on a count is no count: a phone number, or an id, in the wrong column. */
const IMPLAUSIBLE_COUNT_FROM = 1_000_000;
const IMPLAUSIBLE_AMOUNT_FROM = 1e11;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const YEARS_IN_BAND = 5;

/**
 * A count in words: one digit as it is, years by five, two digits by ten, more in steps of 1, 2, 5. Null for what is
 * no count.
 */
export function bandOfCount(number: number): string | null {
  if (number < 0 || number >= IMPLAUSIBLE_COUNT_FROM) return null;
  const whole = Math.floor(number);
  if (whole < 10) return String(whole);
  if (whole >= FIRST_YEAR && whole < LAST_YEAR) return inWords(whole - (whole % YEARS_IN_BAND), YEARS_IN_BAND);
  if (whole < 100) return inWords(whole - (whole % 10), 10);
  const { from, to } = stepOf(whole);
  const isBefore = whole < FIRST_YEAR && to > FIRST_YEAR;
  const first = whole >= LAST_YEAR ? Math.max(from, LAST_YEAR) : from;
  return inWords(first, (isBefore ? FIRST_YEAR : to) - first);
}

/** Years and other numbers of four digits stay together. */
function inWords(from: number, width: number): string {
  const to = from + width - 1;
  return to < 10_000 ? `${from} to ${to}` : `${grouped(from)} to ${grouped(to)}`;
}

/** An amount of money in words, in steps of 1, 2, 5: "2,000 to 5,000". Null for what is no amount. */
export function bandOfAmount(amount: number): string | null {
  if (amount < 0 || amount >= IMPLAUSIBLE_AMOUNT_FROM) return null;
  if (amount < 100) return 'under 100';
  const { from, to } = stepOf(amount);
  return `${grouped(from)} to ${grouped(to)}`;
}

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** The steps of 1, 2, 5, 10, 20, 50 … between which a number of at least 1 lies. */
function stepOf(number: number): { from: number; to: number } {
  const ten = 10 ** (String(Math.floor(number)).length - 1);
  if (number < 2 * ten) return { from: ten, to: 2 * ten };
  return number < 5 * ten ? { from: 2 * ten, to: 5 * ten } : { from: 5 * ten, to: 10 * ten };
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month of a day: "March 2026". */
export const monthOf = (at: Date): string => MONTH.format(at);
