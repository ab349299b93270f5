import { useEffect } from 'react';

export interface Keys {
  onSearch(): void;
  onSelect(id: string): void;
  onHelp(): void;
}

const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/** The keys of the market. They rest while one types or a dialog is open; Enter opens what has the focus by itself. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.matches(TYPED_INTO)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const work = workOf(event.key, keys);
      if (!work) return;
      event.preventDefault();
      work();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function workOf(key: string, { onSearch, onSelect, onHelp }: Keys): (() => void) | null {
  const id = focusedListing()?.dataset.listing;
  if (key === '/') return onSearch;
  if (key === '?') return onHelp;
  if (key === 'j') return () => move(1);
  if (key === 'k') return () => move(-1);
  return key === 'x' && id !== undefined ? () => onSelect(id) : null;
}

const allListings = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-listing]')];

/** The link of the row in which the focus is. */
const focusedListing = (): HTMLElement | null =>
  document.activeElement?.closest('tr, li')?.querySelector<HTMLElement>('[data-listing]') ?? null;

function move(step: 1 | -1): void {
  const all = allListings();
  const here = focusedListing();
  const next = here ? all[all.indexOf(here) + step] : all[0];
  next?.focus();
  next?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
}
