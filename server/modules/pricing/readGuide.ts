import { type PriceLinesInput } from '../../generated/graphql';
import { invalidInput, notFound } from '../../platform/errors';
import { money, type Money, subtract } from '../../platform/money';
import { after, DAY, now } from '../../platform/clock';
import { type Viewer } from '../../graphql/viewer';
import { nicheTree, regionTree } from '../catalog';
import { COUNTRY_LIMITS, type FactorCode, FACTORS, type FactorUnit, UNKNOWN_COUNTRY_BPS } from './factors';
import { type BasePrice, basePriceOf, currentFactors } from './memory';
import { priceOf, volumeDiscount } from './priceOf';
import { discounted, type PriceLine, type PricingModel } from './rules';

const MODELS: readonly PricingModel[] = ['LEAD', 'CLICK', 'CALL'];

/** A line of the price guide: a niche, a model, and the figure that holds for it. */
export interface GuideEntry extends BasePrice {
  nicheId: string;
  model: PricingModel;
}

export interface GuideFactor {
  code: FactorCode;
  label: string;
  unit: FactorUnit;
  value: number;
  least: number;
  most: number;
}

export const guideEntry = (nicheId: string, model: PricingModel): GuideEntry => ({
  nicheId,
  model,
  ...basePriceOf(nicheId, model),
});

/** The whole public price guide as it holds now. */
export function priceGuide() {
  const { version, values, countries } = currentFactors();
  const niches = nicheTree()
    .list()
    .filter(({ isRetired }) => !isRetired);
  return {
    version,
    prices: niches.flatMap(({ _id }) => MODELS.map((model) => guideEntry(_id, model))),
    factors: (Object.keys(FACTORS) as FactorCode[]).map((code): GuideFactor => ({
      code,
      ...FACTORS[code],
      value: values[code],
    })),
    countries: Object.entries(countries)
      .map(([country, value]) => ({ country, value }))
      .sort((a, b) => b.value - a.value),
    otherCountries: { value: UNKNOWN_COUNTRY_BPS, ...COUNTRY_LIMITS },
  };
}

/** What is asked of `priceLines`, with the defaults of the SDL filled in. */
export type PriceQuestion = Required<PriceLinesInput>;

/** A price with its reasons, and of which niche it is. */
export interface PriceBreakdown {
  nicheId: string;
  lines: PriceLine[];
  total: Money;
}

/** What one lead of these facts would cost, as one of so many bought at once, and why. An agency sees its own record. */
export function priceLines(viewer: Viewer, { ageDays, leads, floor, ...asked }: PriceQuestion): PriceBreakdown {
  const { nicheId } = asked;
  if (!nicheTree().byId(nicheId)) throw notFound('niche');
  if (!regionTree().byId(asked.regionId)) throw notFound('region');
  if (!basePriceOf(asked.nicheId, asked.model).price) throw invalidInput('This niche is not sold by that model.');
  if (ageDays < 0 || ageDays > 365 || leads < 1 || leads > 100_000) {
    throw invalidInput('"ageDays" is from 0 to 365, "leads" from 1 to 100000.');
  }
  const at = now();
  const floorMinor = floor?.minor ?? 0n;
  const agencyId = viewer.organisationKind === 'AGENCY' ? viewer.organisationId : null;
  const { lines, total } = priceOf({ ...asked, agencyId, listedAt: after(at, -ageDays * DAY), floorMinor }, at);
  const discountBps = volumeDiscount(leads);
  if (discountBps === 0) return { nicheId, lines, total };
  const charged = money(discounted(total.minor, floorMinor, discountBps, total.currency), total.currency);
  const label = `${leads} leads at once: -${discountBps / 100}%`;
  const volume: PriceLine = {
    code: 'VOLUME',
    label,
    factor: (10_000 - discountBps) / 10_000,
    amount: subtract(charged, total),
  };
  return { nicheId, lines: [...lines, volume], total: charged };
}
