import type { PlacedLead } from './reads';

type Region = PlacedLead['region'];

/** How many leads or sales come from a place. */
export interface Place {
  region: Region;
  count: number;
}

/** A place that can be drawn. */
export interface Point extends Place {
  at: [longitude: number, latitude: number];
}

/** Counts things by the region they come from, the most first. */
export function placesOf(things: readonly { region: Region }[]): Place[] {
  const places = new Map<string, Place>();
  for (const { region } of things) {
    const place = places.get(region.id);
    if (place) place.count += 1;
    else places.set(region.id, { region, count: 1 });
  }
  return [...places.values()].sort((first, second) => second.count - first.count);
}

/** The places whose position is known. */
export const pointsOf = (places: readonly Place[]): Point[] =>
  places.flatMap((place) => {
    const { latitude, longitude } = place.region;
    return latitude === null || longitude === null ? [] : [{ ...place, at: [longitude, latitude] as [number, number] }];
  });
