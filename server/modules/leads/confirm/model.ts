import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type Language } from '../languages';
import { type Proof } from '../rules';
import { CONFIRMATION_STATES, type ConfirmationState } from './rules';

/** That a person was asked whether a request is theirs. Holds no contact; the link and the code only as hashes. */
export interface ConfirmationRow {
  _id: string;
  leadId: string;
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
    // What came of it stands on the lead; a link that is over is still explained for a while.
    { key: { expiresAt: 1 }, expireAfterSeconds: 30 * DAY_SECONDS },
  ],
};
