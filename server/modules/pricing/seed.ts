import { now } from '../../platform/clock';
import { type Migration } from '../../platform/manifest';
import { MARKET_CURRENCY, minorFromDecimal } from '../../platform/money';
import { FIRST_VALUES } from './factors';
import { basePriceId, BasePrices, FactorVersions, factorVersionId } from './model';
import { type PricingModel } from './rules';

/**
 * US dollars per lead, click and call, from published benchmark reports of 2024-2026; null where a niche is not sold by
 * that model. Niches that are not named take the figure of the nearest named niche above, at the top the average of
 * all. Sources and what is an estimate: docs/decisions/0031-price.md.
 */
const FIGURES: Readonly<Record<string, readonly [lead: number, click: number, call: number | null]>> = {
  'motor-insurance': [25, 5.4, 40],
  'home-insurance': [35, 5.4, 45],
  'life-insurance': [45, 5.4, 50],
  'health-insurance': [50, 5.4, 55],
  loans: [25, 3.39, 35],
  mortgage: [45, 3.39, 60],
  deposits: [20, 3.39, 25],
  legal: [110, 9.87, 120],
  'personal-injury': [250, 9.87, 165],
  'home-services': [40, 8.33, 55],
  roofing: [90, 13.74, 110],
  kitchens: [100, 8.33, 55],
  'real-estate': [30, 3.22, 45],
  education: [30, 4.81, 35],
  tourism: [12, 2.12, 18],
  cars: [28, 2.32, 35],
  'car-repair': [20, 4.35, 25],
  'local-services': [15, 7.17, 20],
  'e-commerce': [18, 4.14, 15],
  'b2b-software': [150, 5.87, 120],
  'business-services': [80, 5.87, 80],
  medical: [40, 8, 50],
  apps: [2, 0.4, null],
  'online-games': [3, 0.3, null],
};

/** All niches together. */
const AVERAGE = [40, 5.42, 45] as const;

/** Cost of advertising by country, United States = 10000. Not published for Kenya, Tanzania, Greece, Hungary, Uzbekistan. */
const COUNTRIES: Readonly<Record<string, number>> = {
  US: 10_000,
  GB: 8_700,
  DE: 6_900,
  AM: 4_800,
  KE: 4_000,
  TZ: 4_000,
  GR: 4_000,
  HU: 4_000,
  UZ: 4_000,
};

const MODELS: readonly PricingModel[] = ['LEAD', 'CLICK', 'CALL'];

function firstPrices(): [nicheId: string | null, model: PricingModel, dollars: number | null][] {
  const rows = Object.entries(FIGURES).map(([slug, figures]) => [`niche_${slug}`, figures] as const);
  return [[null, AVERAGE] as const, ...rows].flatMap(([nicheId, figures]) =>
    MODELS.map((model, column) => [nicheId, model, figures[column]!] as [string | null, PricingModel, number | null]),
  );
}

export const migrations: Migration[] = [
  {
    name: '0032-first-price-guide',
    async up() {
      const changedAt = now();
      const there = new Set((await BasePrices.find({}, { _id: 1 }).lean()).map(({ _id }) => _id));
      const rows = firstPrices().map(([nicheId, model, dollars]) => ({
        _id: basePriceId(nicheId, model),
        nicheId,
        model,
        priceMinor: dollars === null ? null : minorFromDecimal(dollars, MARKET_CURRENCY),
        currency: MARKET_CURRENCY,
        changedAt,
        changedBy: 'system',
      }));
      await BasePrices.insertMany(rows.filter(({ _id }) => !there.has(_id)));
      const first = {
        version: 1,
        values: FIRST_VALUES,
        countries: COUNTRIES,
        changedAt,
        changedBy: 'system',
        reason: null,
      };
      await FactorVersions.updateOne({ _id: factorVersionId(1) }, { $setOnInsert: first }, { upsert: true });
    },
  },
];
