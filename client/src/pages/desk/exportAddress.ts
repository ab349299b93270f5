import type { DeskFilter } from './useDeskFilter';

/** Where the file of the cards lies that the desk shows: the address takes the filter as the API does. */
export function exportAddress({ filter, statuses }: Pick<DeskFilter, 'filter' | 'statuses'>): string {
  const wanted = Object.entries({ ...filter, statuses: statuses.join(',') }).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return `/api/exports/cards.csv?${new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]))}`;
}
