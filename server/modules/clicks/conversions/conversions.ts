import { type Router } from 'express';
import { type PeriodicJob } from '../../../platform/manifest';
import { heldBeside } from '../../rights';
import { clearOld } from './clearOld';
import { exportLeads } from './exportLeads';
import { heldOfPeople } from './heldOfPeople';
import { conversionInvariants } from './invariants';
import { conversionCollections } from './model';
import { pixelRoutes } from './pixel';
import { postbackRoutes } from './postback';
import { conversionResolvers } from './resolvers';
import { settleEarlier } from './settleConversions';

/** What became of visitors at the business: its part of the module. */
export const conversions = {
  resolvers: conversionResolvers,
  collections: conversionCollections,
  migrations: [settleEarlier],
  invariants: conversionInvariants,
  jobs: [{ name: 'clicks.clearConversions', everySeconds: 6 * 3600, run: clearOld }] satisfies PeriodicJob[],
  firstRoutes: pixelRoutes,
  routes(router: Router): void {
    postbackRoutes(router);
    router.get('/api/exports/click-leads.csv', exportLeads);
  },
  start: (): (() => void) => heldBeside(heldOfPeople),
};
