import { useWindowEvent } from '@mantine/hooks';

/** Where a key belongs to the field that has it. */
const TAKEN = 'textarea, select, [contenteditable], [role="slider"], input:not([type="radio"], [type="checkbox"])';

const isTaken = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element && (target.closest(TAKEN) !== null || (key.startsWith('Arrow') && target.matches('input')));

/** Keys of a page, each with what it does; silent while somebody types and while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  useWindowEvent('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    act();
  });
}
