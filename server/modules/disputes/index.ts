import { type ModuleManifest } from '../../platform/manifest';
import { followDisputes } from './changes';
import { claimantCollection } from './claimsOf';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { disputeCollections } from './model';
import { resolvers } from './resolvers';
import { clocksJob } from './silence';

export { type DisputeLoaders } from './loaders';

let stopFollowing: () => void = () => undefined;

export const manifest: ModuleManifest = {
  name: 'disputes',
  resolvers,
  loaders,
  collections: [...disputeCollections, claimantCollection],
  jobs: [clocksJob],
  invariants,
  start: async () => {
    stopFollowing = followDisputes();
  },
  stop: async () => stopFollowing(),
};
