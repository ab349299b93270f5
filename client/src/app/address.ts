import { useCallback } from 'react';
import { type NavigateOptions, useSearchParams } from 'react-router';

type Change = (now: URLSearchParams) => URLSearchParams;

/**
 * Changes what the address asks for. It is read at the press and not as it was last shown, so that of two quick presses both
 * count, and shown at once: were it a transition, the page would meanwhile ask for what it showed before, in turn with what
 * it is to show, over and over where the server does not answer.
 */
export function useAddressChange(): (change: Change, options?: NavigateOptions) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (change, options) =>
      setParams(change(new URLSearchParams(window.location.search)), { flushSync: true, ...options }),
    [setParams],
  );
}
