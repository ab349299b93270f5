import { type ModuleManifest } from '../../platform/manifest';
import { followCards } from './changes';
import { exportCards } from './exportCards';
import { handlers } from './handlers';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { deskCollections } from './model';
import { resolvers } from './resolvers';

export { type DeskLoaders } from './loaders';
export { contactOfSale, worksSale } from './contactOfSale';
export { isSaleOpen, openSaleOf } from './openSaleOf';

let stopFollowing: () => void = () => undefined;

export const manifest: ModuleManifest = {
  name: 'desk',
  resolvers,
  loaders,
  collections: deskCollections,
  handlers,
  invariants,
  start: async () => {
    stopFollowing = followCards();
  },
  stop: async () => stopFollowing(),
  routes: (router) => void router.get('/api/exports/cards.csv', exportCards),
};
