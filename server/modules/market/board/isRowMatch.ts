import { type BoardRow } from './columns';
import { type MarketFilter, type Tree, type Trees } from './filter';

const HOUR_MS = 3_600_000;

const isAnyOf = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

const hasAnyOf = <T>(wanted: readonly T[] | undefined, values: readonly T[]): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((value) => values.includes(value));

const isUnder = (tree: Tree, wanted: readonly string[] | undefined, id: string): boolean =>
  wanted === undefined || wanted.length === 0 || tree.pathOf(id).some(({ _id }) => wanted.includes(_id));

const isSame = (wanted: boolean | undefined, value: boolean): boolean => wanted === undefined || wanted === value;

/** Whether one row passes a filter, said plainly: for single rows, and what the board's tables are tested against. */
export function isRowMatch(row: BoardRow, filter: MarketFilter, trees: Trees, now: number): boolean {
  return (
    isUnder(trees.niches, filter.niches, row.nicheId) &&
    isUnder(trees.regions, filter.regions, row.regionId) &&
    isAnyOf(filter.models, row.model) &&
    isAnyOf(filter.temperatures, row.temperature) &&
    isAnyOf(filter.contactKinds, row.contactKind) &&
    isAnyOf(filter.channels, row.channel) &&
    isAnyOf(filter.grades, row.grade) &&
    isSame(filter.isVerified, row.isVerified) &&
    hasAnyOf(filter.provenChannels, row.provenChannels) &&
    isSame(filter.isExclusive, row.isExclusive) &&
    isSame(filter.isLot, row.leadCount > 1) &&
    row.priceMinor >= (filter.priceMinMinor ?? -Infinity) &&
    row.priceMinor <= (filter.priceMaxMinor ?? Infinity) &&
    row.listedAt >= now - (filter.maxAgeHours ?? Infinity) * HOUR_MS &&
    row.endsAt > now
  );
}
