import { cutTime } from './clockTime';
import { monthNamed } from './monthNames';
import { momentByClock, type Zone } from './zones';

/** Which number of `03/04/2026` is the day. */
export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST';

/** How a country writes dates: only the United States put the month first. */
const orderIn = (country: string): DateOrder => (country === 'US' ? 'MONTH_FIRST' : 'DAY_FIRST');

/** What a text says of a moment: the day and time that clocks show, given as if it were UTC, and the zone where it names one. */
export interface WrittenMoment {
  wallMs: number;
  zone: Zone | null;
  /** False of a day alone. */
  hasTime: boolean;
  /** The order of day and month in which alone it can be read; null where both or neither are possible. */
  onlyOrder: DateOrder | null;
}

/** Nothing that is longer is a moment. */
const LONGEST_CHARS = 80;

/**
 * Reads year first or last, months as numbers or as names in the market's languages, two digits of a year, with or without
 * a time, of 12 hours or 24, and an offset or zone; a date alone is the start of its day. `order` decides only where a
 * date is possible in both orders. Null for what is no moment.
 */
function readWritten(text: string, order: DateOrder): WrittenMoment | null {
  const written = text
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[\u2009\u202f\u00a0]/g, ' ')
    .trim();
  if (written.length > LONGEST_CHARS || !/\d/.test(written)) return null;
  if (/^\d+$/.test(written)) return ofDigits(written);
  const cut = cutTime(withRomanMonth(written));
  const day = cut && readDay(cut.date, order);
  if (!day) return null;
  return {
    wallMs: day.getTime() + (cut.ms ?? 0),
    zone: cut.zone,
    hasTime: cut.ms !== null,
    onlyOrder: onlyOrderOf(cut.date),
  };
}

/** Months as Hungarians and others number them, between the other two parts of a date: `2026. XI. 23.`, `23/XI/2026`. */
const ROMAN = /^(\d{1,4}(?:[./-]\s?|\s))(X?I{1,3}|IV|VI{0,3}|IX|X|[\u2160-\u216b])(?=(?:[./-]\s?|\s)\d)/i;
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const ENGLISH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** With the month's name for its Roman number, which no order of day and month mistakes. */
const withRomanMonth = (written: string): string =>
  written.replace(ROMAN, (whole, before: string, numeral: string) => {
    const month = ROMANS.indexOf(numeral.normalize('NFKC').toUpperCase());
    return month < 0 ? whole : `${before}${ENGLISH.format(Date.UTC(2024, month))}`;
  });

/** The moment that is written; where it names no zone, by the clocks of this one. */
export const momentIn = ({ wallMs, zone }: WrittenMoment, clock: Zone): Date => momentByClock(wallMs, zone ?? clock);

/** The moment that a text means, by UTC where it names no zone. */
export function momentOf(text: string, order: DateOrder): Date | null {
  const written = readWritten(text, order);
  return written && momentIn(written, 0);
}

/**
 * Reads a cell that is said to be a moment: what `readWritten` does, and the days since 1900 by which spreadsheets count,
 * with the time as their fraction; where both orders of day and month could be meant, as the country writes them.
 */
export const readCell = (text: string, order: DateOrder): WrittenMoment | null =>
  readWritten(text, order) ?? ofSerial(text);

export const readCellIn = (text: string | undefined, country: string): WrittenMoment | null =>
  text === undefined ? null : readCell(text, orderIn(country));

/** The moment that a cell means in files of a country, by UTC where it names no zone. */
export function readMoment(text: string | undefined, country: string): Date | null {
  const written = readCellIn(text, country);
  return written && momentIn(written, 0);
}

/** The same moment as every reader takes it: ISO 8601, with its zone where it has one. */
export function isoOf(written: WrittenMoment, clock: Zone | null): string {
  const zone = written.zone ?? clock;
  if (zone !== null) return momentIn(written, zone).toISOString();
  const iso = new Date(written.wallMs).toISOString();
  return written.hasTime ? iso.slice(0, -1) : iso.slice(0, 10);
}

/**
 * Whether a text is written as a date in numbers, also where no calendar has it: 31/02/2026, 0000-00-00. The cells of a
 * column of times, and no phone numbers.
 */
