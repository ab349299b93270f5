import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type SealedFields } from '../../platform/seal';
import { type Language, type ProofChannel } from '../leads';

/** That somebody asked to see what is held of a phone or an address. Made for everybody alike, known or not. */
export interface ChallengeRow {
  _id: string;
  channel: ProofChannel;
  contactHash: string;
  /** To whom the code was sent. */
  sealed: SealedFields;
  codeHash: string;
  /** What the person reads; English where it is not said. */
  language?: Language;
  triesLeft: number;
  createdAt: Date;
  /** When the right code was given; null until then. */
  provenAt: Date | null;
  expiresAt: Date;
}

/** The receipt of an erasure: its number, and whose leads of whom were erased. Names nobody who was. */
export interface ErasureRow {
  _id: string;
  at: Date;
  channels: ProofChannel[];
  leadIds: string[];
  agencyIds: string[];
  buyerIds: string[];
  /** By what the person was known: whoever asks again with the same is shown the same receipt. Older ones have none. */
  challengeIds?: string[];
}

const options = (collection: string) => ({ collection, versionKey: false, minimize: false }) as const;

export const Challenges = mongoose.model(
  'RightsChallenge',
  new mongoose.Schema<ChallengeRow>(
    {
      _id: String,
      channel: String,
      contactHash: String,
      sealed: mongoose.Schema.Types.Mixed,
      codeHash: String,
      language: String,
      triesLeft: Number,
      createdAt: Date,
      provenAt: Date,
      expiresAt: Date,
    },
    options('rights_challenges'),
  ),
);

export const Erasures = mongoose.model(
  'Erasure',
  new mongoose.Schema<ErasureRow>(
    {
      _id: String,
      at: Date,
      channels: [String],
      leadIds: [String],
      agencyIds: [String],
      buyerIds: [String],
      challengeIds: { type: [String], default: undefined },
    },
    options('erasures'),
  ),
);

export const collections: CollectionSpec[] = [
  {
    name: 'rights_challenges',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['channel', 'contactHash', 'sealed', 'codeHash', 'triesLeft', 'expiresAt'],
        properties: { triesLeft: { bsonType: ['int', 'long', 'double'], minimum: 0 } },
      },
    },
    indexes: [{ key: { contactHash: 1 } }, { key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
  },
  {
    name: 'erasures',
    indexes: [
      { key: { at: -1, _id: -1 } },
      { key: { challengeIds: 1 }, partialFilterExpression: { challengeIds: { $exists: true } } },
    ],
  },
];
