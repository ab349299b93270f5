import mongoose from '../../platform/mongoose';
import { type SealedFields } from '../../platform/seal';
import { type LikenessPart } from './alike/likeness';
import { type CoarseAnswer } from './checks/answers';
import { type ConsentMethod } from './checks/consent';
import { type Line } from './checks/phone';
import { type SignalCode } from './checks/signals';
import { type LeadSource } from './forms/sourceTags';
import { type Channel, type ContactKind, type LeadType, type Temperature } from './facts';
import { type Reach } from './judgeRow';
import { type LeadState, type PersonsWord, type Proof, type ProofChannel } from './rules';
import { type FurtherContact } from './vault/furtherContacts';
import { type GivenName } from './vault/namesGiven';

/** What a check found, as stored: never changed, and evidence in a dispute. */
export interface Signal {
  code: SignalCode;
  weight: number;
  /** What the rule weighed then, where it weighed less of this lead. */
  usualWeight?: number;
  /** A sentence that a buyer understands, without personal data. */
  evidence: string;
  ruleVersion: number;
  at: Date;
  /** Of what was found after the lead came: by repeats of its person, or of its phone. */
  isLater?: true;
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
  /** What a moderator or a dispute found of it last: whether it is a lead at all. */
  verdict?: { isPseudo: boolean; by: 'MODERATOR' | 'DISPUTE'; at: Date };
  /** What its person said of it since; each word once. */
  wordsOfPerson?: WordOfPerson[];
  /** Another lead that may be the same person, and what a moderator decided of it. */
  likeness?: LeadLikeness | null;
  /** When another phone or e-mail took the place of the lead's own (vault/replaceOwn.ts). */
  mended?: Replaced[];
  /** When the name was last replaced: what was found of a name before is of one that stands no more. */
  renamedAt?: Date;
  /** Of leads that came by a hosted form. */
  source?: LeadSource;
}

export interface Replaced {
  channel: ProofChannel;
  at: Date;
  /** It may be somebody else's, who knew the other channel: an answer there counts with one on the other since. */
  isUnsure?: true;
}

export interface WordOfPerson {
  word: PersonsWord;
  at: Date;
}

export interface LeadLikeness {
  leadId: string;
  parts: LikenessPart[];
  /** Null until it is decided. */
  isSamePerson: boolean | null;
}

/** Immutable: the consent under which a lead is sold. The IP address lies sealed with the contact. */
export interface ConsentRecord {
  /** SHA-256 of the text shown, without its person, which `consent_texts` keeps under that id. */
  textHash: string;
  /** Where it was shown, without query. */
  page: string | null;
  at: Date;
  method: ConsentMethod;
  hasIp: boolean;
  /** The market itself saw it given, by a form of its own. */
  isSeen?: true;
  /** The browser that sent the form, where the server saw it. */
  userAgent?: string;
  /** Who may use the contact by this consent. */
  recipients: ('AGENCY' | 'BUYERS')[];
  /** Whom the form named to the person, where it named any. */
  namedRecipients?: string[];
  /** Binds all of this to its lead and agency (vault/consentSeal.ts): a change in the database shows. */
  seal?: string;
}

export interface LeadContactRow {
  _id: string;
  agencyId: string;
  at: Date;
  /** False once the lead was rejected: it no longer stands for its person. */
  isStanding: boolean;
  /** The agency that took the lead back unsold: of what others bring it stands for nobody. */
  standsOnlyFor?: string;
  phoneHash: string | null;
  emailHash: string | null;
  /** Of an e-mail domain that is no public provider's: tells a competitor's staff without naming the domain. */
  domainHash: string | null;
  /** Keyed hashes by which people are found by likeness (alike/likenessKeys.ts); of keys that are full none. */
  matchKeys?: string[];
  matchTerms?: string[];
  personHash?: string;
  /** Person hashes of whom a moderator decided that they are this person, or are not. */
  sameAs?: string[];
  differentFrom?: string[];
  /** By what the lead is found on a business's own list: see vault/listHashes.ts. */
  listHashes?: string[];
  /** Marks (alike/phoneNames.ts) of other names that repeats with this phone were left under, at most 20. */
  otherNames?: string[];
  sealed: SealedFields;
  consent: ConsentRecord;
  /** Other phones and e-mails that repeats of this person brought, at most 10, and their hashes to be found by. */
  further?: FurtherContact[];
  furtherHashes?: string[];
  /** Other names that repeats of this person gave, at most 10. */
  alsoNamed?: GivenName[];
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
  /** What it asked for; not of repeats from before it was kept. */
  nicheId?: string;
  /** The earlier row of the same batch, where it is one. */
  ofRow: number | null;
  /** Whether it brought a phone or an e-mail that the lead had not. */
  bringsOther?: true;
  /** Whether it gave a name that the lead had not. */
  bringsName?: true;
  /** Of which of its phone and e-mail the lead has the same; not of repeats from before it was kept. */
  sharedOn?: ProofChannel[];
  /** By what likeness the person was known; absent where the phone or the e-mail was the same. */
  alike?: LikenessPart[];
  /** The same in words; or that the phone is left under many names. */
  signal?: Signal;
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
      likeness: Mixed,
      verdict: Mixed,
      wordsOfPerson: { type: [Mixed], default: undefined },
      mended: { type: [Mixed], default: undefined },
      renamedAt: Date,
      source: Mixed,
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
      standsOnlyFor: String,
      phoneHash: String,
      emailHash: String,
      domainHash: String,
      matchKeys: { type: [String], default: undefined },
      matchTerms: { type: [String], default: undefined },
      personHash: String,
      sameAs: { type: [String], default: undefined },
      differentFrom: { type: [String], default: undefined },
      listHashes: { type: [String], default: undefined },
      otherNames: { type: [String], default: undefined },
      sealed: { type: Mixed, immutable: true },
      consent: { type: Mixed, immutable: true },
      further: { type: [Mixed], default: undefined },
      furtherHashes: { type: [String], default: undefined },
      alsoNamed: { type: [Mixed], default: undefined },
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
      nicheId: String,
      ofRow: Number,
      bringsOther: Boolean,
      bringsName: Boolean,
      sharedOn: { type: [String], default: undefined },
      alike: { type: [Mixed], default: undefined },
      signal: Mixed,
      at: Date,
    },
    options('lead_touches'),
  ),
);
