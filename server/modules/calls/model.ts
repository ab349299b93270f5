import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type SealedFields } from '../../platform/seal';
import { VERDICTS, type Refusal, type Verdict } from './judge/verdicts';
import { standInCollections } from './standIn/model';

type Minor = bigint | number;
const bare = { _id: false } as const;

/** A phone number that an agency gives out. */
export interface TrackedNumber {
  _id: string;
  agencyId: string;
  campaignId: string;
  nicheId: string;
  regionId: string;
  name: string;
  subId: string;
  /** WANTED until the provider has given it; then its number in E.164 and the provider's id of it. */
  state: 'WANTED' | 'ACTIVE' | 'PAUSED' | 'RELEASED';
  phone: string | null;
  /** Null again once it was given back. */
  sid: string | null;
  /** Tells a key that is used again for something else. */
  inputHash: string;
  createdAt: Date;
}

export const TrackedNumbers = mongoose.model(
  'TrackedNumber',
  new mongoose.Schema<TrackedNumber>(
    {
      _id: String,
      agencyId: String,
      campaignId: String,
      nicheId: String,
      regionId: String,
      name: String,
      subId: String,
      state: String,
      phone: String,
      sid: String,
      inputHash: String,
      createdAt: Date,
    },
    { collection: 'tracked_numbers', versionKey: false },
  ),
);

