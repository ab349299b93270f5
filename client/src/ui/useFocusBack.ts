import { useEffect, useState } from 'react';

/**
 * For what opens over a page by being drawn, such as a dialog or a drawer: when it goes, the keyboard is back where it
 * was before, or at the beginning of the page where that place is gone.
 */
export function useFocusBack(isOpen = true): void {
  // Read while drawing: what opens takes the focus as soon as it is there.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const place = opener?.isConnected && opener !== document.body ? opener : document.getElementById('main');
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    };
  }, [isOpen, opener]);
}
