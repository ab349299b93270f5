import { useSyncExternalStore } from 'react';

/** Whether the live connection is away and sought again. Nobody seeks it where no page listens: then it is not missed. */
let isAway = false;
let untilSought: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** A try that is not followed by another one within this time was the last: the page that listened is left. */
const LAST_TRY_MS = 60_000;

function set(away: boolean): void {
  clearTimeout(untilSought);
  if (away) untilSought = setTimeout(() => set(false), LAST_TRY_MS);
  if (isAway === away) return;
  isAway = away;
  for (const listener of listeners) listener();
}

/** Said at each try to come back but the first, which most breaks need no more than. */
export const tellAway = (): void => set(true);
export const tellBack = (): void => set(false);

export const useIsAway = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => isAway,
  );
