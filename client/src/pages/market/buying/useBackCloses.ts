import { useEffect } from 'react';
import { NavigationType, useBlocker } from 'react-router';

/**
 * The browser's back button closes what is open over all else, and nothing below it moves: neither goes the preview from
 * behind a purchase, nor does the forward button put one before it.
 */
export function useBackCloses(close: () => void): void {
  const blocker = useBlocker(({ historyAction }) => historyAction === NavigationType.Pop);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    close();
  }, [blocker, close]);
}
