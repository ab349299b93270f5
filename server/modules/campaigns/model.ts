import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type PriceLineCode } from '../pricing';
import { type Hours } from './hours';
import { type Spent } from './budgets';

type Minor = bigint | number;

/** Whether a campaign takes visitors at all. */
const CAMPAIGN_STATES = ['RUNNING', 'PAUSED', 'ENDED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What a campaign is paid by. */
const CAMPAIGN_MODELS = ['CLICK', 'CALL'] as const;
export type CampaignModel = (typeof CAMPAIGN_MODELS)[number];

/** What a business says of a campaign, as it is kept. */
export interface CampaignTermsKept {
  model: CampaignModel;
  name: string;
  description: string;
  nicheId: string;
  regionIds: string[];
  /** Where visitors are sent; null where it is paid per call. */
  targetUrl: string | null;
  /** Where calls go, in E.164, how long one is talked at least, and whether they are recorded; of calls only. */
  phone?: string;
  minSeconds?: number;
  isRecorded?: boolean;
  maxPriceMinor: bigint;
  timeZone: string;
  hours: Hours[];
  dayMinor: bigint;
  weekMinor: bigint | null;
  totalMinor: bigint | null;
  isSpread: boolean;
}

/** The terms that visits are judged by. */
export type JudgedTerms = Pick<CampaignTermsKept, 'regionIds' | 'dayMinor' | 'weekMinor' | 'totalMinor'>;

/** Terms that held until a moment: visits that came before it are judged by them. */
export interface FormerTerms extends JudgedTerms {
  until: Date;
}

/** What a business buys visitors by. */
export interface Campaign extends CampaignTermsKept {
  _id: string;
  businessId: string;
  state: CampaignState;
  stateSince: Date;
  /** Why the market paused it by itself; left out where it did not. */
  pausedBecause?: 'UNANSWERED' | 'PHONE_REFUSED' | null;
  /** True where its business disputes too much: it comes later where the market chooses; left out where it was not asked yet. */
  ranksLower?: boolean;
  /** True where the market paused it: its business may not trade. */
  isSuspended: boolean;
  /** Who last agreed to automatic spending. */
  agreedBy: string;
  /** What its terms were in the last hours, oldest first; left out where they were never changed. */
  former?: FormerTerms[];
  /** Counts the changes of its terms and state. */
  version: number;
  /** Money of the wallet that is set aside for it, and what of that was spent and is not billed yet. */
  reservedMinor: bigint;
  unbilledMinor: bigint;
  /** Counts what was set aside or set free: each such entry has its own number. */
  reserveSeq: number;
  /** Counts the bookings of what was spent, so that two at once conflict. */
  spendSeq: number;
  /** Until when the visits that came are judged; left out before the first. */
  judgedTo?: Date;
  spent: Spent;
  /** The last warning of each budget: `<span> <share>`. */
  warned: { day?: string; week?: string; total?: string };
  createdAt: Date;
}

type SpentRow = { [K in keyof Spent]: Spent[K] extends bigint ? Minor : Spent[K] };
type MoneyFields = 'maxPriceMinor' | 'dayMinor' | 'weekMinor' | 'totalMinor' | 'reservedMinor' | 'unbilledMinor';
type LimitRow = Record<'dayMinor', Minor> & Record<'weekMinor' | 'totalMinor', Minor | null>;
export type CampaignRow = Omit<Campaign, MoneyFields | 'spent' | 'former'> &
  Record<Exclude<MoneyFields, keyof LimitRow>, Minor> &
  LimitRow & { spent: SpentRow; former?: (Omit<FormerTerms, keyof LimitRow> & LimitRow)[] };

const bare = { _id: false } as const;

export const Campaigns = mongoose.model(
  'Campaign',
  new mongoose.Schema<CampaignRow>(
    {
      _id: String,
      businessId: String,
      model: String,
      name: String,
      description: String,
      nicheId: String,
      regionIds: [String],
      targetUrl: String,
      phone: String,
      minSeconds: Number,
      isRecorded: Boolean,
      maxPriceMinor: BigInt,
      timeZone: String,
      hours: [new mongoose.Schema<Hours>({ days: [Number], from: Number, to: Number }, bare)],
      dayMinor: BigInt,
      weekMinor: BigInt,
      totalMinor: BigInt,
      isSpread: Boolean,
      state: String,
      stateSince: Date,
      pausedBecause: String,
      ranksLower: Boolean,
      isSuspended: Boolean,
      agreedBy: String,
      former: [
        new mongoose.Schema(
          { regionIds: [String], dayMinor: BigInt, weekMinor: BigInt, totalMinor: BigInt, until: Date },
          bare,
        ),
      ],
      version: Number,
      reservedMinor: BigInt,
      unbilledMinor: BigInt,
      reserveSeq: Number,
      spendSeq: Number,
      judgedTo: Date,
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
        bare,
      ),
      warned: mongoose.Schema.Types.Mixed,
      createdAt: Date,
    },
    { collection: 'campaigns', versionKey: false, minimize: false },
  ),
);

