import { useEffect, useRef } from 'react';

const listeners = new Set<() => void>();

/** Tells all who listen that the live connection is back after a break. */
export const tellReconnect = (): void => listeners.forEach((listener) => listener());

/** For what a break may have hidden beside the reads of the page, which are fetched anew by themselves. */
export function useReconnect(work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const listener = (): void => latest.current();
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
