import { useState } from 'react';
import type { MoneyValue } from '../../app/format';
import { useViewer } from '../../app/session';
import type { ListingRowFragment } from '../../generated/market';

/** A selected listing with what the bar at the bottom says of it. */
export interface Pick {
  id: string;
  price: MoneyValue;
  leadCount: number;
}

export interface Picks {
  all: readonly Pick[];
  has(id: string): boolean;
  toggle(row: ListingRowFragment): void;
  add(rows: readonly ListingRowFragment[]): void;
  /** Takes these out. */
  drop(ids: readonly string[]): void;
  clear(): void;
}

/** What is selected to be bought. It outlives a reload and a login in the middle of a purchase, for the one organisation. */
export function usePicks(): Picks {
  const place = `leadbourse.picks.${useViewer().organisation.id}`;
  const [picks, setPicks] = useState(() => kept(place));
  const keep = (next: readonly Pick[]): void => {
    setPicks(next);
    sessionStorage.setItem(place, JSON.stringify(next));
  };
  const has = (id: string): boolean => picks.some((pick) => pick.id === id);
  const drop = (ids: readonly string[]): void => keep(picks.filter(({ id }) => !ids.includes(id)));
  const add = (rows: readonly ListingRowFragment[]): void =>
    keep([
      ...picks,
      ...rows.filter(({ id }) => !has(id)).map(({ id, price, leadCount }) => ({ id, price, leadCount })),
    ]);
  return {
    all: picks,
    has,
    add,
    drop,
    toggle: (row) => (has(row.id) ? drop([row.id]) : add([row])),
    clear: () => keep([]),
  };
}

function kept(place: string): readonly Pick[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? read.filter(isPick) : [];
  } catch {
    return [];
  }
}

function isPick(value: unknown): value is Pick {
  const { id, price, leadCount } = (value ?? {}) as Partial<Pick>;
  return typeof id === 'string' && typeof price?.currency === 'string' && typeof leadCount === 'number';
}
