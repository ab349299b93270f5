import { type ModuleManifest } from '../../platform/manifest';
import { startBalances, stopBalances } from './bids/balances';
import { forgetStrangers } from './bids/strangers';
import { invariants } from './invariants';
import { forgetLeftOut } from './knownPeople';
import { collections } from './model';
import { resolvers } from './resolvers';
import { startWishes, stopWishes } from './wishMemory';

export { type BuyingWish, type Ping, type PostResult } from './model';
export { ping, type PingAnswer, type PingInput } from './ping';
export { post, type PostAnswer } from './post';
export { NO_BID, UNSOLD } from './rules';

export const manifest: ModuleManifest = {
  name: 'pings',
  resolvers,
  collections,
  invariants,
  async start() {
    startBalances();
    await startWishes();
  },
  async stop() {
    stopWishes();
    stopBalances();
    forgetStrangers();
    forgetLeftOut();
  },
};
