import { monthNamed } from './monthNames';

/** Which number of `03/04/2026` is the day. */
export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST';

/** How a country writes dates: only the United States put the month first. */
const orderIn = (country: string): DateOrder => (country === 'US' ? 'MONTH_FIRST' : 'DAY_FIRST');

/**
 * Reads the moments that files carry, as `momentOf` does; where both orders of day and month could be meant, as the
 * country writes them.
 */
export const readMoment = (text: string | undefined, country: string): Date | null =>
  text === undefined ? null : momentOf(text, orderIn(country));

/** Whether a text names one moment everywhere: it has its zone, or counts from 1970. */
const isExact = (text: string): boolean => /(?:\dZ|[+-]\d{2}:?\d{2})$|^\d{10,13}$/.test(text.trim());

const CLOCK_ERROR_MS = 5 * 60 * 1000;
/** The widest time zone and a little: files often carry none. */
const WITHOUT_ZONE_MS = 26 * 60 * 60 * 1000;

/** How far ahead a moment may lie that is told by this text and has been. */
export const toleranceOf = (text: string | undefined): number =>
  text !== undefined && isExact(text) ? CLOCK_ERROR_MS : WITHOUT_ZONE_MS;

/** Nothing that is longer is a moment. */
const LONGEST_CHARS = 80;

/**
 * The moment that a text means: year first or last, months as numbers or as names in the market's languages, two
 * digits of a year, with or without a time, of 12 hours or 24, and an offset or zone. Times without one are read as
 * UTC; a date alone is the start of its day. `order` decides only where a date is possible in both orders. Null for
 * what is no moment.
 */
export function momentOf(text: string, order: DateOrder): Date | null {
  const written = text.replace(/[\u200e\u200f\u202f\u00a0]/g, ' ').trim();
  if (written.length > LONGEST_CHARS || !/\d/.test(written)) return null;
  if (/^\d+$/.test(written)) return ofDigits(written);
  const { date, time } = splitTime(written);
  const day = date && readDay(date, order);
  const since = day && time && readTime(time);
  return since ? new Date(day.getTime() + since.ms) : null;
}

/**
 * Whether a text is written as a date in numbers, also where no calendar has it: 31/02/2026, 0000-00-00. The cells of a column
 * of times, and no phone numbers.
 */
export function isDateLike(text: string): boolean {
  const date = splitTime(text.trim()).date;
  const [, year, , a, b] = YEAR_FIRST.exec(date) ?? [];
  const [, c, , d, last] = NUMBERS.exec(date) ?? [];
  const [first, second] = [Number(a ?? c), Number(b ?? d)];
  if (/^0{4}$/.test(year ?? last ?? '')) return first === 0 && second === 0;
  const isDay = first <= 31 && second <= 31 && Math.min(first, second) <= 12;
  return isDay && /^(?:19|20)\d{2}$/.test(year ?? last ?? '');
}

/**
 * Which number is the day in a column of dates: the order in which more of its cells are possible, none of them yet
 * to come; the country's own where both orders are as good.
 */
export function orderOf(texts: readonly string[], country: string, now: Date): DateOrder {
  const misfits = (order: DateOrder): number =>
    texts.filter((text) => {
      const strict = strictDate(text, order);
      return strict !== undefined && (strict === null || strict.getTime() > now.getTime() + DAY_MS);
    }).length;
  const usual = orderIn(country);
  const other = usual === 'DAY_FIRST' ? 'MONTH_FIRST' : 'DAY_FIRST';
  return misfits(other) < misfits(usual) ? other : usual;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a text whose day and month are both numbers, in this order alone; undefined for every other text. */
function strictDate(text: string, order: DateOrder): Date | null | undefined {
  const numbers = NUMBERS.exec(splitTime(text.trim()).date);
  if (!numbers) return undefined;
  const [, first, , second, year] = numbers;
  return order === 'DAY_FIRST' ? dayOf(year!, second!, first!) : dayOf(year!, first!, second!);
}

const ZONE_HOURS: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, wet: 0, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3, eat: 3, msk: 3, uzt: 5 },
  ...{ edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 },
};

