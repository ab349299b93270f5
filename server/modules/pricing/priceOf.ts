import { nicheTree, type Region, regionTree } from '../catalog';
import { wholeDays } from './age';
import { competitionAt } from './competition';
import { agencyQuality, basePriceOf, countryIndexOf, currentFactors } from './memory';
import {
  type ContactKind,
  type Priced,
  type PriceTerms,
  type PricingModel,
  priceWith,
  type Temperature,
  volumeDiscountOf,
} from './rules';

/** What a listing is, as far as its price is concerned. */
export interface PriceFacts {
  nicheId: string;
  regionId: string;
  model: PricingModel;
  /** Null for an agency that is not known: its record then counts as x1. */
  agencyId: string | null;
  temperature: Temperature;
  contactKind: ContactKind;
  isVerified: boolean;
  isExclusive: boolean;
  /** When it was first put on sale. */
  listedAt: Date;
  /** The lowest price that the agency takes; 0 for none. */
  floorMinor: bigint;
  /** The most that is paid, whatever the factors say; left out for no such limit. */
  mostMinor?: bigint;
}

/**
 * The price of a listing at a moment and why: a function of the facts, the price guide, the settings, the measured
 * competition and the agency's record as they are now, without a database command. The lines sum to the total. Throws a
 * RangeError for a niche or region that does not exist, or clicks and calls of a niche that does not sell them.
 */
export function priceOf(facts: PriceFacts, at: Date): Priced {
  return priceWith(termsOf(facts, at), currentFactors());
}

/** Whether a niche is sold by a model: leads are sold in every niche, clicks and calls where the guide has a price. */
export const isSoldBy = (nicheId: string, model: PricingModel): boolean => basePriceOf(nicheId, model).price !== null;

const MODEL_LABELS = { LEAD: 'per lead', CLICK: 'per click', CALL: 'per call' } as const;

function termsOf(facts: PriceFacts, at: Date): PriceTerms {
  const niche = nicheTree().byId(facts.nicheId);
  const region = regionTree().byId(facts.regionId);
  if (!niche || !region) throw new RangeError('A price needs a niche and a region that exist');
  const { price } = basePriceOf(niche._id, facts.model);
  if (!price) throw new RangeError(`${niche.slug} is not sold ${MODEL_LABELS[facts.model]}`);
  return {
    base: price,
    baseLabel: `${niche.name}, ${MODEL_LABELS[facts.model]}`,
    countryBps: countryIndexOf(region.countryCode),
    countryName: countryOf(region)?.name ?? region.countryCode,
    cityTier: region.tier,
    competitionBps: competitionAt(niche._id, region._id),
    qualityBps: facts.agencyId === null ? 10_000 : agencyQuality(facts.agencyId).bps,
    temperature: facts.temperature,
    contactKind: facts.contactKind,
    isVerified: facts.isVerified,
    isExclusive: facts.isExclusive,
    ageDays: wholeDays(facts.listedAt, at),
    floorMinor: facts.floorMinor,
    ...(facts.mostMinor === undefined ? {} : { mostMinor: facts.mostMinor }),
  };
}

const countryOf = (region: Region): Region | undefined => regionTree().byCode(region.countryCode);

/** The discount for that many leads in one purchase, in hundredths of a percent. */
export const volumeDiscount = (count: number): number => volumeDiscountOf(count, currentFactors());
