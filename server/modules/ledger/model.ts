import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';

/** A running balance of one organisation in one currency: the point where its purchases meet. */
export interface WalletRow {
  _id: string;
  organisationId: string;
  currency: string;
  availableMinor: bigint | number;
  reservedMinor: bigint | number;
  status: 'ACTIVE' | 'FROZEN';
  /** When the news was that the status follows. */
  statusSince: Date;
  openedAt: Date;
}

export const Wallets = mongoose.model(
  'Wallet',
  new mongoose.Schema<WalletRow>(
    {
      _id: String,
      organisationId: String,
      currency: String,
      availableMinor: BigInt,
      reservedMinor: BigInt,
      status: String,
      statusSince: Date,
      openedAt: Date,
    },
    { collection: 'wallets', versionKey: false },
  ),
);

/** A journal entry as stored; its `_id` is the business key. */
export interface JournalRow {
  _id: string;
  currency: string;
  legs: { account: string; amountMinor: bigint | number }[];
  refs: Record<string, string>;
  actor: string;
  at: Date;
}

export const Journal = mongoose.model(
  'JournalEntry',
  new mongoose.Schema<JournalRow>(
    {
      _id: String,
      currency: String,
      legs: [new mongoose.Schema({ account: String, amountMinor: BigInt }, { _id: false })],
      refs: mongoose.Schema.Types.Mixed,
      actor: String,
      at: Date,
    },
    { collection: 'journal', versionKey: false, minimize: false },
  ),
);

// The driver stores a bigint as long and reads a small one back as a number; both kinds of integer are right.
const MINOR = { bsonType: ['int', 'long'] };
const MINOR_NOT_NEGATIVE = { bsonType: ['int', 'long'], minimum: 0 };
const CURRENCY = { bsonType: 'string', pattern: '^[A-Z]{3}$' };

/** The sum of an entry's legs; by $reduce, because not every server sums a path through an array of documents. */
export const SUM_OF_LEGS = {
  $reduce: { input: '$legs', initialValue: 0, in: { $add: ['$$value', '$$this.amountMinor'] } },
};

export const collections: CollectionSpec[] = [
  {
    name: 'wallets',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'currency', 'availableMinor', 'reservedMinor', 'status'],
        properties: {
          currency: CURRENCY,
          availableMinor: MINOR_NOT_NEGATIVE,
          reservedMinor: MINOR_NOT_NEGATIVE,
          status: { enum: ['ACTIVE', 'FROZEN'] },
        },
      },
    },
    indexes: [],
    watched: true,
  },
  {
    name: 'journal',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['currency', 'legs', 'refs', 'actor', 'at'],
        properties: {
          currency: CURRENCY,
          legs: {
            bsonType: 'array',
            minItems: 2,
            items: {
              bsonType: 'object',
              required: ['account', 'amountMinor'],
              properties: { account: { bsonType: 'string' }, amountMinor: MINOR },
            },
          },
          refs: { bsonType: 'object' },
          actor: { bsonType: 'string' },
          at: { bsonType: 'date' },
        },
      },
      $expr: { $eq: [SUM_OF_LEGS, 0] },
    },
    indexes: [{ key: { 'legs.account': 1, at: -1, _id: -1 } }, { key: { at: -1, _id: -1 } }],
  },
];