const OUTCOMES = ['COMPLETED', 'NO_ANSWER', 'BUSY', 'FAILED', 'CANCELLED'] as const;
export type CallOutcome = (typeof OUTCOMES)[number];
const CALL_STATES = ['RINGING', 'ANSWERED', 'ENDED'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** One piece of news of a call as the provider told it; its id follows from what it says, so it is kept once. */
export interface RawEvent {
  _id: string;
  callId: string;
  /** By which door it came; ASKED: the provider answered when it was asked. */
  source: 'INCOMING' | 'LEG' | 'DIALLED' | 'STATUS' | 'RECORDED' | 'ASKED';
  leg: 'CALLER' | 'BUSINESS';
  status: 'RINGING' | 'ANSWERED' | 'RECORDED' | CallOutcome;
  sequence: number | null;
  seconds: number | null;
  /** The provider's time; where it tells none, when it was received. */
  at: Date;
  receivedAt: Date;
}

/** What the API shows of one. */
export type CallEvent = Pick<RawEvent, '_id' | 'source' | 'leg' | 'status' | 'sequence' | 'seconds' | 'at'>;

export const CallEvents = mongoose.model(
  'CallEvent',
  new mongoose.Schema<RawEvent>(
    {
      _id: String,
      callId: String,
      source: String,
      leg: String,
      status: String,
      sequence: Number,
      seconds: Number,
      at: Date,
      receivedAt: Date,
    },
    { collection: 'call_events', versionKey: false },
  ),
);

const MONEY_STATES = ['NONE', 'HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'] as const;
export type CallMoneyState = (typeof MONEY_STATES)[number];
const RECORDING_STATES = ['NONE', 'WAITING', 'STORED', 'REMOVED'] as const;

/** Who said what a call became: the business's own server, by a signature, or somebody of it on its page. */
const CONVERSION_SAID_BY = ['SERVER', 'PERSON'] as const;

/** That a call became what the business hoped for, such as a sale. Nothing is paid for it beside the call. */
export interface CallConversion {
  /** What it was, in a word of the business. */
  kind: string;
  at: Date;
  saidBy: (typeof CONVERSION_SAID_BY)[number];
  /** The person who said so; null where a server did. */
  by: string | null;
}

/** A call by a tracked number. Its id follows from the provider's, so one call is never two. */
export interface Call {
  _id: string;
  sid: string;
  numberId: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  nicheId: string;
  /** The region of the campaign that it is paid by; the number's own where nobody was put through. */
  regionId: string;
  subId: string;
  startedAt: Date;
  /** Of the stand-in, whose calls take no time: when it says that the call began. Its lengths are held against that. */
  beganAt?: Date;
  /** Its day by the campaign's time zone. */
  day: string;
  /** A keyed hash of the caller's number; null where none was shown. */
  caller: string | null;
  /** The number itself, sealed, while somebody may look it up; and what everybody sees of it. */
  sealed: SealedFields | null;
  masked: string | null;
  callerCountry: string | null;
  /** The countries that the campaign bought from when the call came, and whether the number shown is of none of them. */
  boughtFrom?: string[];
  isOutside?: boolean;
  /** Why nobody was put through; null where somebody was. */
  refusal: Refusal | null;
  /** Where it was put through to, and whether it is recorded: the answer to the provider is the same when it asks again. */
  phone: string | null;
  isRecorded: boolean;
  minSeconds: number;
  /** What is kept ready for it, and in which budgets it counts; 0 where it is not to be billed. */
  held: { minor: bigint; day: string; week: string };
  state: CallState;
  outcome: CallOutcome | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  seconds: number | null;
  /** Counts its news, so that two that meet are one after the other. */
  news: number;
  /** When it is judged, or where its end is missing, when the provider is asked for it. */
  dueAt: Date | null;
  /** How often the provider was asked. */
  asked: number;
  verdict: Verdict | 'PENDING';
  rulesVersion: number;
  judgedAt: Date | null;
  currency: string;
  money: CallMoneyState;
  grossMinor: bigint;
  /** Frozen when the call came. */
  feeBps: number;
  feeMinor: bigint;
  netMinor: bigint;
  /** What a dispute gave back; fee and net are of the rest. */
  refundedMinor: bigint;
  refundedAt: Date | null;
  /** The version of the rules of disputes that it was billed under; null where it was not. */
  disputeRules: number | null;
  heldAt: Date | null;
  windowEndsAt: Date | null;
  releasedAt: Date | null;
  recording: {
    state: (typeof RECORDING_STATES)[number];
    sid: string | null;
    fileId: string | null;
    kind: string | null;
    seconds: number | null;
    tries: number;
  };
  /** Missing or null until the business tells. */
  conversion?: CallConversion | null;
  /** The caller had everything erased: nothing that says who it was is kept, also once it is judged, and no sound. */
  isErased?: boolean;
  /** When what is known of the caller is forgotten; null once it is. */
  forgetAt: Date | null;
}

type MoneyFields = 'grossMinor' | 'feeMinor' | 'netMinor' | 'refundedMinor';
export type CallRow = Omit<Call, MoneyFields | 'held'> &
  Record<MoneyFields, Minor> & { held: Omit<Call['held'], 'minor'> & { minor: Minor } };

export const Calls = mongoose.model(
  'Call',
  new mongoose.Schema<CallRow>(
    {
      _id: String,
      sid: String,
      numberId: String,
      campaignId: String,
      businessId: String,
      agencyId: String,
      nicheId: String,
      regionId: String,
      subId: String,
      startedAt: Date,
      beganAt: Date,
      day: String,
      caller: String,
      sealed: mongoose.Schema.Types.Mixed,
      masked: String,
      callerCountry: String,
      isErased: Boolean,
      boughtFrom: { type: [String], default: undefined },
      isOutside: Boolean,
      refusal: String,
      phone: String,
      isRecorded: Boolean,
      minSeconds: Number,
      held: new mongoose.Schema({ minor: BigInt, day: String, week: String }, bare),
      state: String,
      outcome: String,
      answeredAt: Date,
      endedAt: Date,
      seconds: Number,
      news: Number,
      dueAt: Date,
      asked: Number,
      verdict: String,
      rulesVersion: Number,
      judgedAt: Date,
      currency: String,
      money: String,
      grossMinor: BigInt,
      feeBps: Number,
      feeMinor: BigInt,
      netMinor: BigInt,
      refundedMinor: BigInt,
      refundedAt: Date,
      disputeRules: Number,
      heldAt: Date,
      windowEndsAt: Date,
      releasedAt: Date,
      recording: new mongoose.Schema(
        { state: String, sid: String, fileId: String, kind: String, seconds: Number, tries: Number },
        bare,
      ),
      conversion: new mongoose.Schema({ kind: String, at: Date, saidBy: String, by: String }, bare),
      forgetAt: Date,
    },
    { collection: 'calls', versionKey: false, minimize: false },
  ),
);

export const callFrom = (row: CallRow): Call => ({
  ...row,
  held: { ...row.held, minor: toMinor(row.held.minor) },
  grossMinor: toMinor(row.grossMinor),
  feeMinor: toMinor(row.feeMinor),
  netMinor: toMinor(row.netMinor),
  refundedMinor: toMinor(row.refundedMinor),
});

/** When a business was last billed for a caller: there is one row of both, so two calls at once meet in it. */
export interface PaidCaller {
  _id: string;
  callId: string;
  at: Date;
  /** Grows with each bill, so that two that meet are one after the other. */
  count: number;
}

export const PaidCallers = mongoose.model(
  'PaidCaller',
  new mongoose.Schema<PaidCaller>(
    { _id: String, callId: String, at: Date, count: Number },
    { collection: 'paid_callers', versionKey: false },
  ),
);

/** A look at the number of a caller or an opening of a recording, written before it is shown. */
export interface CallLook {
  _id: string;
  callId: string;
  what: 'NUMBER' | 'RECORDING';
  organisationId: string;
  personId: string;
  reason: string;
  at: Date;
}

export const CallLooks = mongoose.model(
  'CallLook',
  new mongoose.Schema<CallLook>(
    { _id: String, callId: String, what: String, organisationId: String, personId: String, reason: String, at: Date },
    { collection: 'call_looks', versionKey: false },
  ),
);

const WHOLE = ['int', 'long'];
const SUM = { bsonType: WHOLE, minimum: 0 };
const exactlyWhen = (one: object, other: object): object => ({ $eq: [one, other] });

export const collections: CollectionSpec[] = [
  ...standInCollections,
  {
    name: 'tracked_numbers',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'campaignId', 'regionId', 'state'],
        properties: { state: { enum: ['WANTED', 'ACTIVE', 'PAUSED', 'RELEASED'] } },
      },
      $expr: {
        $or: [{ $eq: ['$state', 'WANTED'] }, { $eq: [{ $type: '$phone' }, 'string'] }],
      },
    },
    indexes: [
      { key: { agencyId: 1, createdAt: -1, _id: -1 } },
      { key: { campaignId: 1, state: 1 } },
      {
        key: { phone: 1 },
        name: 'inUse',
        unique: true,
        partialFilterExpression: { sid: { $type: 'string' } },
      },
    ],
  },
  {
    name: 'calls',
    watched: true,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['campaignId', 'businessId', 'agencyId', 'numberId', 'startedAt', 'state', 'verdict', 'grossMinor'],
        properties: {
          state: { enum: [...CALL_STATES] },
          verdict: { enum: ['PENDING', ...VERDICTS] },
          money: { enum: [...MONEY_STATES] },
          grossMinor: SUM,
          feeMinor: SUM,
          netMinor: SUM,
          refundedMinor: SUM,
          seconds: { bsonType: ['int', 'long', 'double', 'null'], minimum: 0 },
          conversion: {
            bsonType: ['object', 'null'],
            required: ['kind', 'at', 'saidBy'],
            properties: { at: { bsonType: 'date' }, saidBy: { enum: [...CONVERSION_SAID_BY] } },
          },
        },
      },
      // Whatever rule was forgotten: only what was judged to be billed costs, and that was talked long enough.
      $expr: {
        $and: [
          exactlyWhen({ $gt: ['$grossMinor', 0] }, { $eq: ['$verdict', 'BILLED'] }),
          exactlyWhen({ $eq: ['$money', 'NONE'] }, { $eq: ['$grossMinor', 0] }),
          { $eq: ['$grossMinor', { $add: ['$feeMinor', '$netMinor', '$refundedMinor'] }] },
          // Released or refunded in full, never both.
          exactlyWhen(
            { $eq: ['$money', 'REFUNDED'] },
            { $and: [{ $gt: ['$grossMinor', 0] }, { $eq: ['$refundedMinor', '$grossMinor'] }] },
          ),
          { $or: [{ $ne: ['$verdict', 'BILLED'] }, { $gte: ['$seconds', '$minSeconds'] }] },
          { $or: [{ $ne: ['$verdict', 'BILLED'] }, { $ne: ['$isOutside', true] }] },
          { $or: [{ $eq: ['$verdict', 'PENDING'] }, { $eq: ['$state', 'ENDED'] }] },
          exactlyWhen({ $eq: ['$money', 'RELEASED'] }, { $eq: [{ $type: '$releasedAt' }, 'date'] }),
        ],
      },
    },
    indexes: [
      { key: { campaignId: 1, startedAt: -1, _id: -1 } },
      { key: { businessId: 1, startedAt: -1, _id: -1 } },
      { key: { agencyId: 1, startedAt: -1, _id: -1 } },
      { key: { businessId: 1, day: 1 } },
      { key: { agencyId: 1, day: 1 } },
      { key: { caller: 1, startedAt: -1 }, partialFilterExpression: { caller: { $type: 'string' } } },
      { key: { dueAt: 1 }, name: 'due', partialFilterExpression: { verdict: 'PENDING' } },
      { key: { heldAt: 1 } },
      { key: { windowEndsAt: 1 }, name: 'held', partialFilterExpression: { money: 'HELD' } },
      { key: { 'recording.state': 1, windowEndsAt: 1 }, name: 'recordings' },
      {
        key: { judgedAt: 1 },
        name: 'untold',
        partialFilterExpression: { isRecorded: true, 'recording.state': 'NONE' },
      },
      { key: { forgetAt: 1 }, name: 'forget', partialFilterExpression: { forgetAt: { $type: 'date' } } },
    ],
  },
  { name: 'call_events', indexes: [{ key: { callId: 1, receivedAt: 1 } }] },
  { name: 'paid_callers', indexes: [{ key: { at: 1 } }] },
  { name: 'call_looks', indexes: [{ key: { callId: 1, at: -1 } }] },
];