const TIME = new RegExp(
  String.raw`(?:T|[\s,]+(?:(?:at|um|à|в|στις)\s+|-\s+)?)` +
    String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?` +
    String.raw`\s*(?<half>[apπμ]\.?\s?[mμ]\.?)?(?:\s*(?:uhr|h))?` +
    String.raw`\s*(?<zone>[a-z]{1,4})?\s*(?<offset>[+-]\d{1,2}(?::?\d{2})?)?(?:\s*\([^)]*\))?$`,
  'iu',
);

type Groups = Record<string, string | undefined>;

/** The date and the time of a text; without a time, midnight. */
function splitTime(written: string): { date: string; time: Groups } {
  const found = TIME.exec(written);
  return found ? { date: written.slice(0, found.index), time: found.groups! } : { date: written, time: {} };
}

/** Milliseconds from the start of the day in UTC; null where there is no such time. */
function readTime({ hour = '0', minute = '0', second = '0', fraction = '0', half, zone, offset }: Groups) {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^[pμ]/i.test(half) ? 12 : 0);
  }
  const zoneHours = zone === undefined ? 0 : ZONE_HOURS[zone.toLowerCase()];
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59 || zoneHours === undefined) return null;
  const [, sign, offsetHours = '0', offsetMinutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset ?? '') ?? [];
  const away = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const seconds = hours * 3600 + Number(minute) * 60 + Number(second) - zoneHours * 3600 - away * 60;
  return { ms: seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000) };
}

const YEAR_FIRST = /^(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/;
const NUMBERS = /^(\d{1,2})([./-]|\s(?=.*\s\d{4}$))\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?$/;
/** Words and marks that stand around the parts of a date and say nothing. */
const AROUND = /(?<=\d)(?:st|nd|rd|th|º)(?=[\s,.]|$)|(?<=[\s\d])(?:of|de|del|г|года|թ)(?=[\s.]|$)/giu;

function readDay(written: string, order: DateOrder): Date | null {
  const date = written.trim();
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
  const numbers = NUMBERS.exec(date);
  if (!numbers) return namedDay(date);
  const [, first, , second, year] = numbers;
  const [dayFirst, monthFirst] = [dayOf(year!, second!, first!), dayOf(year!, first!, second!)];
  return order === 'DAY_FIRST' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/** `Fri, 20 Nov 2026`, `November 20th, 2026`, `2026. november 20.`, `20 ноября 2026 г.` */
function namedDay(date: string): Date | null {
  const parts = date.replace(AROUND, ' ').match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  // The name of the day of the week, where there is one, stands in front.
  const [one, two, three, ...more] = parts.length === 4 && !/^\d/.test(parts[0]) ? parts.slice(1) : parts;
  if (one === undefined || two === undefined || three === undefined || more.length > 0) return null;
  const [a, b] = [monthNamed(one), monthNamed(two)];
  if (b !== undefined) return /^\d{4}$/.test(one) ? dayOf(one, String(b), three) : dayOf(three, String(b), one);
  return a === undefined ? null : dayOf(three, String(a), two);
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2099;
/** Two digits from here on are of the twentieth century. */
const CENTURY_TURNS_AT = 70;

/** The start of a day in UTC; null for a day that no calendar has, such as the 31st of June. */
function dayOf(yearText: string, monthText: string, dayText: string): Date | null {
  if (!/^(?:\d{2}|\d{4})$/.test(yearText) || !/^\d{1,2}$/.test(monthText) || !/^\d{1,2}$/.test(dayText)) return null;
  const [written, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const year = yearText.length === 4 ? written : written + (written < CENTURY_TURNS_AT ? 2000 : 1900);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

/** `20261120`, and the seconds or milliseconds since 1970 that programs export: of this century until 2099. */
function ofDigits(digits: string): Date | null {
  const day = /^(20\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (day) return dayOf(day[1]!, day[2]!, day[3]!);
  const ms = digits.length === 10 ? Number(digits) * 1000 : digits.length === 13 ? Number(digits) : NaN;
  return ms >= Date.UTC(2001, 8, 9) && ms < Date.UTC(2100, 0, 1) ? new Date(ms) : null;
}
