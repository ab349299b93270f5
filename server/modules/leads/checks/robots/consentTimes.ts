import { HOUR, MINUTE, SECOND } from '../../../../platform/clock';
import { finding } from '../signals';
import { type Judged, peopleOf, type Shaped } from './shaped';

/** So many within a minute are worth noting, and so many more than people bring to one agency. */
const FEW_AT_ONCE = 30;
const MANY_AT_ONCE = 60;
const NOTED_AT_ONCE = 15;

/** Where all have the very same time it is that of the file, and where they have a few it is rounded. */
const LEAST_MOMENTS = 5;

/** Consents that many gave within a minute. */
export function atOnce(rows: readonly Shaped[]): Judged[] {
  const told = rows.filter(({ consentAt }) => consentAt !== null);
  for (const least of [MANY_AT_ONCE, FEW_AT_ONCE]) {
    const close = closeIn(told, MINUTE, least, LEAST_MOMENTS);
    if (close.length === 0) continue;
    const found = finding('CONSENTS_AT_ONCE', { count: String(close.length) });
    return [[close, least === MANY_AT_ONCE ? found : { ...found, weight: NOTED_AT_ONCE }]];
  }
  return [];
}

/** Steps of whole days, and of times that people set down by the clock, are longer. */
const LONGEST_STEP = HOUR;
/** Shorter gaps of busy hours are alike by chance. */
const SHORT_STEP = 10 * SECOND;

/** Where times are rounded, to minutes or by being close, some gaps are alike by chance; so many one after the other are not. */
const LEAST_ROUNDED = 20;
const LEAST_EXACT = 10;

/** By how much gaps of one step may differ: a program that waits is late by a little. */
const gapError = (step: number): number => Math.min(SECOND, step / 50);

/**
 * Consents given online of which each comes as long after the one before, and none in between: people come in no step. An
 * export that rounds to minutes has minutes without anybody and minutes with several, so it has no such run.
 */
export function inSteps(rows: readonly Shaped[]): Judged[] {
  const told = rows.filter(({ consentAt, isOnline }) => isOnline && consentAt !== null);
  const sorted = [...new Map(told.map((row) => [row.person, row])).values()].sort((a, b) => timeOf(a) - timeOf(b));
  return runsOf(sorted).flatMap((run): Judged[] => {
    const step = timeOf(run[1]!) - timeOf(run[0]!);
    const isRounded = step % MINUTE === 0 || step < SHORT_STEP;
    if (run.length < (isRounded ? LEAST_ROUNDED : LEAST_EXACT)) return [];
    return [[run, finding('CONSENTS_IN_STEPS', { count: String(run.length) })]];
  });
}

const timeOf = ({ consentAt }: Shaped): number => consentAt!.getTime();

/** The rows, set in order, parted where the gap to the next is another than the gaps before. */
function runsOf(sorted: readonly Shaped[]): Shaped[][] {
  const runs: Shaped[][] = [];
  let run: Shaped[] = [];
  let step = 0;
  for (const row of sorted) {
    const last = run.at(-1);
    const gap = last ? timeOf(row) - timeOf(last) : 0;
    const isStep = gap > 0 && gap <= LONGEST_STEP;
    if (isStep && (run.length === 1 || Math.abs(gap - step) <= gapError(step))) {
      if (run.length === 1) step = gap;
      run.push(row);
      continue;
    }
    if (run.length > 2) runs.push(run);
    run = isStep ? [last!, row] : [row];
    step = gap;
  }
  return run.length > 2 ? [...runs, run] : runs;
}

/** The rows that lie within such a span of time with at least so many people, and at so many moments. */
export function closeIn(rows: readonly Shaped[], spanMs: number, least: number, leastMoments = 1): Shaped[] {
  const sorted = [...rows].sort((a, b) => timeOf(a) - timeOf(b));
  const close = new Set<Shaped>();
  let first = 0;
  for (const [last, row] of sorted.entries()) {
    while (timeOf(row) - timeOf(sorted[first]!) > spanMs) first++;
    if (last - first + 1 < least || momentsOf(sorted.slice(first, last + 1)) < leastMoments) continue;
    for (const one of sorted.slice(Math.max(first, last - least + 1), last + 1)) close.add(one);
  }
  const found = [...close];
  return peopleOf(found) < least ? [] : found;
}

const momentsOf = (rows: readonly Shaped[]): number => new Set(rows.map(timeOf)).size;