const minorOrNull = (minor: Minor | null | undefined): bigint | null =>
  minor === null || minor === undefined ? null : toMinor(minor);

const limitsFrom = (row: LimitRow): Pick<Campaign, keyof LimitRow> => ({
  dayMinor: toMinor(row.dayMinor),
  weekMinor: minorOrNull(row.weekMinor),
  totalMinor: minorOrNull(row.totalMinor),
});

/** A campaign as the market knows it: the driver reads small longs back as numbers. */
export const campaignFrom = (row: CampaignRow): Campaign => ({
  ...row,
  maxPriceMinor: toMinor(row.maxPriceMinor),
  ...limitsFrom(row),
  former: (row.former ?? []).map((each) => ({ ...each, ...limitsFrom(each) })),
  reservedMinor: toMinor(row.reservedMinor),
  unbilledMinor: toMinor(row.unbilledMinor),
  spent: {
    ...row.spent,
    dayMinor: toMinor(row.spent.dayMinor),
    dayMostMinor: toMinor(row.spent.dayMostMinor),
    weekMinor: toMinor(row.spent.weekMinor),
    weekMostMinor: toMinor(row.spent.weekMostMinor),
    totalMinor: toMinor(row.spent.totalMinor),
    totalMostMinor: toMinor(row.spent.totalMostMinor),
  },
});

export interface KeptPriceLine {
  code: PriceLineCode;
  label: string;
  factor: number | null;
  amountMinor: bigint;
}

/** A price and from when it holds. */
export interface PriceStep {
  priceMinor: bigint;
  lines: KeptPriceLine[];
  announcedAt: Date;
  from: Date;
}

/** What a visit costs from one region: the step that holds, and the one that was announced after it. */
export interface RegionPrice {
  regionId: string;
  steps: PriceStep[];
}

