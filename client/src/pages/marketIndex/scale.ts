/** From where to where prices are drawn, with round values to read them by. */
export interface Scale {
  /** Lowest first: the first and the last are the ends of it. */
  ticks: readonly number[];
  /** How high a value stands: 0 at the lowest tick, 1 at the highest. */
  heightOf(value: number): number;
}

/** So many spaces between ticks are told apart at the height of the curve. */
const MOST_SPACES = 3;
/** Prices further apart than this are drawn by their logarithm: one far off does not make a flat line of all others. */
const WIDE = 5;

/** Differences smaller than this part of a price are drawn as small as they are. */
const FINEST = 60;

/** 1, 2, 5, 10, 20, 50 and so on, from one no larger than `least`. */
function* roundValues(least: number): Generator<number> {
  for (let power = 10 ** Math.floor(Math.log10(least)); ; power *= 10)
    for (const digit of [1, 2, 5]) yield digit * power;
}

/** Values in minor units, each more than 0. */
export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most / least > WIDE ? byLogarithm(least, most) : evenly(least, most);
}

function evenly(least: number, most: number): Scale {
  const finest = Math.max(1, (most - least) / 10, most / FINEST);
  for (const step of roundValues(finest)) {
    if (step < finest) continue;
    const [first, last] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)];
    if (last - first > MOST_SPACES) continue;
    const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
    return { ticks, heightOf: (value) => (value / step - first) / (last - first) };
  }
  throw new Error('no step is large enough');
}

function byLogarithm(least: number, most: number): Scale {
  const all: number[] = [];
  for (const value of roundValues(least)) {
    // The next below the least is the end of it, and the next above the most.
    if (value <= least) all.length = 0;
    all.push(value);
    if (value >= most) break;
  }
  const each = Math.ceil((all.length - 1) / MOST_SPACES);
  while ((all.length - 1) % each !== 0) all.push(nextAfter(all.at(-1)!));
  const ticks = all.filter((_, place) => place % each === 0);
  const [low, high] = [Math.log(ticks[0]!), Math.log(ticks.at(-1)!)];
  return { ticks, heightOf: (value) => (Math.log(value) - low) / (high - low) };
}

function nextAfter(value: number): number {
  for (const next of roundValues(value)) if (next > value) return next;
  throw new Error('there is always a next one');
}
