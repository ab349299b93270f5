import { type ModuleManifest } from '../../platform/manifest';
import {
  type BilledThings,
  claimUsage,
  countRecords,
  reportFile,
  setCallConversions,
  setCallTargets,
  usageTrade,
} from '../campaigns';
import { disputable } from '../disputes';
import { tradeBeside } from '../market';
import { heldBeside } from '../rights';
import { releaseCalls } from './billing/releaseCalls';
import { callReport } from './callReport';
import { callConversionsByServer } from './conversions/byServer';
import { callSubject } from './disputes/callSubject';
import { callHooks } from './door/receive';
import { forgetCallers } from './forgetCallers';
import { heldOfCallers } from './heldOfCallers';
import { invariants } from './invariants';
import { judgeDue } from './judge/judgeDue';
import { loaders } from './loaders';
import { Calls, collections } from './model';
import { callTargets } from './numbers/callTargets';
import { giveBackNumbers } from './numbers/giveBackNumbers';
import { playRoutes } from './recording/playCall';
import { tendRecordings } from './recording/tendRecordings';
import { resolvers } from './resolvers';
import { hangUpAll } from './standIn/placeCall';
import { standInPages } from './standIn/routes';
import { startStandIn, stopStandIn } from './standIn/server';
import { followCalls } from './subscriptions';
import { hasStandIn } from './telephony/account';

export { type CallLoaders } from './loaders';

const CALLS: BilledThings = { model: 'CALL', count: 1, things: Calls, state: 'money' };

let stops: (() => void)[] = [];

export const manifest: ModuleManifest = {
  name: 'calls',
  resolvers,
  loaders,
  collections,
  invariants,
  jobs: [
    { name: 'calls.judge', everySeconds: 5, run: judgeDue },
    { name: 'calls.release', everySeconds: 60, run: releaseCalls },
    {
      name: 'calls.countRecords',
      everySeconds: 3600,
      run: (at) => countRecords({ ...CALLS, kind: 'CALL', one: '$_id' }, at),
    },
    { name: 'calls.recordings', everySeconds: 10, run: tendRecordings },
    { name: 'calls.giveBackNumbers', everySeconds: 24 * 3600, run: giveBackNumbers },
    { name: 'calls.forgetCallers', everySeconds: 24 * 3600, run: forgetCallers },
  ],
  routes(router) {
    callHooks(router);
    router.get('/api/exports/call-report.csv', reportFile('call-report.csv', callReport));
    playRoutes(router);
    if (hasStandIn()) standInPages(router);
  },
  start: async () => {
    await startStandIn();
    stops = [
      followCalls(),
      claimUsage(CALLS),
      tradeBeside(usageTrade(CALLS)),
      setCallTargets(callTargets),
      setCallConversions(callConversionsByServer),
      disputable(callSubject),
      heldBeside(heldOfCallers),
    ];
  },
  stop: async () => {
    hangUpAll();
    await stopStandIn();
    for (const stop of stops) stop();
  },
};
