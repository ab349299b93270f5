import mongoose from 'mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type SealedFields } from '../../platform/seal';
import { type CoarseAnswer } from './checks/answers';
import { type ConsentMethod } from './checks/consent';
import { type Line } from './checks/phone';
import { type SignalCode } from './checks/signals';
import {
  CHANNELS,
  CONTACT_KINDS,
  LEAD_TYPES,
  TEMPERATURES,
  type Channel,
  type ContactKind,
  type LeadType,
  type Temperature,
} from './facts';
import { type Reach } from './judgeRow';
import { LEAD_STATES, type LeadState, type Proof } from './rules';

/** What a check found, as stored: never changed, and evidence in a dispute. */
export interface Signal {
  code: SignalCode;
  weight: number;
  /** A sentence that a buyer understands, without personal data. */
  evidence: string;
  ruleVersion: number;
  at: Date;
}

/** A lead's facts. Nothing here says who the person is: that lies sealed in `lead_contacts` under the same id. */
export interface Lead {
  _id: string;
  agencyId: string;
  /** Null for a lead that came alone. */
  batchId: string | null;
  /** The row of the batch's file, as a person counts it. */
  row: number | null;
  /** The agency's own id of the lead; for the agency's eyes only. */
  externalId: string | null;
  nicheId: string;
  regionId: string;
  countryCode: string;
  state: LeadState;
  temperature: Temperature;
  contactKind: ContactKind;
  channel: Channel;
  type: LeadType;
  isVerified: boolean;
  proofs: Proof[];
  reach: { phone: Reach; email: Reach };
  line: Line | null;
  /** The answers that may be shown before a purchase. */
  answers: CoarseAnswer[];
  /** "M••• K•••, Nairobi, mobile" */
  preview: string;
  signals: Signal[];
  /** When the person left the contact, where the agency told. */
  capturedAt: Date | null;
  /** When the lead came to the market. */
  submittedAt: Date;
  /** The last move by a person: why, and when. */
  decision: { reason: string; at: Date } | null;
}

/** Immutable: the consent under which a lead is sold. The IP address lies sealed with the contact. */
export interface ConsentRecord {
  /** SHA-256 of the text shown, which `consent_texts` keeps under that id. */
  textHash: string;
  /** Where it was shown, without query. */
  page: string | null;
  at: Date;
  method: ConsentMethod;
  hasIp: boolean;
  /** Who may use the contact by this consent. */
  recipients: ('AGENCY' | 'BUYERS')[];
}

export interface LeadContactRow {
  _id: string;
  agencyId: string;
  at: Date;
  /** False once the lead was rejected: it no longer stands for its person. */
  isStanding: boolean;
  phoneHash: string | null;
  emailHash: string | null;
  /** Of an e-mail domain that is no public provider's: tells a competitor's staff without naming the domain. */
  domainHash: string | null;
  sealed: SealedFields;
  consent: ConsentRecord;
}

/** A repeated request of a person who is a lead already. */
export interface TouchRow {
  _id: string;
  leadId: string;
  /** Whose lead it is, and who brought the repeat. */
  leadAgencyId: string;
  agencyId: string;
  batchId: string;
  row: number;
  /** The earlier row of the same batch, where it is one. */
  ofRow: number | null;
  at: Date;
}

/** One look at one contact, written before the contact is opened. */
export interface DisclosureRow {
  _id: string;
  leadId: string;
  basis: 'OWNER' | 'SALE' | 'STAFF';
  saleId: string | null;
  organisationId: string;
  personId: string;
  reason: string;
  at: Date;
}

const { Mixed } = mongoose.Schema.Types;
const options = (collection: string) => ({ collection, versionKey: false, minimize: false }) as const;

export const Leads = mongoose.model(
  'Lead',
  new mongoose.Schema<Lead>(
    {
      _id: String,
      agencyId: String,
      batchId: String,
      row: Number,
      externalId: String,
      nicheId: String,
      regionId: String,
      countryCode: String,
      state: String,
      temperature: String,
      contactKind: String,
      channel: String,
      type: { type: String },
      isVerified: Boolean,
      proofs: [Mixed],
      reach: Mixed,
      line: String,
      answers: [Mixed],
      preview: String,
      signals: [Mixed],
      capturedAt: Date,
      submittedAt: Date,
      decision: Mixed,
    },
    options('leads'),
  ),
);

export const LeadContacts = mongoose.model(
  'LeadContact',
  new mongoose.Schema<LeadContactRow>(
    {
      _id: String,
      agencyId: String,
      at: Date,
      isStanding: Boolean,
      phoneHash: String,
      emailHash: String,
      domainHash: String,
      sealed: { type: Mixed, immutable: true },
      consent: { type: Mixed, immutable: true },
    },
    options('lead_contacts'),
  ),
);

