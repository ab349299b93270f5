import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

const KEPT = 'leadbourse.places';
/** Content that is not there by then is not waited for. */
const WAIT_MS = 5000;
/** What a person does to go elsewhere by hand. */
const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** How far down one was at each entry of the history; kept over a reload. */
const places = new Map<string, number>(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as [string, number][]);

history.scrollRestoration = 'manual';
window.addEventListener('pagehide', () => sessionStorage.setItem(KEPT, JSON.stringify([...places].slice(-50))));

/**
 * After a change of page the keyboard goes on at its beginning, and screen readers say where they are. A new page begins at
 * its top; one that was gone back to is where it was left, as soon as what was there is there again.
 */
export function usePlace(): RefObject<HTMLElement | null> {
  const { pathname, key } = useLocation();
  const kind = useNavigationType();
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  const isComing = useRef(false);

  useLayoutEffect(() => {
    const note = (): void => {
      if (!isComing.current) places.set(key, window.scrollY);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [key]);

  useEffect(() => {
    const isNewPage = last.current !== pathname;
    last.current = pathname;
    if (isNewPage) main.current?.focus({ preventScroll: true });
    const place = kind === NavigationType.Pop ? places.get(key) : undefined;
    if (place) return comeBack(place, isComing);
    if (isNewPage) window.scrollTo(0, 0);
    return undefined;
  }, [pathname, key, kind]);
  return main;
}

/** Scrolls to a place when the page is long enough for it, unless the person has gone elsewhere before. Gives how to stop. */
function comeBack(place: number, isComing: { current: boolean }): () => void {
  isComing.current = true;
  const stop = (): void => {
    isComing.current = false;
    growth.disconnect();
    clearTimeout(timer);
    BY_HAND.forEach((act) => window.removeEventListener(act, stop));
  };
  const tryIt = (): void => {
    if (document.documentElement.scrollHeight - window.innerHeight < place) return;
    window.scrollTo(0, place);
    stop();
  };
  const growth = new ResizeObserver(tryIt);
  const timer = setTimeout(stop, WAIT_MS);
  BY_HAND.forEach((act) => window.addEventListener(act, stop, { passive: true }));
  growth.observe(document.body);
  tryIt();
  return stop;
}
