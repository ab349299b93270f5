import { useEffect, useRef, type RefObject } from 'react';

/** An element that takes the keyboard, each time `isHere` becomes true, where the button that was pressed for it is gone. */
export function useLostKeyboard<T extends HTMLElement>(isHere = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (isHere && document.activeElement === document.body) element.current?.focus();
  }, [isHere]);
  return element;
}
