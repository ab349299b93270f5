import mongoose from '../../platform/mongoose';
import { DAY, SECOND } from '../../platform/clock';
import { type CollectionSpec } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type Spent } from '../campaigns';
import { type ClickChoice } from '../disputes';
import { type Channel } from '../leads';
import { type ClosedBy, VERDICTS, type Verdict } from './judge/verdicts';

type Minor = bigint | number;

/** An address that an agency gives out. Its id stands in the address. */
export interface TrackedLink {
  _id: string;
  agencyId: string;
  /** Null where the market chooses among the campaigns of the niche. */
  campaignId: string | null;
  nicheId: string;
  regionId: string;
  /** By which way its visitors come, as the agency says; missing of links from before it was asked. */
  channel?: Channel;
  name: string;
  fallbackUrl: string | null;
  state: 'ACTIVE' | 'PAUSED';
  version: number;
  createdAt: Date;
}

export const TrackedLinks = mongoose.model(
  'TrackedLink',
  new mongoose.Schema<TrackedLink>(
    {
      _id: String,
      agencyId: String,
      campaignId: String,
      nicheId: String,
      regionId: String,
      channel: String,
      name: String,
      fallbackUrl: String,
      state: String,
      version: Number,
      createdAt: Date,
    },
    { collection: 'tracked_links', versionKey: false },
  ),
);

/** What was seen of one visit by a link, as it came: nothing of it is changed afterwards. */
export interface RawClick {
  _id: string;
  at: Date;
  linkId: string;
  agencyId: string;
  /** The campaign whose page the visitor was sent to; of a visitor who was sent to none, that of the link, if it has one. */
  campaignId: string | null;
  /** The region of the campaign that it is paid by; the link's own where there is no campaign. */
  regionId: string;
  subId: string;
  /** The network of the address, not the address. */
  net: string;
  /** A keyed hash of address and user agent: who comes again is known by it, and nothing else. */
  visitor: string;
  agent: string;
  isHead: boolean;
  isPrefetch: boolean;
  /** Whether the visitor was sent to the campaign's page, and if not, why; left out where the market chose among none. */
  isSent: boolean;
  closedBy?: ClosedBy;
}

/** A visit and what the rules found of it. */
export interface Click extends RawClick {
  verdict: Verdict | 'PENDING';
  /** What it costs the business; 0 where it is not billed. */
  priceMinor: bigint;
  /** The judgement that it was part of, by its number in the campaign; null while it waits. */
  seq: number | null;
  batchId: string | null;
  judgedAt: Date | null;
  /** How many conversions were noted of it; missing where none was. */
  conversions?: number;
}

export type ClickRow = Omit<Click, 'priceMinor'> & { priceMinor: Minor };

export const Clicks = mongoose.model(
  'Click',
  new mongoose.Schema<ClickRow>(
    {
      _id: String,
      at: Date,
      linkId: String,
      agencyId: String,
      campaignId: String,
      regionId: String,
      subId: String,
      net: String,
      visitor: String,
      agent: String,
      isHead: Boolean,
      isPrefetch: Boolean,
      isSent: Boolean,
      closedBy: String,
      verdict: String,
      priceMinor: BigInt,
      seq: Number,
      batchId: String,
      judgedAt: Date,
      conversions: Number,
    },
    { collection: 'clicks', versionKey: false },
  ),
);

export const clickFrom = (row: ClickRow): Click => ({ ...row, priceMinor: toMinor(row.priceMinor) });

