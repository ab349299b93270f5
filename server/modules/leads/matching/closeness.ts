import { areNeighbours } from '../checks/keyboard';

/**
 * How many slips lie between two texts: letters changed, left out, put in, or swapped with their neighbour. Counts no
 * further than `most`; then `most + 1`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (one === other) return 0;
  const [a, b] = whereTheyDiffer(one, other);
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (a.length <= 1 && b.length <= 1) return 1;
  if (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]) return 1;
  // What begins and ends unlike has a slip at either end at least.
  return most === 1 ? 2 : slipsWithin(a, b, most);
}

/** The middles of two texts, without what both begin and end with. */
function whereTheyDiffer(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function slipsWithin(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, most + 1);
}

/** One slip in a short word, two in a long one. */
export function isSlip(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  const most = length >= 8 ? 2 : 1;
  return length >= 4 && slipsBetween(a, b, most) <= most;
}

/** A slip that leaves letters out, puts them in or swaps neighbours, and makes no letter another one. */
export function isSlipOfFinger(a: string, b: string): boolean {
  if (!isSlip(a, b)) return false;
  const slips = slipsBetween(a, b, 2);
  const sorted = (word: string): string => [...word].sort().join('');
  return slips === Math.abs(a.length - b.length) || (slips === 1 && sorted(a) === sorted(b));
}

/** Letters that one hears for each other. */
const HEARD_ALIKE: readonly string[] = ['aeiouy', 'bpv', 'dt', 'gkqhx', 'fvw', 'szc', 'ck', 'jyg', 'mn', 'lr'];

/** Letters that hands or ears mistake for each other. */
export const isTakenFor = (a: string, b: string): boolean =>
  areNeighbours(a, b) || HEARD_ALIKE.some((letters) => letters.includes(a) && letters.includes(b));

/**
 * A slip whose letters are neighbours on the keyboard, or sound alike, behind the first one, which people seldom mistake:
 * Margarit for Margaret, but not Cory for Rory.
 */
export function isSlipOfHand(a: string, b: string): boolean {
  if (isSlipOfFinger(a, b)) return true;
  if (!isSlip(a, b) || a[0] !== b[0]) return false;
  return a.length !== b.length || [...a].every((letter, place) => letter === b[place] || isTakenFor(letter, b[place]!));
}

/** Jaro's and Winkler's likeness of two texts, 0 to 1: letters in common near the same place, a common beginning. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  let taken = 0;
  let m = 0;
  const common: number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const stop = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < stop; j += 1) {
      // Bits of one number: names longer than it are compared by their beginnings.
      if (j > 30 || taken & (1 << j) || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken |= 1 << j;
      common[m] = a.charCodeAt(i);
      m += 1;
      break;
    }
  }
  if (m === 0) return 0;
  let swapped = 0;
  for (let j = 0, at = 0; at < m; j += 1) {
    if (!(taken & (1 << j))) continue;
    if (b.charCodeAt(j) !== common[at]) swapped += 0.5;
    at += 1;
  }
  const jaro = (m / a.length + m / b.length + (m - Math.floor(swapped)) / m) / 3;
  let start = 0;
  while (start < 4 && start < a.length && a[start] === b[start]) start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}
