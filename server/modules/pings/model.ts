import mongoose from '../../platform/mongoose';
import { DAY, SECOND } from '../../platform/clock';
import { type CollectionSpec } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type FactsAlone } from '../leads';
import { type MarketFilter } from '../market';
import { type PriceLineCode } from '../pricing';
import { KEPT_MS, KNOWN, type NoBidReason, PERSON_MS, type UnsoldReason, type WishDay } from './rules';

type Minor = bigint | number;

/** What a business buys by itself, and up to where. */
export interface BuyingWish {
  _id: string;
  buyerId: string;
  name: string;
  filter: MarketFilter;
  maxPriceMinor: bigint;
  dailyCount: number;
  dailyMinor: bigint;
  isNamed: boolean;
  state: 'ACTIVE' | 'PAUSED';
  /** Counts the changes of its terms and state: a purchase goes by the terms that it was decided on, or not at all. */
  version: number;
  /** What it bought on the latest day on which it bought. */
  today: WishDay;
  lastBoughtAt: Date | null;
  /** Who last agreed to automatic buying: in whose name it buys. */
  agreedBy: string;
  createdAt: Date;
}

export type BuyingWishRow = Omit<BuyingWish, 'maxPriceMinor' | 'dailyMinor' | 'today'> & {
  maxPriceMinor: Minor;
  dailyMinor: Minor;
  today: Omit<WishDay, 'spentMinor' | 'mostMinor'> & { spentMinor: Minor; mostMinor: Minor };
};

const bare = { _id: false } as const;

export const BuyingWishes = mongoose.model(
  'BuyingWish',
  new mongoose.Schema<BuyingWishRow>(
    {
      _id: String,
      buyerId: String,
      name: String,
      filter: mongoose.Schema.Types.Mixed,
      maxPriceMinor: BigInt,
      dailyCount: Number,
      dailyMinor: BigInt,
      isNamed: Boolean,
      state: String,
      version: Number,
      today: new mongoose.Schema(
        { day: String, count: Number, spentMinor: BigInt, mostCount: Number, mostMinor: BigInt },
        bare,
      ),
      lastBoughtAt: Date,
      agreedBy: String,
      createdAt: Date,
    },
    { collection: 'buying_wishes', versionKey: false, minimize: false },
  ),
);

/** A wish as the module knows it: the driver reads small longs back as numbers. */
export const wishFrom = (row: BuyingWishRow): BuyingWish => ({
  ...row,
  maxPriceMinor: toMinor(row.maxPriceMinor),
  dailyMinor: toMinor(row.dailyMinor),
  today: { ...row.today, spentMinor: toMinor(row.today.spentMinor), mostMinor: toMinor(row.today.mostMinor) },
});

export interface BidLine {
  code: PriceLineCode;
  label: string;
  factor: number | null;
  amountMinor: bigint;
}

/** What was sold at a bid, to whom. */
export interface SoldPlace {
  saleId: string;
  wishId: string;
}

/** What a post came to, once and for all. */
export interface PostResult {
  leadId: string | null;
  sales: SoldPlace[];
  unsold: UnsoldReason | null;
  at: Date;
}

/** A question for bids and its answer. It holds nothing of the person but hashes that are of no use to anybody else. */
export interface Ping extends FactsAlone {
  _id: string;
  agencyId: string;
  at: Date;
  expiresAt: Date;
  maxSales: number;
  floorMinor: bigint;
  /** Keyed with the agency, so that no other agency's question ever meets them. */
  phoneHash: string | null;
  emailHash: string | null;
  /** The price of a place and its reasons; null where nobody bid. */
  bid: { priceMinor: bigint; lines: BidLine[] } | null;
  /** Who bid, in turn. */
  wishIds: string[];
  noBid: NoBidReason | null;
  state: 'NO_BID' | 'OPEN' | 'POSTED' | 'DONE';
  postedAt: Date | null;
  result: PostResult | null;
  /** How many leads the checks refused under it before the one that counts; absent where none. */
  refused?: number;
}

