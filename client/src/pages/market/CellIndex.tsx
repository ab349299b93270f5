import type { ComponentType } from 'react';
import { IndexStrip, loadIndexStrip } from '../marketIndex/IndexStrip';
import type { Named } from './useNamed';

/** What leads of the chosen niches and places were sold for, the other filters aside: they are of what is on sale. */
function CellIndex({ niches, regions, unknown }: Named) {
  // Of what nobody knows nothing is told, least of all the whole market.
  if (unknown.niches.length + unknown.regions.length > 0) return null;
  const places = regions.map((path) => path.at(-1)!);
  return (
    <IndexStrip
      nicheIds={niches.map(({ id }) => id)}
      regionIds={places.map(({ id }) => id)}
      names={[...niches, ...places].map(({ name }) => name)}
    />
  );
}

/** With the texts that it speaks with. */
export async function loadCellIndex(): Promise<{ default: ComponentType<Named> }> {
  await loadIndexStrip();
  return { default: CellIndex };
}
