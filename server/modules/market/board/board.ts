import { Columns, type BoardRow } from './columns';
import { facetsOf, tally, type Facets, type Tally } from './counts';
import { compileFilter, isMatch, type CompiledFilter, type MarketFilter, type Tree, type Trees } from './filter';
import { Orders, type MarketSort, type Place } from './orders';

export interface SearchQuery {
  filter: MarketFilter;
  sort: MarketSort;
  /** The place that the page before ended at; null for the first page. */
  after: Place | null;
  first: number;
  now: number;
}

export interface SearchPage {
  rows: BoardRow[];
  /** The place of each row, in step with `rows`: what a cursor is made of. */
  places: Place[];
  hasNextPage: boolean;
}

export interface Counts {
  total: number;
  facets: Facets;
}

export interface BestQuery {
  filter: MarketFilter;
  sort: MarketSort;
  /** No more than this many rows. */
  count: number;
  now: number;
  isExcluded(row: BoardRow): boolean;
}

/** Leads still to be had in exactly one niche and one region. */
interface Cell {
  nicheId: string;
  regionId: string;
  places: number;
}

interface KeptTally {
  madeAt: number;
  version: number;
  tally: Tally;
  facets: Facets | null;
  /** The slots that existed then; later ones are looked at one by one. */
  slots: number;
}

/** Over this many rows a pass is too dear to repeat at every change: counts may then be a second old. */
const ALWAYS_EXACT_ROWS = 50_000;
const COUNTS_KEPT_MS = 1000;
const MAX_KEPT_TALLIES = 256;
/** Dead slots are squeezed out when they are more than this part of all. */
const MAX_DEAD_PART = 0.25;
const MIN_DEAD = 1024;

/**
 * What is on sale, in memory. It finds; the purchase transaction decides. Holds no personal data and does no I/O: the
 * feed puts rows in and takes them out, readers search. All answers are of one moment, since nothing here waits.
 */
export class Board {
  private readonly columns = new Columns();
  private readonly orders = new Orders(this.columns);
  private readonly slots = new Map<string, number>();
  private readonly cells = new Map<string, Cell>();
  private readonly kept = new Map<string, KeptTally>();
  private version = 0;

  constructor(private readonly trees: () => Trees) {}

  get size(): number {
    return this.slots.size;
  }

  /** Puts a listing on the board or brings it up to date; putting the same row twice is harmless. */
  put(row: BoardRow): void {
    const slot = this.slots.get(row.id);
    if (slot !== undefined) {
      if (!this.columns.isChanged(slot, row)) {
        this.count(row, row.sold < this.columns.sold[slot]! ? 1 : -1, Math.abs(row.sold - this.columns.sold[slot]!));
        this.columns.sold[slot] = row.sold;
        return;
      }
      this.kill(slot);
    }
    this.slots.set(row.id, this.columns.append(row));
    this.count(row, 1, row.maxSales - row.sold);
    this.version++;
    this.squeeze();
  }

  /** Takes a listing off; one that is not on is no matter. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.kill(slot);
    this.slots.delete(id);
    this.version++;
    this.squeeze();
  }

  get(id: string): BoardRow | null {
    const slot = this.slots.get(id);
    return slot === undefined ? null : this.columns.read(slot);
  }

  ids(): IterableIterator<string> {
    return this.slots.keys();
  }

  /** One page of what matches. */
  search({ filter, sort, after, first, now }: SearchQuery): SearchPage {
    const compiled = compileFilter(filter, this.columns, this.trees(), now);
    const found: number[] = [];
    for (const slot of this.candidates(filter, compiled, sort, after, now)) {
      if (!isMatch(this.columns, slot, compiled)) continue;
      found.push(slot);
      if (found.length > first) break;
    }
    const page = found.slice(0, first);
    return {
      rows: page.map((slot) => this.columns.read(slot)),
      places: page.map((slot) => this.orders.placeOf(sort, slot)),
      hasNextPage: found.length > first,
    };
  }

  /** How many match in all and by facet: exact up to 50,000 rows, at most a second old above. */
  counts(filter: MarketFilter, now: number): Counts {
    const entry = this.keptTally(filter, now);
    entry.facets ??= facetsOf(entry.tally, this.columns, this.trees());
    return { total: entry.tally.total, facets: entry.facets };
  }

