import { hashOf, type Columns } from './columns';

export const SORTS = ['NEWEST', 'PRICE_LOW', 'PRICE_HIGH', 'BEST_AGENCY', 'ENDING_SOON'] as const;
export type MarketSort = (typeof SORTS)[number];

type SortColumn = 'listedAt' | 'price' | 'quality' | 'endsAt';

/** A sort is a column walked up or down; rows of equal value go by the hash of their id, then by the id. */
const SORT_BY: Readonly<Record<MarketSort, { column: SortColumn; isDown: boolean }>> = {
  NEWEST: { column: 'listedAt', isDown: true },
  PRICE_LOW: { column: 'price', isDown: false },
  PRICE_HIGH: { column: 'price', isDown: true },
  BEST_AGENCY: { column: 'quality', isDown: true },
  ENDING_SOON: { column: 'endsAt', isDown: false },
};

/** A place in a sort: the sort key and id of the last row seen. It stays a place after that row has left. */
export interface Place {
  key: number;
  id: string;
}

/** Positive when slot `a` comes behind slot `b` in the sort. */
export type SlotOrder = (a: number, b: number) => number;

/**
 * The slots in the order of each sort column. An order covers the slots up to its length; the newer ones, the tail, are
 * few and sorted when asked for, and are merged in when they are too many to sort at every look. Slots do not change
 * (see Columns), so an order only ever grows; dead slots are skipped by whoever walks it.
 */
export class Orders {
  private readonly sorted = new Map<SortColumn, Uint32Array>();
  private readonly tails = new Map<SortColumn, { length: number; slots: Uint32Array }>();

  constructor(private readonly columns: Columns) {}

  /** The slots behind `after` (from the first when null) in the order of the sort. */
  *walk(sort: MarketSort, after: Place | null): Generator<number, void> {
    const { column, isDown } = SORT_BY[sort];
    const main = this.main(column);
    const tail = this.tail(column, main.length);
    const compare = slotOrder(this.columns, column);
    const step = isDown ? -1 : 1;
    let i = this.start(main, column, after, isDown);
    let j = this.start(tail, column, after, isDown);
    for (;;) {
      const fromMain = main[i];
      const fromTail = tail[j];
      if (fromMain === undefined && fromTail === undefined) return;
      const takesMain = fromTail === undefined || (fromMain !== undefined && compare(fromMain, fromTail) * step < 0);
      if (takesMain) i += step;
      else j += step;
      yield (takesMain ? fromMain : fromTail) as number;
    }
  }

  /** How to compare two slots in the order of the sort. */
  compareFor(sort: MarketSort): SlotOrder {
    const { column, isDown } = SORT_BY[sort];
    const compare = slotOrder(this.columns, column);
    return isDown ? (a, b) => compare(b, a) : compare;
  }

  /** Whether the slot comes behind the place in the order of the sort. */
  isBehind(sort: MarketSort, slot: number, place: Place): boolean {
    const { column, isDown } = SORT_BY[sort];
    const difference = comparePlace(this.columns, column, slot, place, hashOf(place.id));
    return isDown ? difference < 0 : difference > 0;
  }

  placeOf(sort: MarketSort, slot: number): Place {
    return { key: this.columns[SORT_BY[sort].column][slot]!, id: this.columns.idOf(slot) };
  }

  /** Takes over new numbers of the slots after the columns were compacted; `isKept` tells which old slots live on. */
  renumber(moved: Uint32Array, isKept: Uint8Array): void {
    this.tails.clear();
    for (const [column, slots] of this.sorted) {
      const kept = slots.filter((slot) => isKept[slot] === 1);
      this.sorted.set(
        column,
        kept.map((slot) => moved[slot]!),
      );
    }
  }

  private main(column: SortColumn): Uint32Array {
    const known = this.sorted.get(column) ?? new Uint32Array(0);
    const { length } = this.columns;
    if (length - known.length <= tailLimit(known.length)) return known;
    const newer = sortedRange(known.length, length, slotOrder(this.columns, column));
    const merged = merge(known, newer, slotOrder(this.columns, column));
    this.sorted.set(column, merged);
    return merged;
  }

  private tail(column: SortColumn, from: number): Uint32Array {
    const { length } = this.columns;
    const known = this.tails.get(column);
    if (known && known.length === length && known.slots.length === length - from) return known.slots;
    const slots = sortedRange(from, length, slotOrder(this.columns, column));
    this.tails.set(column, { length, slots });
    return slots;
  }

  private start(slots: Uint32Array, column: SortColumn, after: Place | null, isDown: boolean): number {
    if (!after) return isDown ? slots.length - 1 : 0;
    const hash = hashOf(after.id);
    let low = 0;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference = comparePlace(this.columns, column, slots[middle]!, after, hash);
      if (isDown ? difference < 0 : difference <= 0) low = middle + 1;
      else high = middle;
    }
    return isDown ? low - 1 : low;
  }
}

/** So few that sorting them costs less than a page; more the larger the board, since merging walks all of it. */
const tailLimit = (sorted: number): number => Math.min(4096, Math.max(256, sorted >>> 8));

function sortedRange(from: number, to: number, compare: SlotOrder): Uint32Array {
  const slots = new Uint32Array(to - from);
  for (let index = 0; index < slots.length; index++) slots[index] = from + index;
  return slots.sort(compare);
}

function merge(a: Uint32Array, b: Uint32Array, compare: SlotOrder): Uint32Array {
  const merged = new Uint32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let index = 0; index < merged.length; index++) {
    const takesA = j === b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0);
    merged[index] = takesA ? a[i++]! : b[j++]!;
  }
  return merged;
}

function slotOrder(columns: Columns, column: SortColumn): SlotOrder {
  const keys = columns[column];
  const { idHash, ids } = columns;
  return (a, b) => {
    const difference = keys[a]! - keys[b]! || idHash[a]! - idHash[b]!;
    if (difference !== 0 || a === b) return difference;
    return compareTexts(ids[a] ?? '', ids[b] ?? '');
  };
}

function comparePlace(columns: Columns, column: SortColumn, slot: number, place: Place, placeHash: number): number {
  const difference = columns[column][slot]! - place.key || columns.idHash[slot]! - placeHash;
  return difference || compareTexts(columns.idOf(slot), place.id);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
