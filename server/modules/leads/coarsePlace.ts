import { type Region, regionTree } from '../catalog';

/**
 * Inhabitants from which a city is named before a purchase. Of 20,000 people dozens share the first letters of both
 * names, so that these letters, the place and a coarse answer or two still mean several people; of 2,000 they may mean
 * one.
 */
const NAMED_FROM = 20_000;

/**
 * The place that the market may know of a lead: the city, or the region around a small one. Listings, prices and filters
 * go by it, since a filter by a town would tell what the preview does not; the town itself is sealed with the contact.
 */
export function coarsePlace(place: Region): Region {
  const isSmall = place.kind === 'CITY' && place.tier === 'ORDINARY' && (place.population ?? 0) < NAMED_FROM;
  return (isSmall && place.parentId !== null && regionTree().byId(place.parentId)) || place;
}
