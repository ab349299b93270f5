import { finding, type Finding } from '../signals';
import { NOTED } from './shaped';

/** What of a row may count up. */
export interface Countable {
  row: number;
  phone: string | null;
  email: string | null;
}

/** So many rows: fewer neighbours meet by chance in a file. */
export const LEAST_ROWS = 6;

/** Numbers of people who have only a provider in common meet by chance more often. */
const LEAST_STRANGERS = 12;

/** Made-up numbers go by small steps; those of real people, taken together, leave every gap. */
const MOST_STEP = 5000;

export interface Run {
  what: 'phone numbers' | 'e-mail addresses';
  rows: number[];
}

/** Contacts of so many that count up are made up; of fewer they may be of people who bought their cards together. */
const LONG_RUN = 10;

/** That contacts of so many leads count up, or lie side by side. */
export function inSequence(what: Run['what'], count: number, how: string): Finding {
  const found = finding('CONTACTS_IN_SEQUENCE', { what, count: String(count), how });
  return count < LONG_RUN ? { ...found, weight: NOTED } : found;
}

/** A hundred numbers that begin alike: of people who leave theirs in one day hardly two are in one. */
export const phonesBeside = (phone: string): string => phone.slice(0, -2);

/** A hundred addresses that differ in the end of their number alone; null where it is short, or a year. */
export function emailsBeside(email: string): string | null {
  const parts = emailParts(0, email);
  return parts && parts.digits > 2 && !isYear(parts) ? email.replace(/\d\d(?=@)/, '') : null;
}

/** What stays the same, and the number that may count. */
interface Parts {
  row: number;
  stem: string;
  domain: string;
  number: number;
  digits: number;
}

/**
 * Rows whose phones, or the numbers at the end of their e-mail names, go up by one step: 0722 100001, 0722 100002, … or
 * anna1@, anna2@, …; in whatever order the rows stand where what is before the number is the same, and whatever is before
 * it where they stand in order. A row is in one run of each kind at most, the longest.
 */
export function runsIn(rows: readonly Countable[]): Run[] {
  const phones = rows.map(({ row, phone }) => phoneParts(row, phone));
  const emails = rows.map(({ row, email }) => emailParts(row, email));
  const told = emails.flatMap((parts) => (parts !== null && parts.digits > 2 && !isYear(parts) ? [parts] : []));
  return [
    ...longestOf('phone numbers', [...runsInOrder(phones), ...runsOfStems(phones, ({ stem }) => stem, LEAST_ROWS)]),
    ...longestOf('e-mail addresses', [
      ...runsInOrder(emails),
      ...runsOfStems(emails, ({ stem, domain }) => stem + domain, LEAST_ROWS),
      ...runsOfStems(told, ({ domain }) => domain, LEAST_STRANGERS),
    ]),
  ];
}

function longestOf(what: Run['what'], found: readonly number[][]): Run[] {
  const taken = new Set<number>();
  return [...found]
    .sort((a, b) => b.length - a.length)
    .flatMap((rows) => {
      if (rows.some((row) => taken.has(row))) return [];
      for (const row of rows) taken.add(row);
      return [{ what, rows: [...rows].sort((a, b) => a - b) }];
    })
    .sort((a, b) => a.rows[0]! - b.rows[0]!);
}

const phoneParts = (row: number, phone: string | null): Parts | null =>
  phone === null ? null : { row, stem: phone.slice(0, -6), domain: '', number: Number(phone.slice(-6)), digits: 6 };

function emailParts(row: number, email: string | null): Parts | null {
  const [, stem = '', digits = '', domain = ''] = /^(.*?\D)(\d{1,6})(@.+)$/.exec(email ?? '') ?? [];
  return digits === '' ? null : { row, stem, domain, number: Number(digits), digits: digits.length };
}

/** People put the year of their birth there, and all years of a generation together count up. */
const isYear = ({ number }: Parts): boolean => number > 1920 && number < 2030;

/** Rows one after the other that go by one step, whatever stands before the number. */
function runsInOrder(all: readonly (Parts | null)[]): number[][] {
  const runs: number[][] = [];
  let run: Parts[] = [];
  let step = 0;
  const end = (): void => {
    if (run.length >= LEAST_ROWS) runs.push(run.map(({ row }) => row));
  };
  for (const parts of all) {
    const last = run.at(-1);
    const next = parts && last ? parts.number - last.number : 0;
    const isStep = next !== 0 && Math.abs(next) <= MOST_STEP;
    if (parts && isStep && (run.length === 1 || next === step)) {
      run.push(parts);
    } else {
      end();
      // The row before may begin another run, by another step.
      run = parts ? [...(isStep && last ? [last] : []), parts] : [];
    }
    step = next;
  }
  end();
  return runs;
}

/** Rows with one stem whose numbers, set in order, go by one step; others of the stem may lie between. */
function runsOfStems(all: readonly (Parts | null)[], stemOf: (parts: Parts) => string, least: number): number[][] {
  const stems = new Map<string, Map<number, number>>();
  for (const parts of all) {
    if (!parts) continue;
    const stem = stemOf(parts);
    const numbers = stems.get(stem) ?? new Map<number, number>();
    if (!numbers.has(parts.number)) numbers.set(parts.number, parts.row);
    stems.set(stem, numbers);
  }
  return [...stems.values()].flatMap((rowOf) =>
    rowOf.size < least
      ? []
      : chainsOf([...rowOf.keys()], least).map((chain) => chain.map((number) => rowOf.get(number)!)),
  );
}

/** Steps that are tried: the small ones, and the gaps that numbers leave most often. */
const SMALL_STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const MOST_TRIED = 6;

/** The longest chains of numbers that go by one step, each number in one chain. */
function chainsOf(numbers: readonly number[], least: number): number[][] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const gaps = new Map<number, number>();
  sorted.slice(1).forEach((number, place) => {
    const gap = number - sorted[place]!;
    if (gap <= MOST_STEP) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  });
  const frequent = [...gaps]
    .filter(([, times]) => times >= least / 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TRIED)
    .map(([gap]) => gap);
  const known = new Set(sorted);
  return [...new Set([...SMALL_STEPS, ...frequent])].flatMap((step) =>
    sorted
      .filter((number) => !known.has(number - step))
      .map((start) => {
        const chain = [start];
        for (let next = start + step; known.has(next); next += step) chain.push(next);
        return chain;
      })
      .filter((chain) => chain.length >= least),
  );
}
