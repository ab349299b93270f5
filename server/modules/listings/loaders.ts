import DataLoader from 'dataloader';
import { type Listing } from './model';
import { listingsById, listingsOfLeads } from './readListings';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  listingById: new DataLoader<string, Listing | null>(async (ids) => {
    const found = await listingsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  listingByLead: new DataLoader<string, Listing | null>(async (leadIds) => {
    const found = await listingsOfLeads(leadIds);
    return leadIds.map((id) => found.get(id) ?? null);
  }),
});

export type ListingLoaders = ReturnType<typeof loaders>;