export const ConsentTexts = mongoose.model(
  'ConsentText',
  new mongoose.Schema<{ _id: string; text: string }>(
    { _id: String, text: { type: String, immutable: true } },
    options('consent_texts'),
  ),
);

export const Touches = mongoose.model(
  'LeadTouch',
  new mongoose.Schema<TouchRow>(
    {
      _id: String,
      leadId: String,
      leadAgencyId: String,
      agencyId: String,
      batchId: String,
      row: Number,
      ofRow: Number,
      at: Date,
    },
    options('lead_touches'),
  ),
);

export const Disclosures = mongoose.model(
  'Disclosure',
  new mongoose.Schema<DisclosureRow>(
    {
      _id: String,
      leadId: String,
      basis: String,
      saleId: String,
      organisationId: String,
      personId: String,
      reason: String,
      at: Date,
    },
    options('disclosures'),
  ),
);

const whole = ['int', 'long'];
const text = { bsonType: 'string' };
const textOrNone = { bsonType: ['string', 'null'] };
const moment = { bsonType: 'date' };
const oneOf = (values: readonly (string | null)[]) => ({ enum: values });

/** No further field may be written: what is personal has no place to slip into. */
const closed = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  bsonType: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const leadValidator = {
  $jsonSchema: closed({
    _id: text,
    agencyId: text,
    batchId: textOrNone,
    row: { bsonType: [...whole, 'null'] },
    externalId: textOrNone,
    nicheId: text,
    regionId: text,
    countryCode: text,
    state: oneOf(LEAD_STATES),
    temperature: oneOf(TEMPERATURES),
    contactKind: oneOf(CONTACT_KINDS),
    channel: oneOf(CHANNELS),
    type: oneOf(LEAD_TYPES),
    isVerified: { bsonType: 'bool' },
    proofs: { bsonType: 'array' },
    reach: { bsonType: 'object' },
    line: oneOf(['MOBILE', 'LANDLINE', null]),
    answers: { bsonType: 'array' },
    preview: text,
    signals: {
      bsonType: 'array',
      items: closed({
        code: text,
        weight: { bsonType: whole },
        evidence: text,
        ruleVersion: { bsonType: whole },
        at: moment,
      }),
    },
    capturedAt: { bsonType: ['date', 'null'] },
    submittedAt: moment,
    decision: { bsonType: ['object', 'null'] },
  }),
};

const contactValidator = {
  $jsonSchema: closed({
    _id: text,
    agencyId: text,
    at: moment,
    isStanding: { bsonType: 'bool' },
    phoneHash: textOrNone,
    emailHash: textOrNone,
    domainHash: textOrNone,
    sealed: closed({
      keyVersion: { bsonType: whole },
      wrappedKey: { bsonType: 'binData' },
      fields: { bsonType: 'object' },
    }),
    consent: closed({
      textHash: text,
      page: textOrNone,
      at: moment,
      method: text,
      hasIp: { bsonType: 'bool' },
      recipients: { bsonType: 'array', minItems: 1 },
    }),
  }),
};

const disclosureValidator = {
  $jsonSchema: {
    ...closed({
      _id: text,
      leadId: text,
      basis: oneOf(['OWNER', 'SALE', 'STAFF']),
      saleId: textOrNone,
      organisationId: text,
      personId: text,
      reason: { bsonType: 'string', minLength: 1 },
      at: moment,
    }),
    // A look by a sale names the sale.
    oneOf: [
      { properties: { basis: { enum: ['SALE'] }, saleId: text } },
      { properties: { basis: { enum: ['OWNER', 'STAFF'] }, saleId: { bsonType: 'null' } } },
    ],
  },
};

export const collections: CollectionSpec[] = [
  {
    name: 'leads',
    validator: leadValidator,
    indexes: [
      { key: { agencyId: 1, state: 1, submittedAt: -1, _id: -1 } },
      { key: { agencyId: 1, submittedAt: -1, _id: -1 } },
      { key: { batchId: 1, row: 1 } },
      { key: { submittedAt: 1, _id: 1 }, name: 'quarantine', partialFilterExpression: { state: 'QUARANTINED' } },
    ],
  },
  {
    name: 'lead_contacts',
    validator: contactValidator,
    // Not unique: that two leads are one person is a finding, not a fault.
    indexes: [{ key: { phoneHash: 1, at: -1 } }, { key: { emailHash: 1, at: -1 } }],
  },
  { name: 'consent_texts', indexes: [] },
  { name: 'lead_touches', indexes: [{ key: { leadId: 1, at: -1 } }] },
  {
    name: 'disclosures',
    validator: disclosureValidator,
    indexes: [{ key: { leadId: 1, at: -1 } }, { key: { organisationId: 1, at: -1 } }],
  },
];