const APPLICATION_STATES = ['PENDING', 'APPROVED', 'DECLINED'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** An agency's request to send visitors to a campaign; its id follows from both, so there is never a second one. */
export interface Application {
  _id: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  note: string;
  state: ApplicationState;
  reason: string | null;
  appliedAt: Date;
  decidedAt: Date | null;
  /** The latest two steps of each region's price; all of them are in `campaign_prices`. */
  prices: RegionPrice[];
  version: number;
}

type LineRow = Omit<KeptPriceLine, 'amountMinor'> & { amountMinor: Minor };
type StepRow = Omit<PriceStep, 'priceMinor' | 'lines'> & { priceMinor: Minor; lines: LineRow[] };
export type ApplicationRow = Omit<Application, 'prices'> & { prices: { regionId: string; steps: StepRow[] }[] };

const line = new mongoose.Schema({ code: String, label: String, factor: Number, amountMinor: BigInt }, bare);
const stepShape = { priceMinor: BigInt, lines: [line], announcedAt: Date, from: Date };

export const Applications = mongoose.model(
  'CampaignApplication',
  new mongoose.Schema<ApplicationRow>(
    {
      _id: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      note: String,
      state: String,
      reason: String,
      appliedAt: Date,
      decidedAt: Date,
      prices: [new mongoose.Schema({ regionId: String, steps: [new mongoose.Schema(stepShape, bare)] }, bare)],
      version: Number,
    },
    { collection: 'campaign_applications', versionKey: false, minimize: false },
  ),
);

const stepFrom = (row: StepRow): PriceStep => ({
  ...row,
  priceMinor: toMinor(row.priceMinor),
  lines: row.lines.map((each) => ({ ...each, amountMinor: toMinor(each.amountMinor) })),
});

export const applicationFrom = (row: ApplicationRow): Application => ({
  ...row,
  prices: row.prices.map(({ regionId, steps }) => ({ regionId, steps: steps.map(stepFrom) })),
});

/** One step of a price, for ever: bills of any time are worked out anew from these. */
export interface PriceHistoryRow extends StepRow {
  _id: string;
  campaignId: string;
  agencyId: string;
  regionId: string;
}

export const PriceHistory = mongoose.model(
  'CampaignPrice',
  new mongoose.Schema<PriceHistoryRow>(
    { _id: String, campaignId: String, agencyId: String, regionId: String, ...stepShape },
    { collection: 'campaign_prices', versionKey: false },
  ),
);

/** What was told last of an agency's record in campaigns, so that only changes are. */
export interface UsageTold {
  _id: string;
  agencyId: string;
  kind: 'CLICK' | 'CALL';
  count: number;
  refundedBps: number;
}

export const UsageTolds = mongoose.model(
  'UsageTold',
  new mongoose.Schema<UsageTold>(
    { _id: String, agencyId: String, kind: String, count: Number, refundedBps: Number },
    { collection: 'agency_usage_told', versionKey: false },
  ),
);

const WHOLE = ['int', 'long'];
const AMOUNT = { bsonType: WHOLE, minimum: 1 };
const SUM = { bsonType: WHOLE, minimum: 0 };

export const collections: CollectionSpec[] = [
  {
    name: 'campaigns',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['businessId', 'nicheId', 'regionIds', 'model', 'maxPriceMinor', 'dayMinor', 'state', 'spent'],
        properties: {
          model: { enum: [...CAMPAIGN_MODELS] },
          maxPriceMinor: AMOUNT,
          dayMinor: AMOUNT,
          reservedMinor: SUM,
          unbilledMinor: SUM,
          state: { enum: [...CAMPAIGN_STATES] },
        },
      },
      // Whatever guard was forgotten: never over the limits that it was spent under, nor over what was set aside.
      $expr: {
        $and: [
          { $lte: ['$spent.dayMinor', '$spent.dayMostMinor'] },
          { $lte: ['$spent.weekMinor', '$spent.weekMostMinor'] },
          { $lte: ['$spent.totalMinor', '$spent.totalMostMinor'] },
          { $lte: ['$unbilledMinor', '$reservedMinor'] },
          { $eq: [{ $eq: ['$model', 'CLICK'] }, { $eq: [{ $type: '$targetUrl' }, 'string'] }] },
          { $eq: [{ $eq: ['$model', 'CALL'] }, { $eq: [{ $type: '$phone' }, 'string'] }] },
        ],
      },
    },
    indexes: [
      { key: { businessId: 1, createdAt: -1, _id: -1 } },
      { key: { createdAt: -1, _id: -1 } },
      { key: { phone: 1 }, partialFilterExpression: { phone: { $type: 'string' } } },
      { key: { state: 1, createdAt: -1, _id: -1 } },
    ],
  },
  {
    name: 'campaign_applications',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['campaignId', 'businessId', 'agencyId', 'state'],
        properties: { state: { enum: [...APPLICATION_STATES] } },
      },
    },
    indexes: [
      { key: { campaignId: 1, agencyId: 1 }, unique: true },
      { key: { businessId: 1, appliedAt: -1, _id: -1 } },
      { key: { agencyId: 1, appliedAt: -1, _id: -1 } },
      { key: { campaignId: 1, appliedAt: -1, _id: -1 } },
      { key: { state: 1, _id: 1 } },
    ],
  },
  { name: 'agency_usage_told', indexes: [{ key: { kind: 1 } }] },
  {
    name: 'campaign_prices',
    indexes: [{ key: { campaignId: 1, agencyId: 1, regionId: 1, from: 1 }, unique: true }, { key: { from: 1 } }],
  },
];
