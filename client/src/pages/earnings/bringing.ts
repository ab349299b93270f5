import type { EarningsByKindQuery } from '../../generated/earnings';
import type { MoneyValue } from '../../app/format';

/** All that is held or released, or what is released alone. */
export type Part = 'all' | 'earned';

/** What is sold, or billed: leads, visits, calls. */
export const TRADES = ['LEAD', 'CLICK', 'CALL'] as const;
export type Trade = (typeof TRADES)[number];

export type Counts = Partial<Record<Trade, number>>;

/** What came by one channel, or for one niche. */
export interface Brought {
  name: string;
  counts: Counts;
  money: MoneyValue;
}

type Sources = EarningsByKindQuery['earningSources'];

interface Sum {
  name: string;
  trade: Trade;
  count: number;
  money: MoneyValue;
}

const ofLeads = (name: string, { sum }: Sources['byNiche'][number] | Sources['byChannel'][number], part: Part): Sum =>
  part === 'earned'
    ? { name, trade: 'LEAD', count: sum.releasedCount, money: sum.releasedNet }
    : { name, trade: 'LEAD', count: sum.saleCount, money: sum.net };

const ofUsage = (name: string, row: Sources['byUsage'][number], part: Part): Sum =>
  part === 'earned'
    ? { name, trade: row.model, count: row.releasedCount, money: row.releasedNet }
    : { name, trade: row.model, count: row.count, money: row.net };

/** By channel; visits and calls are two of their own, as a buyer pays them by the piece. `nameOf` gives each its name. */
export const byChannel = (sources: Sources, part: Part, nameOf: (channel: string) => string): Brought[] =>
  together([
    ...sources.byChannel.map((row) => ofLeads(nameOf(row.channel), row, part)),
    ...sources.byUsage.map((row) => ofUsage(nameOf(row.model), row, part)),
  ]);

/** By niche, leads, visits and calls together. */
export const byNiche = (sources: Sources, part: Part): Brought[] =>
  together([
    ...sources.byNiche.map((row) => ofLeads(row.niche.name, row, part)),
    ...sources.byUsage.map((row) => ofUsage(row.niche.name, row, part)),
  ]);

/** How many of each trade there are in all. */
export function countsOf(brought: readonly Brought[]): Counts {
  const counts: Counts = {};
  for (const row of brought) add(counts, row.counts);
  return counts;
}

function add(counts: Counts, more: Counts): void {
  for (const trade of TRADES) {
    const count = more[trade];
    if (count) counts[trade] = (counts[trade] ?? 0) + count;
  }
}

/** Sums of one name as one, the most money first; what nothing was counted of is left out. */
function together(sums: readonly Sum[]): Brought[] {
  const found = new Map<string, Brought>();
  for (const { name, trade, count, money } of sums) {
    if (count === 0) continue;
    const row = found.get(name) ?? { name, counts: {}, money: { ...money, minor: 0 } };
    add(row.counts, { [trade]: count });
    row.money = { ...money, minor: Number(row.money.minor) + Number(money.minor) };
    found.set(name, row);
  }
  return [...found.values()].sort((one, other) => Number(other.money.minor) - Number(one.money.minor));
}
