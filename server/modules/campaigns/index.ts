import { type ModuleManifest } from '../../platform/manifest';
import { startMemory, stopMemory } from './campaignMemory';
import { claimReserves } from './claims';
import { loaders } from './loaders';
import { nameInStatement } from './nameInStatement';
import { collections } from './model';
import { pauseRefusedPhones } from './pauseByMarket';
import { repriceAll } from './prices/reprice';
import { tellOfDearerPrices } from './prices/tellOfDearer';
import { rankBusinesses } from './rank';
import { setAsideForAll, setFreeOfStopped } from './reserve';
import { resolvers } from './resolvers';
import { finishAsking } from './setAsideSoon';
import { readmitOrganisation, stopOrganisation } from './suspend';

export { type Spent, spentOut, spentWith } from './budgets';
export { applicationOf } from './applications/readApplications';
export { approvedApplication, approvedOf, knownCampaign, regionBought } from './campaignMemory';
export { campaignAt } from './formerTerms';
export { dayIn, spanOfDay } from './hours';
export { type CampaignLoaders } from './loaders';
export { type Application, type Campaign } from './model';
export { type CallTargets, setCallTargets } from './callable';
export { worthOf } from './rank';
export { type CallConversions, callConversions, setCallConversions } from './usage/callConversions';
export { reportFile, type UsageRow } from './usage/reportFile';
export { refundEntry, releaseEntry, usageEntry } from './usage/entries';
export { restAfter } from './usage/shares';
export { type CampaignChange, onCampaignChange } from './onCampaignChange';
export { watchRoom } from './usage/room';
export { todayOf, type UsageToday } from './usage/today';
export { countRecords } from './usage/record';
export { tellErased } from './usage/tellErased';
export { type BilledThings, claimUsage, usageTrade } from './usage/sums';
export { ownTrade, seesSpending } from './policy';
export { type PriceFrom, priceFrom } from './prices/priceFrom';
export { type PriceAt, pricesOf } from './prices/pricesAsOf';
export { campaignsById, forEachCampaign, isCallTarget, ownCampaignIds } from './readCampaigns';
export { setAside, setAsideNeeded } from './reserve';
export { freeReserve, type Hindrance, hindrancesOf } from './rules';
export { billHeld, giveBackHeld, type Held, heldFor, hold } from './holding';
export { pauseUnanswered } from './pauseByMarket';
export { bookSpending, campaignNow, takeBilled } from './spending';
export { noteStored, promise, promisedTo, promisesSoFar } from './promised';
export { setAsideIfLow, setAsideSoon } from './setAsideSoon';

let stops: (() => void)[] = [];

export const manifest: ModuleManifest = {
  name: 'campaigns',
  resolvers,
  loaders,
  collections,
  handlers: [
    {
      topic: 'organisation.suspended',
      name: 'campaigns.stop',
      handle: ({ organisationId }) => stopOrganisation(organisationId),
    },
    {
      topic: 'organisation.reinstated',
      name: 'campaigns.readmit',
      handle: ({ organisationId }) => readmitOrganisation(organisationId),
    },
  ],
  jobs: [
    { name: 'campaigns.setAside', everySeconds: 10, run: setAsideForAll },
    { name: 'campaigns.setFree', everySeconds: 60, run: setFreeOfStopped },
    { name: 'campaigns.phones', everySeconds: 24 * 3600, run: pauseRefusedPhones },
    { name: 'campaigns.rank', everySeconds: 600, run: rankBusinesses },
    { name: 'campaigns.reprice', everySeconds: 24 * 3600, run: repriceAll },
    { name: 'campaigns.dearer', everySeconds: 300, run: tellOfDearerPrices },
  ],
  start: async () => {
    stops = [claimReserves(), nameInStatement()];
    await startMemory();
  },
  stop: async () => {
    await finishAsking();
    stopMemory();
    for (const stop of stops) stop();
  },
};
