import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type ClickChoice } from './choice';
import { ATTEMPT_RESULTS, ATTEMPT_WAYS, type ContactAttempt, type Evidence } from './evidence';
import { DISPUTE_KINDS, DISPUTE_REASONS, type DisputeKind, type DisputeReason } from './rules';
import { DISPUTE_STATES, type DisputeState } from './states';

const PARTIES = ['BUYER', 'AGENCY', 'ADJUDICATOR', 'RULES', 'CLOCK'] as const;
/** Who acted: a person of one of the three sides, the rules (decided at once) or a clock that ran out. */
export type DisputeParty = (typeof PARTIES)[number];

const STEP_KINDS = ['OPENED', 'ANSWERED', 'CONCEDED', 'AGENCY_SILENT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;

export interface DisputeStepRow {
  id: string;
  at: Date;
  by: DisputeParty;
  kind: (typeof STEP_KINDS)[number];
  /** Null for rules and clocks. */
  personId: string | null;
  note: string | null;
}

/** How many clicks of a batch a claim is about. */
export interface PartRow {
  claimed: number;
  of: number;
  /** How many were given back; null while it runs, and where an amount was named. */
  refunded: number | null;
  /** Which ones, and which were given back; left out where only their number was told. */
  named?: ClickChoice;
  refundedNamed?: ClickChoice;
}

/** A buyer's claim about one thing. Its id is made of that of its subject, which can so be disputed only once. */
export interface DisputeRow {
  _id: string;
  kind: DisputeKind;
  /** The sale, batch of clicks or call. */
  subjectId: string;
  leadId: string | null;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  reason: DisputeReason;
  text: string;
  callLog: ContactAttempt[];
  evidence: Evidence[];
  steps: DisputeStepRow[];
  state: DisputeState;
  /** When the clock of the side whose turn it is runs out; null in a final state. */
  dueAt: Date | null;
  /** False when the buyer disputes so much that neither rules nor the agency's silence decide for it. */
  isAutomatic: boolean;
  /** The rules frozen into the subject. */
  rulesVersion: number;
  /** What the buyer paid, and what of it is claimed: all, or the part. */
  grossMinor: bigint;
  claimedMinor: bigint;
  /** Null where the subject has no parts. */
  part: PartRow | null;
  refundedMinor: bigint;
  currency: string;
  /** When it was sold or billed. */
  soldAt: Date;
  openedAt: Date;
  decidedAt: Date | null;
  /** The key and the hash of the input that opened it: a repeat gets the same dispute. */
  clientKey: string;
  inputHash: string;
}

const step = new mongoose.Schema<DisputeStepRow>(
  { id: String, at: Date, by: String, kind: String, personId: String, note: String },
  { _id: false, id: false },
);
const evidence = new mongoose.Schema<Evidence>(
  { lookUp: String, speaksFor: String, isProof: Boolean, text: String },
  { _id: false },
);
const part = new mongoose.Schema<PartRow>(
  {
    claimed: Number,
    of: Number,
    refunded: Number,
    named: mongoose.Schema.Types.Mixed,
    refundedNamed: mongoose.Schema.Types.Mixed,
  },
  { _id: false },
);
const attempt = new mongoose.Schema<ContactAttempt>({ at: Date, way: String, result: String }, { _id: false });

export const Disputes = mongoose.model(
  'Dispute',
  new mongoose.Schema<DisputeRow>(
    {
      _id: String,
      kind: String,
      subjectId: String,
      leadId: String,
      buyerId: String,
      agencyId: String,
      nicheId: String,
      reason: String,
      text: String,
      callLog: [attempt],
      evidence: [evidence],
      steps: [step],
      state: String,
      dueAt: Date,
      isAutomatic: Boolean,
      rulesVersion: Number,
      grossMinor: BigInt,
      claimedMinor: BigInt,
      part,
      refundedMinor: BigInt,
      currency: String,
      soldAt: Date,
      openedAt: Date,
      decidedAt: Date,
      clientKey: String,
      inputHash: String,
    },
    { collection: 'disputes', versionKey: false },
  ),
);

const minor = { bsonType: ['int', 'long'] };
const text = { bsonType: 'string' };

/** The database's own fences: known states, a clock exactly while one runs, never more back than is claimed. */
const validator = {
  $jsonSchema: {
    bsonType: 'object',
    required: [
      'kind',
      'subjectId',
      'buyerId',
      'agencyId',
      'reason',
      'state',
      'steps',
      'grossMinor',
      'claimedMinor',
      'refundedMinor',
    ],
    properties: {
      kind: { enum: [...DISPUTE_KINDS] },
      subjectId: text,
      buyerId: text,
      agencyId: text,
      reason: { enum: [...DISPUTE_REASONS] },
      state: { enum: [...DISPUTE_STATES] },
      grossMinor: minor,
      claimedMinor: minor,
      refundedMinor: minor,
      steps: {
        bsonType: 'array',
        minItems: 1,
        items: { properties: { by: { enum: [...PARTIES] }, kind: { enum: [...STEP_KINDS] } } },
      },
      callLog: {
        bsonType: 'array',
        items: { properties: { way: { enum: [...ATTEMPT_WAYS] }, result: { enum: [...ATTEMPT_RESULTS] } } },
      },
    },
  },
  $expr: {
    $and: [
      { $gte: ['$refundedMinor', 0] },
      { $lte: ['$refundedMinor', '$claimedMinor'] },
      { $lte: ['$claimedMinor', '$grossMinor'] },
      { $eq: [{ $in: ['$state', ['OPEN', 'REVIEW']] }, { $eq: [{ $type: '$dueAt' }, 'date'] }] },
      { $eq: [{ $eq: ['$state', 'ACCEPTED'] }, { $gt: ['$refundedMinor', 0] }] },
    ],
  },
};

export const disputeCollections: CollectionSpec[] = [
  {
    name: 'disputes',
    validator,
    watched: true,
    indexes: [
      { key: { subjectId: 1 }, unique: true, partialFilterExpression: { subjectId: { $exists: true } } },
      { key: { buyerId: 1, clientKey: 1 }, unique: true },
      { key: { leadId: 1 } },
      { key: { state: 1, dueAt: 1 } },
      { key: { buyerId: 1, openedAt: -1, _id: -1 } },
      { key: { agencyId: 1, openedAt: -1, _id: -1 } },
      { key: { openedAt: -1, _id: -1 } },
    ],
  },
];
