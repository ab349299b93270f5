import { useState } from 'react';
import { isShownBy, type Live, type UsageFilter, type UsageRow, withIncoming, withLive } from './incoming';

/** So near to the top nothing that is read moves when rows come. */
const AT_TOP_PX = 40;

/** The rows of a list with those that came since it was shown, and how many of these wait to be drawn. */
export function useLiveRows<Row extends UsageRow>(filter: UsageFilter, known: readonly Row[]) {
  const [live, setLive] = useState<Live<Row>>({ rows: [], waiting: new Set() });
  const isKnown = (id: string): boolean => known.some((row) => row.id === id);
  const came = live.rows.filter((row) => isShownBy(filter, row) && !isKnown(row.id));
  return {
    // What is known is in the cache, where it changes by itself.
    rows: withIncoming(
      known,
      came.filter(({ id }) => !live.waiting.has(id)),
    ),
    waiting: came.filter(({ id }) => live.waiting.has(id)).length,
    heard: (rows: readonly Row[]): void => {
      const isWaiting = window.scrollY > AT_TOP_PX;
      setLive((before) => withLive(before, rows, isWaiting));
    },
    showAll: (): void => setLive((before) => ({ ...before, waiting: new Set() })),
  };
}
