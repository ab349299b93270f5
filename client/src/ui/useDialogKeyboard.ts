import { type RefObject, useEffect, useRef } from 'react';

/**
 * A button for the keyboard that comes into a dialog after it opened: it takes the keyboard from where the dialog had to
 * put it, which is its first button, the ✕, or from nowhere; never from where a person went.
 */
export function useDialogKeyboard(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const first = button.current?.closest('[role="dialog"]')?.querySelector('button');
    if (activeElement === first || activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return button;
}