const BATCH_STATES = ['OPEN', 'EMPTY', 'HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** All clicks of one agency in one campaign that were judged within one hour: billed, held, disputed and released as one. */
export interface ClickBatch {
  _id: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  nicheId: string;
  from: Date;
  to: Date;
  state: BatchState;
  verdicts: Partial<Record<Verdict, number>>;
  clicks: number;
  billed: number;
  currency: string;
  grossMinor: bigint;
  /** Frozen when the batch began. */
  feeBps: number;
  /** The market's and the agency's part of what did not go back to the business. */
  feeMinor: bigint;
  netMinor: bigint;
  /** What a dispute gave back. */
  refundedMinor: bigint;
  windowEndsAt: Date | null;
  heldAt: Date | null;
  releasedAt: Date | null;
  refundedAt: Date | null;
  /** Clicks whose whole price a dispute gave back: those that fit all of these choices; left out where it named none. */
  refundedNamed?: readonly ClickChoice[];
  /** The version of the rules of disputes that was in force when it was billed; null until then. */
  disputeRules: number | null;
}

type Amounts = 'grossMinor' | 'feeMinor' | 'netMinor' | 'refundedMinor';
export type ClickBatchRow = Omit<ClickBatch, Amounts> & Record<Amounts, Minor>;

export const ClickBatches = mongoose.model(
  'ClickBatch',
  new mongoose.Schema<ClickBatchRow>(
    {
      _id: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      nicheId: String,
      from: Date,
      to: Date,
      state: String,
      verdicts: mongoose.Schema.Types.Mixed,
      clicks: Number,
      billed: Number,
      currency: String,
      grossMinor: BigInt,
      feeBps: Number,
      feeMinor: BigInt,
      netMinor: BigInt,
      refundedMinor: BigInt,
      windowEndsAt: Date,
      heldAt: Date,
      releasedAt: Date,
      refundedAt: Date,
      refundedNamed: { type: mongoose.Schema.Types.Mixed, default: undefined },
      disputeRules: Number,
    },
    { collection: 'click_batches', versionKey: false, minimize: false },
  ),
);

export const batchFrom = (row: ClickBatchRow): ClickBatch => ({
  ...row,
  grossMinor: toMinor(row.grossMinor),
  feeMinor: toMinor(row.feeMinor),
  netMinor: toMinor(row.netMinor),
  refundedMinor: toMinor(row.refundedMinor),
});

/** With what clicks were judged at a time: from it and the raw clicks the same is found again (see replay). */
export interface Judgement {
  _id: string;
  campaignId: string;
  /** Counts the judgements of a campaign. */
  seq: number;
  at: Date;
  rulesVersion: number;
  /** The terms in force when the clicks came. */
  terms: {
    countries: string[];
    timeZone: string;
    dayMinor: bigint;
    weekMinor: bigint | null;
    totalMinor: bigint | null;
    /** Since when nobody may be sent; null while it runs. */
    stoppedAt: Date | null;
    /** Whether the market lay within a house, so that visitors came from there; left out by version 1, which did not ask. */
    takesInside?: boolean;
  };
  /** What was spent of the budgets, and what was set aside and not spent, before. */
  spent: Spent;
  freeMinor: bigint;
  clicks: number;
  billedMinor: bigint;
}

export const Judgements = mongoose.model(
  'ClickJudgement',
  new mongoose.Schema<Judgement>(
    {
      _id: String,
      campaignId: String,
      seq: Number,
      at: Date,
      rulesVersion: Number,
      terms: new mongoose.Schema(
        {
          countries: [String],
          timeZone: String,
          dayMinor: BigInt,
          weekMinor: BigInt,
          totalMinor: BigInt,
          stoppedAt: Date,
          takesInside: Boolean,
        },
        { _id: false },
      ),
      spent: new mongoose.Schema(
        {
          day: String,
          dayMinor: BigInt,
          dayMostMinor: BigInt,
          week: String,
          weekMinor: BigInt,
          weekMostMinor: BigInt,
          totalMinor: BigInt,
          totalMostMinor: BigInt,
        },
        { _id: false },
      ),
      freeMinor: BigInt,
      clicks: Number,
      billedMinor: BigInt,
    },
    { collection: 'click_judgements', versionKey: false },
  ),
);

/** Sums of one day, by link and sub-id, for reports; they stay when the clicks are gone. */
export interface ClickDay {
  _id: string;
  day: string;
  campaignId: string | null;
  businessId: string | null;
  agencyId: string;
  linkId: string;
  subId: string;
  regionId: string;
  seen: number;
  valid: number;
  spentMinor: bigint;
  /** What disputes gave back of that; missing where nothing was. */
  refundedMinor?: bigint;
  verdicts: Partial<Record<Verdict, number>>;
  /** Billed clicks that converted, those of them that a browser alone tells of, and those that did sooner than people do. */
  converted?: number;
  convertedByBrowser?: number;
  convertedQuickly?: number;
  /** Clicks that converted and cost nothing. */
  convertedUnbilled?: number;
}

export const ClickDays = mongoose.model(
  'ClickDay',
  new mongoose.Schema<ClickDay>(
    {
      _id: String,
      day: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      linkId: String,
      subId: String,
      regionId: String,
      seen: Number,
      valid: Number,
      spentMinor: BigInt,
      refundedMinor: BigInt,
      verdicts: mongoose.Schema.Types.Mixed,
      converted: Number,
      convertedByBrowser: Number,
      convertedQuickly: Number,
      convertedUnbilled: Number,
    },
    { collection: 'click_days', versionKey: false, minimize: false },
  ),
);

/** How long the raw clicks are kept: longer than any window in which they may be asked for. */
const KEPT_MS = 90 * DAY;
/** Bills younger than this have all that they follow from: the rules look back a day, and a visit may be stored late. */
export const PROVABLE_MS = KEPT_MS - 2 * DAY;

const WHOLE = ['int', 'long'];
const AMOUNT = { bsonType: WHOLE, minimum: 0 };

export const collections: CollectionSpec[] = [
  {
    name: 'tracked_links',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'nicheId', 'regionId', 'state'],
        properties: { state: { enum: ['ACTIVE', 'PAUSED'] } },
      },
    },
    indexes: [{ key: { agencyId: 1, createdAt: -1, _id: -1 } }],
  },
  {
    name: 'clicks',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['at', 'linkId', 'agencyId', 'verdict', 'priceMinor'],
        properties: { verdict: { enum: ['PENDING', ...VERDICTS] }, priceMinor: AMOUNT },
      },
      // Whatever rule was forgotten: what was not found to be a person costs nothing, and nothing costs without a batch.
      $expr: {
        $and: [
          { $eq: [{ $gt: ['$priceMinor', 0] }, { $eq: ['$verdict', 'VALID'] }] },
          { $or: [{ $eq: ['$priceMinor', 0] }, { $eq: [{ $type: '$batchId' }, 'string'] }] },
        ],
      },
    },
    indexes: [
      {
        key: { verdict: 1, campaignId: 1, at: 1, _id: 1 },
        name: 'waiting',
        partialFilterExpression: { verdict: 'PENDING' },
      },
      { key: { campaignId: 1, visitor: 1, at: 1 } },
      { key: { campaignId: 1, at: -1, _id: -1 } },
      { key: { agencyId: 1, at: -1, _id: -1 } },
      { key: { campaignId: 1, seq: 1 } },
      { key: { batchId: 1 } },
      { key: { at: 1 }, name: 'kept', expireAfterSeconds: KEPT_MS / SECOND },
    ],
  },
  {
    name: 'click_batches',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['campaignId', 'businessId', 'agencyId', 'state', 'grossMinor', 'refundedMinor', 'feeBps'],
        properties: {
          state: { enum: [...BATCH_STATES] },
          grossMinor: AMOUNT,
          feeMinor: AMOUNT,
          netMinor: AMOUNT,
          refundedMinor: AMOUNT,
        },
      },
      $expr: {
        $and: [
          {
            $or: [
              { $in: ['$state', ['OPEN', 'EMPTY']] },
              { $eq: ['$grossMinor', { $add: ['$feeMinor', '$netMinor', '$refundedMinor'] }] },
            ],
          },
          // Released or refunded in full, never both.
          {
            $eq: [
              { $eq: ['$state', 'REFUNDED'] },
              { $and: [{ $gt: ['$grossMinor', 0] }, { $eq: ['$refundedMinor', '$grossMinor'] }] },
            ],
          },
          { $eq: [{ $eq: ['$state', 'RELEASED'] }, { $eq: [{ $type: '$releasedAt' }, 'date'] }] },
          { $or: [{ $ne: ['$state', 'EMPTY'] }, { $eq: ['$grossMinor', 0] }] },
        ],
      },
    },
    indexes: [
      { key: { businessId: 1, from: -1, _id: -1 } },
      { key: { agencyId: 1, from: -1, _id: -1 } },
      { key: { campaignId: 1, from: -1, _id: -1 } },
      { key: { from: -1, _id: -1 } },
      { key: { heldAt: 1 } },
      { key: { to: 1 }, name: 'open', partialFilterExpression: { state: 'OPEN' } },
      { key: { windowEndsAt: 1 }, name: 'due', partialFilterExpression: { state: 'HELD' } },
    ],
  },
  {
    name: 'click_judgements',
    watched: true,
    indexes: [
      { key: { campaignId: 1, seq: 1 }, unique: true },
      { key: { at: 1 }, name: 'kept', expireAfterSeconds: KEPT_MS / SECOND },
    ],
  },
  {
    name: 'click_days',
    indexes: [{ key: { businessId: 1, day: 1 } }, { key: { agencyId: 1, day: 1 } }, { key: { campaignId: 1, day: 1 } }],
  },
];
