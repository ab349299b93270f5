import { type ModuleManifest } from '../../platform/manifest';
import { setSupplySource } from '../pricing';
import { board, isBoardBuilt, startBoard, stopBoard } from './board';
import { purchaseCollection } from './buying/model';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { indexJobs } from './priceIndex/countDays';
import { indexHandlers, markDaysBefore } from './priceIndex/markDays';
import { indexCollections } from './priceIndex/model';
import { resolvers } from './resolvers';
import { endOvertaken } from './reviews/endOvertaken';
import { lookForInsiders } from './reviews/lookForInsiders';
import { reviewCollection } from './reviews/model';
import { claimSales } from './sales/claims';
import { keepChannels } from './sales/keepChannels';
import { saleCollection } from './sales/model';
import { releaseDueSales } from './sales/releaseSales';
import { searchCollection } from './searches/model';
import { publishChanges } from './subscriptions';

export { type BoardRow, isRowMatch, type MarketFilter } from './board';
export { inTurn } from './buying/inTurn';
export { knownPeopleAmong } from './buying/owned';
export { sellAtOnce, type Taker, TakerCannotPay } from './buying/sellAtOnce';
export { boardFilter, marketMinor } from './readMarket';
export { boughtByWish, boughtSince, tradersInNiches } from './sales/boughtSince';
export { type OtherTrade, tradeBeside } from './sales/otherTrade';
export { feeBpsOf, sharesOf } from './sales/rules';
export { savedFilter } from './searches/readSearches';
export { type MarketLoaders } from './loaders';
export { type Sale } from './sales/model';
export { moveSale } from './sales/moveSale';
export { saleOf, salesById, salesOfBuyer, salesOfLeads, touchedSales } from './sales/readSales';
export { refundSale } from './sales/refundSale';
export { releaseSales } from './sales/releaseSales';

let stopPublishing: () => void = () => undefined;
let stopClaiming: () => void = () => undefined;

export const manifest: ModuleManifest = {
  name: 'market',
  resolvers,
  loaders,
  collections: [saleCollection, reviewCollection, purchaseCollection, searchCollection, ...indexCollections],
  handlers: [...indexHandlers, lookForInsiders, endOvertaken],
  jobs: [{ name: 'releaseSales', everySeconds: 60, run: releaseDueSales }, ...indexJobs],
  migrations: [keepChannels, markDaysBefore],
  invariants,
  async start() {
    stopClaiming = claimSales();
    await startBoard();
    stopPublishing = publishChanges();
    setSupplySource((nicheId, countryId) => board().supply(nicheId, countryId));
  },
  async stop() {
    setSupplySource(null);
    stopPublishing();
    stopClaiming();
    await stopBoard();
  },
  isReady: isBoardBuilt,
};
