import { useSyncExternalStore } from 'react';

/** What is away: the net of the device, or the way to the server. */
type Away = 'offline' | 'live' | null;

let isOffline = false;
let isLiveAway = false;
let untilSought: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** A try that is not followed by another one within this time was the last: the page that listened is left. */
const LAST_TRY_MS = 60_000;

const tell = (): void => listeners.forEach((listener) => listener());

function setLiveAway(away: boolean): void {
  clearTimeout(untilSought);
  if (away) untilSought = setTimeout(() => setLiveAway(false), LAST_TRY_MS);
  if (isLiveAway === away) return;
  isLiveAway = away;
  tell();
}

/** Said when the live connection did not come back soon, and at each further try. */
export const tellAway = (): void => setLiveAway(true);
export const tellBack = (): void => setLiveAway(false);

// Only that it went away while the page was there is believed: a device without any net may be its own server.
window.addEventListener('offline', () => {
  isOffline = true;
  tell();
});
window.addEventListener('online', () => {
  isOffline = false;
  tell();
});

const awayNow = (): Away => (isOffline ? 'offline' : isLiveAway ? 'live' : null);

export const useAway = (): Away =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, awayNow);
