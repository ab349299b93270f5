import { type ModuleManifest } from '../../platform/manifest';
import { setShelf } from '../leads';
import { expireListings } from './expireListings';
import { handlers } from './handlers';
import { loaders } from './loaders';
import { keepProvenChannels } from './keepProvenChannels';
import { collections } from './model';
import { repriceDueListings } from './repriceListings';
import { resolvers } from './resolvers';
import { soldAmong, soldOutAmong } from './soldOutAmong';
import { withdrawLeads } from './withdrawLeads';

export { type ListedAtOnce, listSold } from './listSold';
export { type ListingLoaders } from './loaders';
export { factsOf, type Listing, type ListingFacts, listingFrom, type ListingRow, previewedLeads } from './model';
export { listingsById, onSale } from './readListings';
export { MAX_SHARED } from './rules';
export { takeSlots } from './takeSlots';
export { readFloor } from './terms';

export const manifest: ModuleManifest = {
  name: 'listings',
  resolvers,
  loaders,
  collections,
  handlers,
  migrations: [keepProvenChannels],
  start: async () => setShelf({ takeOff: withdrawLeads, soldOutAmong, soldAmong }),
  stop: async () => setShelf(null),
  jobs: [
    { name: 'expireListings', everySeconds: 60, run: expireListings },
    { name: 'repriceListings', everySeconds: 60, run: repriceDueListings },
  ],
};
