import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type SealedFields } from '../../../platform/seal';

/** What the leads of one form of a page are: Meta tells answers, and nothing of niche or consent. */
export interface MetaForm {
  formId: string;
  nicheId: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** What the form's own text says that people agree to. */
  consentText: string;
}

/** A page of Meta whose leads come to an agency. Of one page there is one connection at a time. */
export interface MetaConnection {
  _id: string;
  agencyId: string;
  pageId: string;
  pageName: string;
  /** The page's access token: sealed, and never shown again. */
  sealed: SealedFields;
  forms: MetaForm[];
  state: 'LIVE' | 'ENDED';
  /** Why leads cannot be fetched now. */
  problem: 'TOKEN_REFUSED' | null;
  createdBy: string;
  createdAt: Date;
  changedAt: Date;
  endedAt: Date | null;
}

export type MetaLeadProblem =
  | 'NO_CONNECTION'
  | 'NO_FORM'
  | 'AGENCY_NOT_ACTIVE'
  | 'TOKEN_REFUSED'
  | 'UNREACHABLE'
  | 'NOT_FOUND'
  | 'UNREADABLE'
  | 'TEST_LEAD';

/** One lead that Meta told of, by its id there. Ids only: what the person said is fetched, and goes to the checks alone. */
export interface MetaDelivery {
  /** Meta's id of the lead: told again, it is the same delivery. */
  _id: string;
  pageId: string;
  formId: string | null;
  /** WAITING for something that an agency, or time, may mend. */
  state: 'WAITING' | 'DONE' | 'FAILED';
  problem: MetaLeadProblem | null;
  /** What the checks made of it; null while it is not done, and of test leads. */
  outcome: 'ACCEPTED' | 'QUARANTINED' | 'DUPLICATE' | 'REJECTED' | null;
  leadId: string | null;
  /** Whose lead it became. */
  agencyId: string | null;
  tries: number;
  receivedAt: Date;
  doneAt: Date | null;
}

const { Mixed } = mongoose.Schema.Types;

export const MetaConnections = mongoose.model(
  'MetaConnection',
  new mongoose.Schema<MetaConnection>(
    {
      _id: String,
      agencyId: String,
      pageId: String,
      pageName: String,
      sealed: Mixed,
      forms: [Mixed],
      state: String,
      problem: String,
      createdBy: String,
      createdAt: Date,
      changedAt: Date,
      endedAt: Date,
    },
    { collection: 'meta_connections', versionKey: false, minimize: false },
  ),
);

export const MetaDeliveries = mongoose.model(
  'MetaDelivery',
  new mongoose.Schema<MetaDelivery>(
    {
      _id: String,
      pageId: String,
      formId: String,
      state: String,
      problem: String,
      outcome: String,
      leadId: String,
      agencyId: String,
      tries: Number,
      receivedAt: Date,
      doneAt: Date,
    },
    { collection: 'meta_leads', versionKey: false },
  ),
);

const text = { bsonType: 'string', minLength: 1 };

export const metaCollections: CollectionSpec[] = [
  {
    name: 'meta_connections',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'pageId', 'sealed', 'forms', 'state'],
        properties: {
          agencyId: text,
          pageId: text,
          state: { enum: ['LIVE', 'ENDED'] },
          // A token is only ever written sealed.
          sealed: {
            bsonType: 'object',
            required: ['keyVersion', 'wrappedKey', 'fields'],
            properties: { fields: { bsonType: 'object', properties: { token: { bsonType: 'binData' } } } },
          },
        },
      },
    },
    indexes: [
      { key: { pageId: 1 }, name: 'livePage', unique: true, partialFilterExpression: { state: 'LIVE' } },
      { key: { agencyId: 1, createdAt: -1 } },
    ],
  },
  {
    name: 'meta_leads',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['pageId', 'state', 'receivedAt'],
        properties: { pageId: text, state: { enum: ['WAITING', 'DONE', 'FAILED'] } },
      },
    },
    indexes: [{ key: { pageId: 1, receivedAt: -1 } }, { key: { receivedAt: 1 } }],
  },
];
