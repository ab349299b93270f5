import { useKeys } from '../../ui/useKeys';

export interface MarketKeys {
  onSearch(): void;
  onSelect(id: string): void;
  onHelp(): void;
}

/** The keys of the market; Enter opens what has the focus by itself. */
export function useMarketKeys({ onSearch, onSelect, onHelp }: MarketKeys): void {
  useKeys({
    '/': onSearch,
    '?': onHelp,
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const id = focusedListing()?.dataset.listing;
      if (id !== undefined) onSelect(id);
    },
  });
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
