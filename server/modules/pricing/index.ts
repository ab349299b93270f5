import { type ModuleManifest } from '../../platform/manifest';
import { handlers } from './handlers';
import { jobs } from './jobs';
import { startMemory, stopMemory } from './memory';
import { collections } from './model';
import { resolvers } from './resolvers';
import { migrations } from './seed';

export { competitionAt, setSupplySource } from './competition';
export { agencyQuality, currentFactors, gradesOf } from './memory';
export { isSoldBy, priceOf, volumeDiscount } from './priceOf';
export { type Grade } from './qualityRules';
export { type PriceBreakdown, priceLines } from './readGuide';
export { gradeReasons } from './readQuality';
export { isQuoteLive, makeQuote, type Quote, readQuote } from './quotes';
export { discounted, type Priced, type PriceLineCode, type PricingModel, volumeFrom } from './rules';

export const manifest: ModuleManifest = {
  name: 'pricing',
  resolvers,
  collections,
  handlers,
  jobs,
  migrations,
  start: startMemory,
  stop: stopMemory,
};
