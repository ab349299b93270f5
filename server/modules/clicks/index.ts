import { database } from '../../platform/database';
import { type ModuleManifest } from '../../platform/manifest';
import { type BilledThings, claimUsage, countRecords, reportFile, usageTrade } from '../campaigns';
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
import { clickReport, OF_CLICKS } from './reports/clickReport';
import { resolvers } from './resolvers';
import { followClicks } from './subscriptions';

export { type ConversionEvidence, conversionEvidence } from './conversions/evidence';
export { type ClickLoaders } from './loaders';
export { provableFrom, replay, type Replayed } from './replay/replay';

const BATCHES: BilledThings = { model: 'CLICK', count: '$billed', things: ClickBatches, state: 'state' };

/** An hour of clicks is little beside a lead or a call, so a day of them to one campaign counts as one. */
const A_DAY = { campaignId: '$campaignId', day: { $dateToString: { format: '%Y-%m-%d', date: '$heldAt' } } };

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
  migrations: [keepRefunds, countEarlierRefunds, ...conversions.migrations],
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
    {
      name: 'clicks.countRecords',
      everySeconds: 3600,
      run: (at) => countRecords({ ...BATCHES, kind: 'CLICK', one: A_DAY }, at),
    },
    { name: 'clicks.close', everySeconds: 60, run: closeBatches },
    { name: 'clicks.release', everySeconds: 60, run: releaseBatches },
    ...conversions.jobs,
  ],
  firstRoutes: (router) => {
    redirectRoutes(router);
    conversions.firstRoutes(router);
  },
  routes: (router) => {
    router.get('/api/exports/click-report.csv', reportFile('click-report.csv', clickReport, OF_CLICKS));
    conversions.routes(router);
  },
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
