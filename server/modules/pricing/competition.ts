import { after, DAY } from '../../platform/clock';
import { nicheTree, regionTree } from '../catalog';
import { competitionFactor, WINDOW_DAYS } from './competitionRules';
import { currentFactors, measuredCell } from './memory';
import {
  cellId,
  Competition,
  type CompetitionRow,
  MissedSearches,
  SaleFacts,
  type SupplyDayRow,
  SupplyDays,
} from './model';

/** How many listings are on offer in a niche (with what lies under it) and a country now. */
export type SupplySource = (nicheId: string, countryId: string) => number;

let supplySource: SupplySource | null = null;

/** The market tells here how to count what is on offer; until it did nothing is measured. Null takes it back. */
export function setSupplySource(source: SupplySource | null): void {
  supplySource = source;
}

/** The country around a region; the region itself when it is one. */
export const countryIdOf = (regionId: string): string | null => regionTree().pathOf(regionId)[0]?._id ?? null;

/**
 * The effect of demand against supply on prices of a niche in the country of a region, in hundredths of a percent: as
 * last measured, 10000 where nothing was measured.
 */
export function competitionAt(nicheId: string, regionId: string): number {
  const countryId = countryIdOf(regionId);
  return (countryId && measuredCell(nicheId, countryId)?.factorBps) || 10_000;
}

interface Cell {
  nicheId: string;
  countryId: string;
}

/**
 * Counts what is on offer now, and sets each cell's factor from what was wanted and on offer in the last 14 days.
 * Answers with how many cells changed. A niche counts what lies under it too.
 */
export async function measureCompetition(now: Date): Promise<number> {
  if (!supplySource) return 0;
  await countSupply(supplySource, now);
  const since = after(now, -WINDOW_DAYS * DAY);
  const wanted = await wantedSince(since);
  const offered = await offeredSince(since);
  const { COMPETITION_LEAST, COMPETITION_MOST } = currentFactors().values;
  const rows = cells().flatMap((cell): CompetitionRow[] => {
    const _id = cellId(cell.nicheId, cell.countryId);
    const sides = { wanted: wanted.get(_id) ?? 0, onOffer: offered.get(_id) ?? 0 };
    const before = measuredCell(cell.nicheId, cell.countryId);
    const isSame = (before?.wanted ?? 0) === sides.wanted && (before?.onOffer ?? 0) === sides.onOffer;
    const factorBps = competitionFactor(sides.wanted, sides.onOffer, COMPETITION_LEAST, COMPETITION_MOST);
    if (isSame && (before?.factorBps ?? 10_000) === factorBps) return [];
    return [{ _id, ...cell, ...sides, factorBps, measuredAt: now }];
  });
  if (rows.length > 0) {
    await Competition.bulkWrite(
      rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } })),
    );
  }
  return rows.length;
}

function cells(): Cell[] {
  const countries = regionTree().childrenOf(null);
  return nicheTree()
    .list()
    .flatMap((niche) => countries.map((country) => ({ nicheId: niche._id, countryId: country._id })));
}

/** One row a day, the last count of the day standing. */
async function countSupply(source: SupplySource, now: Date): Promise<void> {
  const day = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const counts = cells().map(
    (cell) => [cellId(cell.nicheId, cell.countryId), source(cell.nicheId, cell.countryId)] as const,
  );
  const onOffer = Object.fromEntries(counts.filter(([, count]) => count > 0));
  await SupplyDays.replaceOne({ _id: day.toISOString().slice(0, 10) }, { day, onOffer }, { upsert: true });
}

interface Count {
  _id: { nicheId: string; countryId: string };
  count: number;
}

const byCell = { nicheId: '$nicheId', countryId: '$countryId' };

/** Sales and missed searches by cell, each counted for the niche and every niche above it. */
async function wantedSince(since: Date): Promise<Map<string, number>> {
  const count = { $group: { _id: byCell, count: { $sum: 1 } } };
  const sales = await SaleFacts.aggregate<Count>([{ $match: { heldAt: { $gte: since } } }, count]);
  const searches = await MissedSearches.aggregate<Count>([{ $match: { at: { $gte: since } } }, count]);
  const wanted = new Map<string, number>();
  for (const { _id, count: times } of [...sales, ...searches]) {
    for (const niche of nicheTree().pathOf(_id.nicheId)) {
      const cell = cellId(niche._id, _id.countryId);
      wanted.set(cell, (wanted.get(cell) ?? 0) + times);
    }
  }
  return wanted;
}

/** The mean of the days that were counted, rounded. */
async function offeredSince(since: Date): Promise<Map<string, number>> {
  const days = await SupplyDays.find({ day: { $gte: since } }).lean<SupplyDayRow[]>();
  const sums = new Map<string, number>();
  for (const { onOffer } of days) {
    for (const [cell, count] of Object.entries(onOffer)) sums.set(cell, (sums.get(cell) ?? 0) + count);
  }
  return new Map([...sums].map(([cell, sum]) => [cell, Math.round(sum / days.length)]));
}
