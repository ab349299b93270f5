import { toMinor } from '../../../platform/money';
import { type ClickChoice } from '../../disputes';
import { regionTree } from '../../catalog';
import { linksById } from '../links/readLinks';
import { type Click, Clicks } from '../model';

/** The billed clicks of a batch that fit all of some choices, as a filter. */
export const chosenClicks = (batchId: string, choices: readonly ClickChoice[]): object => ({
  batchId,
  ...(choices.length > 0 ? { $and: choices.map(filterOf) } : {}),
});

function filterOf({ subIds, linkIds, regionIds, clickIds }: ClickChoice): object {
  const among = (field: string, list: readonly string[] | undefined): object =>
    list ? { [field]: { $in: list } } : {};
  return {
    ...among('subId', subIds),
    ...among('linkId', linkIds),
    ...among('regionId', regionIds),
    ...among('_id', clickIds),
  };
}

/** Whether a click fits all of some choices. */
export const isChosen = (
  { _id, subId, linkId, regionId }: Pick<Click, '_id' | 'subId' | 'linkId' | 'regionId'>,
  choices: readonly ClickChoice[],
): boolean =>
  choices.every(
    ({ subIds, linkIds, regionIds, clickIds }) =>
      (subIds?.includes(subId) ?? true) &&
      (linkIds?.includes(linkId) ?? true) &&
      (regionIds?.includes(regionId) ?? true) &&
      (clickIds?.includes(_id) ?? true),
  );

/** How many they are and exactly what they cost. */
export async function worthOfChosen(
  batchId: string,
  choices: readonly ClickChoice[],
): Promise<{ count: number; minor: bigint }> {
  const [row] = await Clicks.aggregate<{ count: number; minor: bigint | number }>([
    { $match: chosenClicks(batchId, choices) },
    { $group: { _id: null, count: { $sum: 1 }, minor: { $sum: '$priceMinor' } } },
  ]);
  return { count: row?.count ?? 0, minor: toMinor(row?.minor) };
}

/** Billed clicks of a batch that have one thing in common. */
export interface BatchPart {
  by: 'SUB_ID' | 'LINK' | 'REGION';
  key: string;
  label: string;
  clicks: number;
  minor: bigint;
}

const MOST_PARTS = 100;

/** A batch, and what is named of it. */
export interface NamedOfBatch {
  batchId: string;
  named?: ClickChoice | undefined;
}

/** The billed clicks of different batches, of those that are named, by sub-id, by link and by region, the most first. */
export async function partsOf(asked: readonly NamedOfBatch[]): Promise<BatchPart[][]> {
  const batchIds = asked.map(({ batchId }) => batchId);
  const among = asked.some(({ named }) => named)
    ? { $or: asked.map(({ batchId, named }) => chosenClicks(batchId, named ? [named] : [])) }
    : {};
  const cells = await Clicks.aggregate<Cell>([
    { $match: { batchId: { $in: batchIds }, ...among } },
    {
      $group: {
        _id: { batchId: '$batchId', SUB_ID: '$subId', LINK: '$linkId', REGION: '$regionId' },
        clicks: { $sum: 1 },
        minor: { $sum: '$priceMinor' },
      },
    },
  ]);
  const links = await linksById([...new Set(cells.map(({ _id }) => _id.LINK))]);
  const names = new Map(links.flatMap((link) => (link ? [[link._id, link.name] as const] : [])));
  const labels = {
    SUB_ID: (key: string): string => key || 'No sub-id',
    LINK: (key: string): string => names.get(key) ?? key,
    REGION: (key: string): string => regionTree().byId(key)?.name ?? key,
  };
  return batchIds.map((batchId) => {
    const own = cells.filter(({ _id }) => _id.batchId === batchId);
    return (['SUB_ID', 'LINK', 'REGION'] as const).flatMap((by) => summed(own, by, labels[by]));
  });
}

interface Cell {
  _id: { batchId: string } & Record<BatchPart['by'], string>;
  clicks: number;
  minor: bigint | number;
}

function summed(cells: readonly Cell[], by: BatchPart['by'], labelOf: (key: string) => string): BatchPart[] {
  const parts = new Map<string, BatchPart>();
  for (const { _id, clicks, minor } of cells) {
    const key = _id[by];
    const part = parts.get(key) ?? { by, key, label: labelOf(key), clicks: 0, minor: 0n };
    parts.set(key, { ...part, clicks: part.clicks + clicks, minor: part.minor + toMinor(minor) });
  }
  const ordered = [...parts.values()].sort((a, b) => b.clicks - a.clicks || (a.key < b.key ? -1 : 1));
  return ordered.slice(0, MOST_PARTS);
}
