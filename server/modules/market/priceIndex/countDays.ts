import { after, DAY } from '../../../platform/clock';
import { type PeriodicJob } from '../../../platform/manifest';
import { toMinor } from '../../../platform/money';
import { regionTree } from '../../catalog';
import { type PricingModel } from '../../pricing';
import { Sales } from '../sales/model';
import { dateOf } from './days';
import { type IndexCell, type IndexCellRow, IndexCells, type IndexDay, IndexDays } from './model';
import { forgetIndexes } from './readMarketIndex';
import { countIn, inOrder, type Prices } from './rules';

/** Sales of a day that are alike in all that the index knows of them. */
interface Sold {
  _id: { nicheId: string; regionId: string; model?: PricingModel | null; minor: bigint | number };
  times: number;
}

/** A day of a large market takes longer than a reader may; nobody waits for it. */
const LONGEST_MS = 120_000;
/** Written at once, so that others get their turn between. */
const MOST_WRITES = 1000;

/** Counts the days whose sales have changed since they were counted, the latest first; answers with how many there were. */
async function countDays(): Promise<number> {
  const stale = await IndexDays.find({ isStale: true }).sort({ _id: -1 }).lean<IndexDay[]>();
  for (const { _id, day, changes } of stale) {
    await countDay(day);
    await IndexDays.updateOne({ _id, changes }, { $set: { isStale: false } });
  }
  if (stale.length > 0) forgetIndexes();
  return stale.length;
}

/** Makes the cells of a day what its sales say; those that are so already are not written. */
async function countDay(day: Date): Promise<void> {
  const cells = cellsOf(day, await soldOn(day));
  const before = await IndexCells.find({ day }).lean<IndexCellRow[]>();
  const known = new Map(before.map((row) => [row._id, sameness(row)]));
  const changed = cells.filter((cell) => known.get(cell._id) !== sameness(cell));
  const wanted = new Set(cells.map(({ _id }) => _id));
  const gone = before.filter(({ _id }) => !wanted.has(_id));
  const writes = [
    ...changed.map((cell) => ({ replaceOne: { filter: { _id: cell._id }, replacement: cell, upsert: true } })),
    ...gone.map(({ _id }) => ({ deleteOne: { filter: { _id } } })),
  ];
  for (let from = 0; from < writes.length; from += MOST_WRITES) {
    await IndexCells.bulkWrite(writes.slice(from, from + MOST_WRITES));
  }
}

const sameness = ({ pricesMinor, counts }: IndexCellRow): string => `${pricesMinor.join()} ${counts.join()}`;

/** What was sold on a day and not given back in whole. */
function soldOn(day: Date): Promise<Sold[]> {
  return Sales.aggregate<Sold>([
    { $match: { heldAt: { $gte: day, $lt: after(day, DAY) }, state: { $ne: 'REFUNDED' } } },
    {
      $group: {
        _id: { nicheId: '$nicheId', regionId: '$regionId', model: '$model', minor: '$grossMinor' },
        times: { $sum: 1 },
      },
    },
  ]).option({ maxTimeMS: LONGEST_MS });
}

type Cell = Pick<IndexCell, 'nicheId' | 'regionId' | 'model'>;

/** Each sale counts in its niche and in all niches, by its region, by each region around it and everywhere. */
function cellsOf(day: Date, sold: readonly Sold[]): IndexCell[] {
  const cells = new Map<string, Cell & { prices: Prices }>();
  for (const { _id: sale, times } of sold) {
    const regions = [null, ...regionTree().pathOf(sale.regionId)];
    for (const nicheId of [null, sale.nicheId]) {
      for (const region of regions) {
        // Sales from before they kept it: nothing but leads was on sale.
        const cell = { nicheId, regionId: region?._id ?? null, model: sale.model ?? 'LEAD' };
        const key = idOf(day, cell);
        if (!cells.has(key)) cells.set(key, { ...cell, prices: new Map() });
        countIn(cells.get(key)!.prices, toMinor(sale.minor), times);
      }
    }
  }
  return [...cells].map(([_id, { prices, ...cell }]) => {
    const ordered = inOrder(prices);
    return {
      _id,
      day,
      ...cell,
      pricesMinor: ordered.map(([minor]) => minor),
      counts: ordered.map(([, times]) => times),
    };
  });
}

const idOf = (day: Date, { nicheId, regionId, model }: Cell): string =>
  [dateOf(day), nicheId ?? 'all', regionId ?? 'all', model].join(':');

export const indexJobs: PeriodicJob[] = [{ name: 'market.countDays', everySeconds: 300, run: countDays }];
