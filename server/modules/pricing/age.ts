import { DAY } from '../../platform/clock';

const ONE = 10_000;

/** Tables by "half-life|least": a formula's settings change seldom, prices are asked for all the time. */
const tables = new Map<string, readonly number[]>();

/**
 * What is left of a price after `days` whole days, in hundredths of a percent: 2^(-days / halfLifeDays), rounded down,
 * never under `leastBps`. Found in whole numbers, as the largest x with x^h x 2^days <= 10000^h, so that the same day
 * gives the same price on every machine.
 */
export function ageFactor(days: number, halfLifeDays: number, leastBps: number): number {
  const key = `${halfLifeDays}|${leastBps}`;
  let table = tables.get(key);
  if (!table) {
    table = buildTable(halfLifeDays, leastBps);
    tables.set(key, table);
  }
  return table[Math.max(0, days)] ?? leastBps;
}

/** One entry a day, up to the day before the least is reached. */
function buildTable(halfLifeDays: number, leastBps: number): number[] {
  const table: number[] = [];
  for (let factor = ONE; factor > leastBps; factor = rootFor(table.length, halfLifeDays)) table.push(factor);
  return table;
}

function rootFor(days: number, halfLifeDays: number): number {
  const power = BigInt(halfLifeDays);
  const whole = BigInt(ONE) ** power;
  const halvings = 1n << BigInt(days);
  let low = 0;
  let high = ONE;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (BigInt(middle) ** power * halvings <= whole) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whole days on sale: a price changes at most once a day by age, and a lead of today has its full price. */
export const wholeDays = (since: Date, at: Date): number =>
  Math.max(0, Math.floor((at.getTime() - since.getTime()) / DAY));
