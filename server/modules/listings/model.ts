import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type Channel, type ContactKind, type ProofChannel, type Temperature } from '../leads';
import { type Grade, type PriceLineCode, type PricingModel } from '../pricing';
import { LISTING_STATUSES, type ListingStatus, MAX_SHARED } from './rules';

/** A line of a price as it was shown: what was multiplied by how much, and what that made of the amount. */
export interface ListedPriceLine {
  code: PriceLineCode;
  label: string;
  factor: number | null;
  amountMinor: bigint;
}

/** What is on sale: one lead, or a lot of like leads sold together. Holds no personal data. */
export interface Listing {
  _id: string;
  kind: 'SINGLE' | 'LOT';
  agencyId: string;
  /** What the agency calls a lot; null for a single lead. */
  name: string | null;
  leadIds: string[];
  /** Where each lead is and whence it came, in step with `leadIds`: the leads of a lot are alike in all else. */
  leadRegionIds: string[];
  leadChannels: Channel[];
  /** What each lead would cost alone, in step with `leadIds`: a lot's price is shared out to its leads by these. */
  leadPricesMinor: bigint[];
  model: PricingModel;
  nicheId: string;
  regionId: string;
  temperature: Temperature;
  contactKind: ContactKind;
  channel: Channel;
  isVerified: boolean;
  /** On which channels the persons of all its leads have answered. */
  provenChannels: ProofChannel[];
  isExclusive: boolean;
  /** Record of the agency, 0 to 1000, and the letter that buyers see of it. */
  quality: number;
  grade: Grade;
  priceMinor: bigint;
  pricedAt: Date;
  priceLines: ListedPriceLine[];
  currency: string;
  /** The agency takes no less for all of it; shown to the agency only. */
  floorMinor: bigint;
  maxSales: number;
  /** Places taken: sales of earlier listings of the same lead are counted in. */
  sold: number;
  status: ListingStatus;
  /** True while its leads cannot be listed again: a draft, on sale, or sold out. */
  holdsLeads: boolean;
  /** When the oldest of its leads was first on sale: the age in the price counts from here, also after a new listing. */
  firstListedAt: Date;
  /** The same once it is on sale; null for a draft. Taking leads off and putting them on again makes nothing new. */
  listedAt: Date | null;
  endsAt: Date;
  /** When its price is worked out anew; null when it is not on sale. */
  repriceAt: Date | null;
  createdAt: Date;
}

type Minor = bigint | number;

export type ListingRow = Omit<
  Listing,
  'leadChannels' | 'provenChannels' | 'leadPricesMinor' | 'priceMinor' | 'floorMinor' | 'priceLines'
> & {
  leadChannels?: Channel[];
  provenChannels?: ProofChannel[];
  leadPricesMinor: Minor[];
  priceMinor: Minor;
  floorMinor: Minor;
  priceLines: (Omit<ListedPriceLine, 'amountMinor'> & { amountMinor: Minor })[];
};

export const Listings = mongoose.model(
  'Listing',
  new mongoose.Schema<ListingRow>(
    {
      _id: String,
      kind: String,
      agencyId: String,
      name: String,
      leadIds: [String],
      leadRegionIds: [String],
      leadChannels: [String],
      leadPricesMinor: [BigInt],
      model: String,
      nicheId: String,
      regionId: String,
      temperature: String,
      contactKind: String,
      channel: String,
      isVerified: Boolean,
      provenChannels: { type: [String], default: undefined },
      isExclusive: Boolean,
      quality: Number,
      grade: String,
      priceMinor: BigInt,
      pricedAt: Date,
      priceLines: [
        new mongoose.Schema({ code: String, label: String, factor: Number, amountMinor: BigInt }, { _id: false }),
      ],
      currency: String,
      floorMinor: BigInt,
      maxSales: Number,
      sold: Number,
      status: String,
      holdsLeads: Boolean,
      firstListedAt: Date,
      listedAt: Date,
      endsAt: Date,
      repriceAt: Date,
      createdAt: Date,
    },
    { collection: 'listings', versionKey: false },
  ),
);

/** A listing as the rest of the market knows it: the driver reads small longs back as numbers. */
export const listingFrom = (row: ListingRow): Listing => ({
  ...row,
  leadPricesMinor: row.leadPricesMinor.map(toMinor),
  // Of listings made before they kept it, only what is said of the whole is known.
  leadChannels: row.leadChannels ?? row.leadIds.map(() => row.channel),
  provenChannels: row.provenChannels ?? [],
  priceMinor: toMinor(row.priceMinor),
  floorMinor: toMinor(row.floorMinor),
  priceLines: row.priceLines.map((line) => ({ ...line, amountMinor: toMinor(line.amountMinor) })),
});

/** What any reader of the market may see of a listing: all that its board row holds, and nothing that is not there. */
export type ListingFacts = Omit<
  Listing,
  | 'name'
  | 'leadIds'
  | 'leadRegionIds'
  | 'leadChannels'
  | 'leadPricesMinor'
  | 'pricedAt'
  | 'priceLines'
  | 'floorMinor'
  | 'holdsLeads'
  | 'firstListedAt'
  | 'repriceAt'
  | 'createdAt'
> & { leadCount: number };

export const factsOf = (listing: Listing): ListingFacts => ({ ...listing, leadCount: listing.leadIds.length });

const SHOWN_PREVIEWS = 3;

/** The leads whose previews anybody may see before buying: of a lot the first few. */
export const previewedLeads = ({ leadIds }: Pick<Listing, 'leadIds'>): string[] => leadIds.slice(0, SHOWN_PREVIEWS);

const WHOLE = ['int', 'long'];
const AMOUNT = { bsonType: WHOLE, minimum: 1 };
const COUNT = [...WHOLE, 'double'];

export const collections: CollectionSpec[] = [
  {
    name: 'listings',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: [
          'agencyId',
          'leadIds',
          'priceMinor',
          'floorMinor',
          'maxSales',
          'sold',
          'status',
          'holdsLeads',
          'endsAt',
        ],
        properties: {
          leadIds: { bsonType: 'array', minItems: 1 },
          priceMinor: AMOUNT,
          floorMinor: { bsonType: WHOLE, minimum: 0 },
          maxSales: { bsonType: COUNT, minimum: 1, maximum: MAX_SHARED },
          sold: { bsonType: COUNT, minimum: 0 },
          status: { enum: [...LISTING_STATUSES] },
          holdsLeads: { bsonType: 'bool' },
        },
      },
      $expr: {
        $and: [
          { $lte: ['$sold', '$maxSales'] },
          { $gte: ['$priceMinor', '$floorMinor'] },
          { $or: [{ $eq: ['$isExclusive', false] }, { $eq: ['$maxSales', 1] }] },
        ],
      },
    },
    indexes: [
      {
        key: { leadIds: 1 },
        name: 'one_live_listing_of_a_lead',
        unique: true,
        partialFilterExpression: { holdsLeads: true },
      },
      { key: { leadIds: 1, createdAt: 1 } },
      { key: { agencyId: 1, createdAt: -1, _id: -1 } },
      { key: { agencyId: 1, status: 1 } },
      { key: { endsAt: 1 }, name: 'ending', partialFilterExpression: { status: 'LISTED' } },
      { key: { repriceAt: 1 }, name: 'to_reprice', partialFilterExpression: { status: 'LISTED' } },
      { key: { status: 1, _id: 1 } },
    ],
  },
];
