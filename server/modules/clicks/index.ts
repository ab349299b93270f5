import { database } from '../../platform/database';
import { type ModuleManifest } from '../../platform/manifest';
import { type BilledThings, claimUsage, usageTrade } from '../campaigns';
import { disputable } from '../disputes';
import { tradeBeside } from '../market';
import { closeBatches } from './billing/closeBatches';
import { releaseBatches } from './billing/releaseBatches';
import { conversions } from './conversions/conversions';
import { batchSubject } from './disputes/batchSubject';
import { redirectRoutes } from './door/redirect';
import { invariants } from './invariants';
import { judgeWaiting } from './judge/judgeWaiting';
import { startLinks, stopLinks } from './links/linkMemory';
import { countEarlierRefunds, keepRefunds } from './billing/keepRefunds';
import { loaders } from './loaders';
import { closeVisitLog, openVisitLog, storeWritten } from './log/visitLog';
import { ClickBatches, collections } from './model';
import { replayYesterday } from './replay/replayYesterday';
import { resolvers } from './resolvers';
import { followClicks } from './subscriptions';

export { type ConversionEvidence, conversionEvidence } from './conversions/evidence';
export { type ClickLoaders } from './loaders';
export { provableFrom, replay, type Replayed } from './replay/replay';

const BATCHES: BilledThings = { things: ClickBatches, state: 'state' };

let stops: (() => void)[] = [];

export const manifest: ModuleManifest = {
  name: 'clicks',
  resolvers: {
    ...resolvers,
    ...conversions.resolvers,
    Query: { ...resolvers.Query, ...conversions.resolvers.Query },
    Mutation: { ...resolvers.Mutation, ...conversions.resolvers.Mutation },
  },
  loaders,
  collections: [...collections, ...conversions.collections],
  invariants: [...invariants, ...conversions.invariants],
  migrations: [keepRefunds, countEarlierRefunds],
  jobs: [
    {
      name: 'clicks.judge',
      everySeconds: 2,
      run: async () => {
        await storeWritten();
        return judgeWaiting();
      },
    },
    { name: 'clicks.replay', everySeconds: 24 * 3600, run: replayYesterday },
    { name: 'clicks.close', everySeconds: 60, run: closeBatches },
    { name: 'clicks.release', everySeconds: 60, run: releaseBatches },
    ...conversions.jobs,
  ],
  firstRoutes: (router) => {
    redirectRoutes(router);
    conversions.firstRoutes(router);
  },
  routes: conversions.routes,
  start: async () => {
    await startLinks();
    await openVisitLog(database().databaseName);
    stops = [
      followClicks(),
      conversions.start(),
      claimUsage(BATCHES),
      tradeBeside(usageTrade(BATCHES)),
      disputable(batchSubject),
    ];
  },
  stop: async () => {
    await closeVisitLog();
    for (const stop of stops) stop();
    stopLinks();
  },
};
