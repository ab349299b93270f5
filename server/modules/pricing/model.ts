import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type FactorCode } from './factors';
import { type PriceLineCode, type PricingModel } from './rules';

/** What a lead, click or call of a niche costs before all factors. */
export interface BasePriceRow {
  _id: string;
  /** Null: for all niches that have no price of their own, nor one above them. */
  nicheId: string | null;
  model: PricingModel;
  /** Null: not sold by this model. */
  priceMinor: bigint | null;
  currency: string;
  changedAt: Date;
  changedBy: string;
}

export const basePriceId = (nicheId: string | null, model: PricingModel): string => `${nicheId ?? 'all'}:${model}`;

/** One version of the settings of the formula: inserted, never changed. */
export interface FactorVersionRow {
  _id: string;
  version: number;
  values: Record<FactorCode, number>;
  countries: Record<string, number>;
  changedAt: Date;
  changedBy: string;
  reason: string | null;
}

export const factorVersionId = (version: number): string => `factors_${String(version).padStart(6, '0')}`;

/** What pricing remembers of a sale: for demand and for the agency's record. */
export interface SaleFactRow {
  _id: string;
  agencyId: string;
  /** Null until the sale itself was heard of: its dispute may be heard of first. */
  heldAt: Date | null;
  nicheId: string | null;
  countryId: string | null;
  grossMinor: bigint | null;
  /** The part of it that a decision gave back to the buyer, 0 to 10000. */
  refundedBps: number;
}

/** A buyer looked for something and there was none: counted once a day. */
export interface MissedSearchRow {
  _id: string;
  nicheId: string;
  countryId: string;
  at: Date;
}

/** What was on offer on a day, as last counted that day. */
export interface SupplyDayRow {
  /** The day, as `2026-11-23`. */
  _id: string;
  day: Date;
  /** Listings on offer by `cellId`; a cell that is not named had none. */
  onOffer: Record<string, number>;
}

/** The measured competition of a niche in a country: the same in every process. */
export interface CompetitionRow {
  _id: string;
  nicheId: string;
  countryId: string;
  wanted: number;
  onOffer: number;
  factorBps: number;
  measuredAt: Date;
}

export const cellId = (nicheId: string, countryId: string): string => `${nicheId}:${countryId}`;

/** An agency's record of the last 90 days, as its grade goes by it. */
export interface AgencyRecordRow {
  _id: string;
  sales: number;
  refundedBps: number;
  used?: Partial<Record<'CLICK' | 'CALL', { count: number; refundedBps: number }>>;
  judged?: number;
  accepted?: number;
  verified?: number;
}

export interface QuoteItem {
  listingId: string;
  /** How many leads the listing hands over. */
  leads: number;
  /** The price on the market when it was quoted. */
  priceMinor: bigint;
  /** What the buyer is charged: that price less the volume discount. */
  chargedMinor: bigint;
}

/** Prices shown to one buyer and honoured until `expiresAt`. */
export interface QuoteRow {
  _id: string;
  buyerId: string;
  /** Single leads picked by hand, or many at once (a lot, the best of a search). */
  mode: 'INDIVIDUAL' | 'MASS';
  /** What was asked for, in the asker's own words, such as a filter and a budget. */
  terms: string | null;
  /** Absent where none of the leads is the same person as another lead. */
  hasRepeats?: boolean;
  items: QuoteItem[];
  lines: { code: PriceLineCode; label: string; factor: number | null; amountMinor: bigint }[];
  totalMinor: bigint;
  currency: string;
  madeAt: Date;
  expiresAt: Date;
  /** Of all the above: a row that was changed in the database is refused. */
  signature: string;
}

const { Mixed } = mongoose.Schema.Types;
const options = (collection: string) => ({ collection, versionKey: false as const, minimize: false });

export const BasePrices = mongoose.model(
  'BasePrice',
  new mongoose.Schema<BasePriceRow>(
    {
      _id: String,
      nicheId: String,
      model: String,
      priceMinor: BigInt,
      currency: String,
      changedAt: Date,
      changedBy: String,
    },
    options('price_guide'),
  ),
);

