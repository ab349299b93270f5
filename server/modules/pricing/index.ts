import { type ModuleManifest } from '../../platform/manifest';
import { handlers } from './handlers';
import { jobs } from './jobs';
import { startMemory, stopMemory } from './memory';
import { collections } from './model';
import { resolvers } from './resolvers';
import { migrations } from './seed';

export { competitionAt, setSupplySource, type SupplySource } from './competition';
export { agencyQuality, currentFactors, gradesOf, onQualityChange } from './memory';
export { isSoldBy, type PriceFacts, priceOf, volumeDiscount } from './priceOf';
export { type AgencyQuality, type Grade } from './qualityRules';
export { isQuoteLive, makeQuote, type Quote, type QuotedListing, readQuote } from './quotes';
export {
  type ContactKind,
  discounted,
  type Priced,
  type PriceLine,
  type PriceLineCode,
  type PricingModel,
  type Temperature,
} from './rules';

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
