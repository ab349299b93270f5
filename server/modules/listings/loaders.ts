import DataLoader from 'dataloader';
import { type Listing } from './model';
import { listingsById } from './readListings';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  listingById: new DataLoader<string, Listing | null>(async (ids) => {
    const found = await listingsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
});

export type ListingLoaders = ReturnType<typeof loaders>;