export function isDateLike(text: string): boolean {
  const date = dateIn(text);
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

/** The date of a text, without its time; a text in which something else stands is all date. */
const dateIn = (text: string): string => bare(cutTime(text.trim())?.date ?? text.trim());

/** The day of a text whose day and month are both numbers, in this order alone; undefined for every other text. */
function strictDate(text: string, order: DateOrder): Date | null | undefined {
  const numbers = NUMBERS.exec(dateIn(text));
  if (!numbers) return undefined;
  const [, first, , second, year] = numbers;
  return order === 'DAY_FIRST' ? dayOf(year!, second!, first!) : dayOf(year!, first!, second!);
}

const YEAR_FIRST = /^(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/;
const NUMBERS = /^(\d{1,2})([./-]|\s(?=.*\s\d{4}$))\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?$/;
/** Words and marks that stand around the parts of a date and say nothing. */
const AROUND =
  /(?<=\d)(?:st|nd|rd|th|º)(?=[\s,.]|$)|(?<=[\s\d-])(?:of|de|del|den|г|год|года|թ|թվական|yil|йил|j?[áé]n|i)(?=[\s.,]|$)/giu;

/** A date in numbers without the day of the week in front of it and the word for the year behind it: `вт, 24.11.2026 г.` */
const bare = (date: string): string =>
  date
    .trim()
    .replace(/^\p{L}[\p{L}\p{M}]*\.?,?\s+(?=\d)/u, '')
    .replace(/(?<=\d)\.?[\s-]*(?:г|год|года|թ|yil|йил|j?[áé]n)\.?$/iu, '');

function readDay(written: string, order: DateOrder): Date | null {
  const date = bare(written);
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
  const both = inBothOrders(date);
  if (!both) return namedDay(written.trim());
  return order === 'DAY_FIRST' ? (both.DAY_FIRST ?? both.MONTH_FIRST) : (both.MONTH_FIRST ?? both.DAY_FIRST);
}

/** The day that a date in numbers means in each order; null for every other text. */
function inBothOrders(date: string): Record<DateOrder, Date | null> | null {
  const [, first, , second, year] = NUMBERS.exec(date) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  return { DAY_FIRST: dayOf(year, second, first), MONTH_FIRST: dayOf(year, first, second) };
}

function onlyOrderOf(written: string): DateOrder | null {
  const both = inBothOrders(bare(written));
  if (!both || (both.DAY_FIRST === null) === (both.MONTH_FIRST === null)) return null;
  return both.DAY_FIRST ? 'DAY_FIRST' : 'MONTH_FIRST';
}

/** `Fri, 20 Nov 2026`, `November 20th, 2026`, `2026. november 20.`, `20 ноября 2026 г.`, `2026-yil 20-noyabr` */
function namedDay(date: string): Date | null {
  const parts = date.replace(AROUND, ' ').match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  // The name of the day of the week, where there is one, stands in front.
  const [one, two, three, ...more] = parts.length === 4 && !/^\d/.test(parts[0]) ? parts.slice(1) : parts;
  if (one === undefined || two === undefined || three === undefined || more.length > 0) return null;
  const [a, b, c] = [monthNamed(one), monthNamed(two), monthNamed(three)];
  if (c !== undefined) return /^\d{4}$/.test(one) ? dayOf(one, String(c), two) : null;
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

/** `20261120`, `20261120101503`, and the seconds or milliseconds since 1970 that programs export: of this century until 2099. */
function ofDigits(digits: string): WrittenMoment | null {
  const [, year, month, date, hour, minute, second = '00'] =
    /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(digits) ?? [];
  const day = year && month && date ? dayOf(year, month, date) : null;
  if (day && hour !== undefined) {
    const time = cutTime(`${hour}:${minute}:${second}`)?.ms;
    return time === undefined || time === null ? null : wall(day.getTime() + time, true);
  }
  if (day || digits.length === 8) return day && wall(day.getTime(), false);
  const ms = digits.length === 10 ? Number(digits) * 1000 : digits.length === 13 ? Number(digits) : NaN;
  return ms >= Date.UTC(2001, 8, 9) && ms < Date.UTC(2100, 0, 1) ? { ...wall(ms, true), zone: 0 } : null;
}

const wall = (wallMs: number, hasTime: boolean): WrittenMoment => ({ wallMs, zone: null, hasTime, onlyOrder: null });

/** Day 0 of spreadsheets, which count a 29 February 1900 that never was. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
/** From 1970 until 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [25_569, 73_050];

/** `45990` or `45990.365`: a day as a spreadsheet keeps it, as the clock showed it to the second. */
function ofSerial(text: string): WrittenMoment | null {
  const [, days, fraction] = /^(\d{5})(?:[.,](\d{1,15}))?$/.exec(text.trim()) ?? [];
  if (days === undefined || Number(days) < FIRST_SERIAL || Number(days) > LAST_SERIAL) return null;
  const seconds = Math.round(Number(`${days}.${fraction ?? '0'}`) * 24 * 60 * 60);
  return wall(SERIAL_EPOCH + seconds * 1000, fraction !== undefined);
}
