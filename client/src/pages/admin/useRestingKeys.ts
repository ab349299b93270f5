import { useEffect, useEffectEvent, useRef } from 'react';
import { useKeys } from '../../ui/useKeys';

/** So long no key may have been pressed before one counts. */
const REST_MS = 1000;

/**
 * Keys of a page that rest at first, if they are told to: whoever types on without looking does nothing by it until the
 * hands have been still for a moment.
 */
export function useRestingKeys(keys: Readonly<Record<string, () => void>>, restsAtFirst: boolean): void {
  const lastKey = useRef<number | null>(null);
  const isAwake = useRef(true);
  const note = useEffectEvent(() => {
    const at = performance.now();
    if (lastKey.current !== null && at - lastKey.current >= REST_MS) isAwake.current = true;
    lastKey.current = at;
  });
  useEffect(() => {
    if (!restsAtFirst) return;
    isAwake.current = false;
    lastKey.current = performance.now();
  }, [restsAtFirst]);
  useEffect(() => {
    // Before the keys themselves are heard.
    window.addEventListener('keydown', note, { capture: true });
    return () => window.removeEventListener('keydown', note, { capture: true });
  }, []);
  const awake = Object.entries(keys).map(([key, act]) => [key, () => isAwake.current && act()]);
  useKeys(Object.fromEntries(awake) as Record<string, () => void>);
}
