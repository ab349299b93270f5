import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type Language } from '../languages';
import { type ConsentRecord } from '../model';
import { type Proof } from '../rules';
import { CONFIRMATION_STATES, type ConfirmationState } from './rules';

/** What a question is about where that is not what its lead was stored with: a repeat, or a request that is no lead. */
export interface QuestionAbout {
  nicheId: string;
  askedFor: Date;
  /** What was agreed to with it; null where that was not kept. */
  consent: ConsentRecord | null;
}

/** That a person was asked whether a request is theirs. Holds no contact; the link and the code only as hashes. */
export interface ConfirmationRow {
  _id: string;
  /** Of a question that stands apart the id that the lead would have. */
  leadId: string;
  /** Of a question that belongs to no lead (apart.ts): a keyed hash of whom its request was taken for. */
  standsFor?: string;
  about?: QuestionAbout;
  agencyId: string;
  channel: Proof['channel'];
  /** Keyed hash of the phone or the address that was asked: of what a denial speaks. */
  contactHash: string;
  tokenHash: string;
  /** What the person was written to in; English where it is not said, as of those asked before others were spoken. */
  language?: Language;
  state: ConfirmationState;
  /** Of a question that was closed by the answer of the other channel. */
  isAnsweredElsewhere?: true;
  /** Of a phone: the code's keyed hash, how often it may still be tried, and until when. */
  code: { hash: string; triesLeft: number; expiresAt: Date } | null;
  askedAt: Date;
  /** The link is good for nothing from here on. */
  expiresAt: Date;
  decidedAt: Date | null;
}

export const Confirmations = mongoose.model(
  'Confirmation',
  new mongoose.Schema<ConfirmationRow>(
    {
      _id: String,
      leadId: String,
      standsFor: String,
      about: mongoose.Schema.Types.Mixed,
      agencyId: String,
      channel: String,
      contactHash: String,
      tokenHash: String,
      language: String,
      state: String,
      isAnsweredElsewhere: Boolean,
      code: mongoose.Schema.Types.Mixed,
      askedAt: Date,
      expiresAt: Date,
      decidedAt: Date,
    },
    { collection: 'confirmations', versionKey: false, minimize: false },
  ),
);

const DAY_SECONDS = 24 * 60 * 60;

export const confirmationCollection: CollectionSpec = {
  name: 'confirmations',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['leadId', 'agencyId', 'channel', 'contactHash', 'tokenHash', 'state', 'askedAt', 'expiresAt'],
      properties: {
        channel: { enum: ['PHONE', 'EMAIL'] },
        state: { enum: [...CONFIRMATION_STATES] },
        'code.triesLeft': { bsonType: ['int', 'long', 'double'], minimum: 0 },
      },
    },
  },
  indexes: [
    { key: { tokenHash: 1 }, unique: true },
    { key: { leadId: 1, state: 1 } },
    // Few stand apart; whoever has them erased finds them by these.
    { key: { standsFor: 1 }, partialFilterExpression: { standsFor: { $exists: true } } },
    { key: { contactHash: 1 }, partialFilterExpression: { standsFor: { $exists: true } } },
    // What came of it stands on the lead; a link that is over is still explained for a while.
    { key: { expiresAt: 1 }, expireAfterSeconds: 30 * DAY_SECONDS },
  ],
};