export const FactorVersions = mongoose.model(
  'FactorVersion',
  new mongoose.Schema<FactorVersionRow>(
    {
      _id: String,
      version: Number,
      values: Mixed,
      countries: Mixed,
      changedAt: Date,
      changedBy: String,
      reason: String,
    },
    options('price_factors'),
  ),
);

export const SaleFacts = mongoose.model(
  'SaleFact',
  new mongoose.Schema<SaleFactRow>(
    {
      _id: String,
      agencyId: String,
      heldAt: Date,
      nicheId: String,
      countryId: String,
      grossMinor: BigInt,
      refundedBps: Number,
    },
    options('sale_facts'),
  ),
);

export const MissedSearches = mongoose.model(
  'MissedSearch',
  new mongoose.Schema<MissedSearchRow>(
    { _id: String, nicheId: String, countryId: String, at: Date },
    options('missed_searches'),
  ),
);

export const SupplyDays = mongoose.model(
  'SupplyDay',
  new mongoose.Schema<SupplyDayRow>({ _id: String, day: Date, onOffer: Mixed }, options('supply_days')),
);

export const Competition = mongoose.model(
  'Competition',
  new mongoose.Schema<CompetitionRow>(
    {
      _id: String,
      nicheId: String,
      countryId: String,
      wanted: Number,
      onOffer: Number,
      factorBps: Number,
      measuredAt: Date,
    },
    options('competition'),
  ),
);

export const AgencyRecords = mongoose.model(
  'AgencyRecord',
  new mongoose.Schema<AgencyRecordRow>(
    {
      _id: String,
      sales: Number,
      refundedBps: Number,
      used: mongoose.Schema.Types.Mixed,
      judged: Number,
      accepted: Number,
      verified: Number,
    },
    options('agency_records'),
  ),
);

export const Quotes = mongoose.model(
  'Quote',
  new mongoose.Schema<QuoteRow>(
    {
      _id: String,
      buyerId: String,
      mode: String,
      terms: String,
      hasRepeats: Boolean,
      items: [
        new mongoose.Schema<QuoteItem>(
          { listingId: String, leads: Number, priceMinor: BigInt, chargedMinor: BigInt },
          { _id: false },
        ),
      ],
      lines: [
        new mongoose.Schema<QuoteRow['lines'][number]>(
          { code: String, label: String, factor: Number, amountMinor: BigInt },
          { _id: false },
        ),
      ],
      totalMinor: BigInt,
      currency: String,
      madeAt: Date,
      expiresAt: Date,
      signature: String,
    },
    options('quotes'),
  ),
);

const whole = ['int', 'long'];
const DAY_SECONDS = 86_400;

export const collections: CollectionSpec[] = [
  {
    name: 'price_guide',
    watched: true,
    indexes: [],
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['model', 'currency'],
        properties: {
          model: { enum: ['LEAD', 'CLICK', 'CALL'] },
          priceMinor: { bsonType: [...whole, 'null'], minimum: 1 },
        },
      },
    },
  },
  { name: 'price_factors', watched: true, indexes: [{ key: { version: 1 }, unique: true }] },
  {
    name: 'sale_facts',
    indexes: [{ key: { heldAt: 1 } }],
    validator: { $jsonSchema: { bsonType: 'object', properties: { refundedBps: { minimum: 0, maximum: 10_000 } } } },
  },
  { name: 'missed_searches', indexes: [{ key: { at: 1 }, expireAfterSeconds: 60 * DAY_SECONDS }] },
  { name: 'supply_days', indexes: [{ key: { day: 1 }, expireAfterSeconds: 60 * DAY_SECONDS }] },
  { name: 'competition', watched: true, indexes: [] },
  { name: 'agency_records', watched: true, indexes: [] },
  {
    name: 'quotes',
    // Kept for a month after their time, to answer what was shown.
    indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 30 * DAY_SECONDS }],
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['buyerId', 'items', 'totalMinor', 'currency', 'expiresAt', 'signature'],
        properties: { totalMinor: { bsonType: whole, minimum: 0 } },
      },
    },
  },
];
