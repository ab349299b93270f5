import { type RefObject, useEffect, useRef } from 'react';

/** Takes the keyboard when what had it is gone, such as the button that brought this about. */
export function useTakeFocus(): RefObject<HTMLHeadingElement | null> {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return place;
}
