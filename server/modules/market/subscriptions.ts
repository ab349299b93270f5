import { type MarketFilter as FilterInput } from '../../generated/graphql';
import { now } from '../../platform/clock';
import { badUserInput } from '../../platform/errors';
import { publish, subscribeTo } from '../../platform/pubsub';
import { nicheTree, regionTree } from '../catalog';
import { type BoardChange, type BoardRow, isRowMatch, onBoardChange } from './board';
import { boardFilter } from './readMarket';

const CHANNEL = 'market';
const MOST_IDS = 100;

/** A change as subscribers are told it. */
export type Told = Pick<BoardChange, 'kind' | 'listing'>;

/** Passes the board's changes on to this process's subscribers. Answers with how to stop. */
export const publishChanges = (): (() => void) => onBoardChange((change) => publish(CHANNEL, change));

/** Changes of what passes the filter: what begins to pass it comes to the reader's market, what stops leaves it. */
export function marketChanges(input: FilterInput | null | undefined): AsyncIterableIterator<Told> {
  const filter = boardFilter(input);
  const isShown = (row: BoardRow | null): boolean =>
    row !== null && isRowMatch(row, filter, { niches: nicheTree(), regions: regionTree() }, now().getTime());
  return picked(subscribeTo<BoardChange>(CHANNEL), ({ kind, listing, before, after }) => {
    const wasShown = isShown(before);
    if (isShown(after)) return { kind: wasShown ? kind : 'LISTED', listing };
    return wasShown ? { kind: 'LEFT', listing } : null;
  });
}

/** Changes of these listings. */
export function listingChanges(ids: readonly string[]): AsyncIterableIterator<Told> {
  if (ids.length === 0 || ids.length > MOST_IDS) throw badUserInput(`Give 1 to ${MOST_IDS} listings.`);
  const wanted = new Set(ids);
  return picked(subscribeTo<BoardChange>(CHANNEL), (change) => (wanted.has(change.listing._id) ? change : null));
}

/**
 * The values that `pick` makes of a stream's, without those it makes null of. No generator: a reader that goes away ends
 * the stream at once, also while it waits for a value.
 */
function picked<T, R>(source: AsyncIterableIterator<T>, pick: (value: T) => R | null): AsyncIterableIterator<R> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      for (;;) {
        const step = await source.next();
        if (step.done === true) return { value: undefined, done: true };
        const value = pick(step.value);
        if (value !== null) return { value, done: false };
      }
    },
    async return() {
      await source.return?.();
      return { value: undefined, done: true };
    },
  };
}
