import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

export const FIELD_USES = ['REQUIRED', 'OPTIONAL', 'LEFT_OUT'] as const;
export type FieldUse = (typeof FIELD_USES)[number];

export const FORM_CONFIRMS = ['NONE', 'EMAIL', 'PHONE', 'BOTH'] as const;
export type FormConfirms = (typeof FORM_CONFIRMS)[number];

/** What an agency says of a form. */
export interface FormSettings {
  /** For the agency's own eyes. */
  name: string;
  nicheId: string;
  /** ISO 3166-1 alpha-2: what phones and cities are read in. */
  country: string;
  /** Where people are from who name no city that is known. */
  regionId: string | null;
  /** BCP 47: what the agency's texts are written in. */
  language: string;
  heading: string;
  introduction: string;
  consentText: string;
  recipients: string[];
  /** Empty for the market's own words, as is the text of thanks. */
  buttonText: string;
  thanksText: string;
  redirectUrl: string | null;
  /** The sites that may show the form within their pages, as browsers write an origin. */
  origins: string[];
  phone: FieldUse;
  email: FieldUse;
  city: FieldUse;
  confirms: FormConfirms;
}

export interface Form extends FormSettings {
  /** Stands in the address of its page. */
  _id: string;
  agencyId: string;
  state: 'ACTIVE' | 'PAUSED';
  createdBy: string;
  createdAt: Date;
  changedAt: Date;
}

/** Each way in which a request can end. */
export type Outcome = 'accepted' | 'quarantined' | 'duplicates' | 'rejected';

/** What became of a form, under its id. Counted beside the requests, not with them: a count holds no request up. */
export interface FormCountRow {
  _id: string;
  shown?: number;
  sent?: number;
  accepted?: number;
  quarantined?: number;
  duplicates?: number;
  rejected?: number;
}

/** That a request was taken: what is sent again under the same id is known by it. Holds nothing that can be read back. */
export interface Sending {
  /** The token's own mark; of a request without one that counts, the hash of what was sent. */
  _id: string;
  formId: string;
  /** Keyed hash of what was sent. */
  valuesHash: string;
  /** When the token could not be used any more anyway. */
  expiresAt: Date;
}

const options = (collection: string) => ({ collection, versionKey: false, minimize: false }) as const;

export const Forms = mongoose.model(
  'Form',
  new mongoose.Schema<Form>(
    {
      _id: String,
      agencyId: String,
      name: String,
      nicheId: String,
      country: String,
      regionId: String,
      language: String,
      heading: String,
      introduction: String,
      consentText: String,
      recipients: [String],
      buttonText: String,
      thanksText: String,
      redirectUrl: String,
      origins: [String],
      phone: String,
      email: String,
      city: String,
      confirms: String,
      state: String,
      createdBy: String,
      createdAt: Date,
      changedAt: Date,
    },
    options('forms'),
  ),
);

export const FormCounts = mongoose.model(
  'FormCount',
  new mongoose.Schema<FormCountRow>(
    {
      _id: String,
      shown: Number,
      sent: Number,
      accepted: Number,
      quarantined: Number,
      duplicates: Number,
      rejected: Number,
    },
    options('form_counts'),
  ),
);

export const Sendings = mongoose.model(
  'FormSending',
  new mongoose.Schema<Sending>(
    { _id: String, formId: String, valuesHash: String, expiresAt: Date },
    options('form_sendings'),
  ),
);

const text = { bsonType: 'string' };
const told = { bsonType: 'string', minLength: 1 };

export const collections: CollectionSpec[] = [
  {
    name: 'forms',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['agencyId', 'name', 'nicheId', 'country', 'consentText', 'recipients', 'state', 'createdAt'],
        properties: {
          agencyId: text,
          name: told,
          consentText: told,
          recipients: { bsonType: 'array', minItems: 1, items: told },
          phone: { enum: [...FIELD_USES] },
          email: { enum: [...FIELD_USES] },
          city: { enum: [...FIELD_USES] },
          confirms: { enum: [...FORM_CONFIRMS] },
          state: { enum: ['ACTIVE', 'PAUSED'] },
        },
      },
    },
    indexes: [{ key: { agencyId: 1, createdAt: -1, _id: -1 } }],
  },
  { name: 'form_counts', indexes: [] },
  // Unique by their ids: of two sendings of one token the second is refused by the database.
  { name: 'form_sendings', indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
];
