import type { LeadPlacesQuery } from '../../generated/earnings';

/** How many leads or sales come from a place. */
export type Place = Pick<LeadPlacesQuery['leadsByRegion'][number], 'region' | 'count'>;

/** A place that can be drawn. */
export interface Point extends Place {
  at: [longitude: number, latitude: number];
}

/** The places whose position is known. */
export const pointsOf = (places: readonly Place[]): Point[] =>
  places.flatMap((place) => {
    const { latitude, longitude } = place.region;
    return latitude === null || longitude === null ? [] : [{ ...place, at: [longitude, latitude] as [number, number] }];
  });