export type PingRow = Omit<Ping, 'floorMinor' | 'bid'> & {
  floorMinor: Minor;
  bid: { priceMinor: Minor; lines: (Omit<BidLine, 'amountMinor'> & { amountMinor: Minor })[] } | null;
};

export const Pings = mongoose.model(
  'Ping',
  new mongoose.Schema<PingRow>(
    {
      _id: String,
      agencyId: String,
      at: Date,
      expiresAt: Date,
      nicheId: String,
      regionId: String,
      countryCode: String,
      temperature: String,
      contactKind: String,
      channel: String,
      type: { type: String },
      isVerified: Boolean,
      answers: [mongoose.Schema.Types.Mixed],
      maxSales: Number,
      floorMinor: BigInt,
      phoneHash: String,
      emailHash: String,
      bid: new mongoose.Schema(
        {
          priceMinor: BigInt,
          lines: [new mongoose.Schema({ code: String, label: String, factor: Number, amountMinor: BigInt }, bare)],
        },
        bare,
      ),
      wishIds: [String],
      noBid: String,
      state: String,
      postedAt: Date,
      result: mongoose.Schema.Types.Mixed,
      refused: { type: Number, default: undefined },
    },
    { collection: 'pings', versionKey: false, minimize: false },
  ),
);

export const pingFrom = (row: PingRow): Ping => ({
  ...row,
  floorMinor: toMinor(row.floorMinor),
  bid: row.bid && {
    priceMinor: toMinor(row.bid.priceMinor),
    lines: row.bid.lines.map((line) => ({ ...line, amountMinor: toMinor(line.amountMinor) })),
  },
});

/** A person whom an agency posted: by a hash that is keyed with the agency, and nothing else. */
export const PostedPeople = mongoose.model(
  'PostedPerson',
  new mongoose.Schema<{ _id: string; at: Date }>(
    { _id: String, at: Date },
    { collection: 'posted_people', versionKey: false },
  ),
);

/** That a buyer was passed over with a lead of an agency because it knows the person. Once for both. */
export const KnownPasses = mongoose.model(
  'KnownPass',
  new mongoose.Schema<{ _id: string; agencyId: string; buyerId: string; at: Date }>(
    { _id: String, agencyId: String, buyerId: String, at: Date },
    { collection: 'known_passes', versionKey: false },
  ),
);

const WHOLE = ['int', 'long'];
const COUNT = [...WHOLE, 'double'];
const AMOUNT = { bsonType: WHOLE, minimum: 1 };

export const collections: CollectionSpec[] = [
  {
    name: 'buying_wishes',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['buyerId', 'name', 'maxPriceMinor', 'dailyCount', 'dailyMinor', 'state', 'version', 'today'],
        properties: {
          maxPriceMinor: AMOUNT,
          dailyMinor: AMOUNT,
          dailyCount: { bsonType: COUNT, minimum: 1 },
          state: { enum: ['ACTIVE', 'PAUSED'] },
        },
      },
      // Whatever guard was forgotten: a day is never bought over the limits that it was bought under.
      $expr: {
        $and: [
          { $lte: ['$today.count', '$today.mostCount'] },
          { $lte: ['$today.spentMinor', '$today.mostMinor'] },
          { $lte: ['$maxPriceMinor', '$dailyMinor'] },
        ],
      },
    },
    indexes: [{ key: { buyerId: 1, name: 1 }, unique: true }],
  },
  {
    name: 'pings',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'at', 'expiresAt', 'state', 'maxSales'],
        properties: { state: { enum: ['NO_BID', 'OPEN', 'POSTED', 'DONE'] } },
      },
    },
    indexes: [
      { key: { agencyId: 1, at: -1, _id: -1 } },
      // A day more than they are shown, so that nothing of a page goes while it is read.
      { key: { at: 1 }, name: 'kept', expireAfterSeconds: (KEPT_MS + DAY) / SECOND },
    ],
  },
  {
    name: 'known_passes',
    indexes: [{ key: { agencyId: 1, at: -1 } }, { key: { at: 1 }, expireAfterSeconds: KNOWN.keptMs / SECOND }],
  },
  { name: 'posted_people', indexes: [{ key: { at: 1 }, expireAfterSeconds: PERSON_MS / SECOND }] },
];