  /** The price in the middle of what matches, in minor units (the lower of two middles); null when nothing does. */
  medianPrice(filter: MarketFilter, now: number): number | null {
    const compiled = compileFilter(filter, this.columns, this.trees(), now);
    let before = Math.floor((this.counts(filter, now).total - 1) / 2);
    for (const slot of this.candidates(filter, compiled, 'PRICE_LOW', null, now)) {
      if (isMatch(this.columns, slot, compiled) && before-- <= 0) return this.columns.price[slot]!;
    }
    return null;
  }

  /** Leads still to be had in a niche and a region, with all that lies under them: the supply that prices go by. */
  supply(nicheId: string, regionId: string): number {
    const { niches, regions } = this.trees();
    const isUnder = (tree: Tree, id: string, [from, to]: readonly [number, number]): boolean =>
      tree.numberOf(id) >= from && tree.numberOf(id) <= to;
    let places = 0;
    for (const cell of this.cells.values()) {
      const isHere = isUnder(niches, cell.nicheId, niches.rangeOf(nicheId));
      if (isHere && isUnder(regions, cell.regionId, regions.rangeOf(regionId))) places += cell.places;
    }
    return places;
  }

  /** The first rows of the sort that match and are not excluded. */
  best({ filter, sort, count, now, isExcluded }: BestQuery): BoardRow[] {
    const compiled = compileFilter(filter, this.columns, this.trees(), now);
    const rows: BoardRow[] = [];
    for (const slot of this.orders.walk(sort, null)) {
      if (rows.length >= count) break;
      if (!isMatch(this.columns, slot, compiled)) continue;
      const row = this.columns.read(slot);
      if (!isExcluded(row)) rows.push(row);
    }
    return rows;
  }

  /** Slots that may match, in the order of the sort, behind the place. */
  private candidates(
    filter: MarketFilter,
    compiled: CompiledFilter,
    sort: MarketSort,
    after: Place | null,
    now: number,
  ): Iterable<number> {
    const { tally, slots } = this.keptTally(filter, now);
    const few = tally.matches;
    if (!few) return this.orders.walk(sort, after);
    const matches = Array.from(few);
    for (let slot = slots; slot < this.columns.length; slot++) {
      if (isMatch(this.columns, slot, compiled)) matches.push(slot);
    }
    const behind = after ? matches.filter((slot) => this.orders.isBehind(sort, slot, after)) : matches;
    return behind.sort(this.orders.compareFor(sort));
  }

  private keptTally(filter: MarketFilter, now: number): KeptTally {
    const key = JSON.stringify(filter);
    const known = this.kept.get(key);
    if (known && this.isFresh(known, now)) return known;
    const columns = this.columns;
    const made = tally(columns, compileFilter(filter, columns, this.trees(), now));
    const entry: KeptTally = { madeAt: now, version: this.version, tally: made, facets: null, slots: columns.length };
    this.kept.delete(key);
    this.kept.set(key, entry);
    if (this.kept.size > MAX_KEPT_TALLIES) this.kept.delete(this.kept.keys().next().value as string);
    return entry;
  }

  private isFresh(known: KeptTally, now: number): boolean {
    const isYoung = now >= known.madeAt && now - known.madeAt < COUNTS_KEPT_MS;
    if (known.version === this.version) return isYoung;
    return isYoung && this.size > ALWAYS_EXACT_ROWS;
  }

  private kill(slot: number): void {
    const row = this.columns.read(slot);
    this.count(row, -1, row.maxSales - row.sold);
    this.columns.isAlive[slot] = 0;
  }

  private count(row: BoardRow, sign: 1 | -1, places: number): void {
    if (places === 0) return;
    const { nicheId, regionId, leadCount } = row;
    const key = `${nicheId}|${regionId}`;
    const cell = this.cells.get(key) ?? { nicheId, regionId, places: 0 };
    cell.places += sign * places * leadCount;
    this.cells.set(key, cell);
  }

  private squeeze(): void {
    const dead = this.columns.length - this.slots.size;
    if (dead < MIN_DEAD || dead < this.columns.length * MAX_DEAD_PART) return;
    const isKept = this.columns.isAlive.slice(0, this.columns.length);
    this.orders.renumber(this.columns.compact(), isKept);
    for (let slot = 0; slot < this.columns.length; slot++) this.slots.set(this.columns.idOf(slot), slot);
    this.kept.clear();
  }
}
