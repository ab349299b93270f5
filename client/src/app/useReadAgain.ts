import { useCallback, useRef } from 'react';

/**
 * A reading that is asked for by news: what is asked while one is on its way is read once more after it. The client takes
 * the answer that is under way for a second asking, and that answer may be from before the second news.
 */
export function useReadAgain(): (read: () => Promise<unknown>) => void {
  const asked = useRef({ isReading: false, isAskedAgain: false });
  return useCallback((read) => {
    const state = asked.current;
    state.isAskedAgain = true;
    if (state.isReading) return;
    const readOn = async (): Promise<void> => {
      while (state.isAskedAgain) {
        state.isAskedAgain = false;
        // What fails is shown where it is read.
        await read().catch(() => undefined);
      }
      state.isReading = false;
    };
    state.isReading = true;
    void readOn();
  }, []);
}
