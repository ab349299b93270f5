import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { TOP_UP_STATES, type TopUpState } from './rules';
import { standInCollections } from './standIn/model';

/** A business's wish to put money into its wallet, and what became of it. `_id` follows from its client key. */
export interface TopUpRow {
  _id: string;
  organisationId: string;
  /** The person who started it. */
  startedBy: string;
  amountMinor: bigint | number;
  currency: string;
  /** What of the amount has not been sent back to the card. */
  refundableMinor: bigint | number;
  state: TopUpState;
  inputHash: string;
  returnUrl: string;
  /** Of the provider; null until the checkout was opened. */
  sessionId: string | null;
  checkoutUrl: string | null;
  /** Of the provider; absent until money came. */
  paymentId?: string;
  /** Keyed hash of the provider's mark of the card; absent where none paid. */
  cardHash?: string;
  /** What the provider kept; null until it said so. */
  feeMinor: bigint | number | null;
  /** What came in that was not asked for and lies in suspense; absent where there is none. */
  suspendedMinor?: bigint | number;
  suspendedCurrency?: string;
  createdAt: Date;
  expiresAt: Date;
  settledAt: Date | null;
  /** True while the reconciler must look at it by itself, next at `lookAt`. */
  isOpen: boolean;
  lookAt: Date;
}

export const TopUps = mongoose.model(
  'TopUp',
  new mongoose.Schema<TopUpRow>(
    {
      _id: String,
      organisationId: String,
      startedBy: String,
      amountMinor: BigInt,
      currency: String,
      refundableMinor: BigInt,
      state: String,
      inputHash: String,
      returnUrl: String,
      sessionId: String,
      checkoutUrl: String,
      paymentId: String,
      cardHash: String,
      feeMinor: BigInt,
      suspendedMinor: BigInt,
      suspendedCurrency: String,
      createdAt: Date,
      expiresAt: Date,
      settledAt: Date,
      isOpen: Boolean,
      lookAt: Date,
    },
    { collection: 'topups', versionKey: false },
  ),
);

/** Money of a top-up on its way back to the card. `_id` follows from its client key. */
export interface CardRefundRow {
  _id: string;
  topUpId: string;
  organisationId: string;
  /** The person who asked for it. */
  askedBy: string;
  amountMinor: bigint | number;
  currency: string;
  reason: string;
  inputHash: string;
  /** SENDING until the provider answered; then SENT, which may still come back, or RETURNED to the wallet for good. */
  state: 'SENDING' | 'SENT' | 'RETURNED';
  /** Of the provider; null until it took the order. */
  refundId: string | null;
  createdAt: Date;
  settledAt: Date | null;
  isOpen: boolean;
  lookAt: Date;
}

export const CardRefunds = mongoose.model(
  'CardRefund',
  new mongoose.Schema<CardRefundRow>(
    {
      _id: String,
      topUpId: String,
      organisationId: String,
      askedBy: String,
      amountMinor: BigInt,
      currency: String,
      reason: String,
      inputHash: String,
      state: String,
      refundId: String,
      createdAt: Date,
      settledAt: Date,
      isOpen: Boolean,
      lookAt: Date,
    },
    { collection: 'card_refunds', versionKey: false },
  ),
);

/** The inbox of webhooks: what the provider told us, once each, and whether it was acted on. */
export interface PaymentEventRow {
  /** The provider's id of the event. */
  _id: string;
  type: string;
  /** What the event is about, by the ids we gave the provider; null where it carries none of ours. */
  topUpId: string | null;
  cardRefundId: string | null;
  sessionId: string | null;
  state: 'NEW' | 'DONE' | 'IGNORED';
  receivedAt: Date;
}

export const PaymentEvents = mongoose.model(
  'PaymentEvent',
  new mongoose.Schema<PaymentEventRow>(
    {
      _id: String,
      type: String,
      topUpId: String,
      cardRefundId: String,
      sessionId: String,
      state: String,
      receivedAt: Date,
    },
    { collection: 'payment_events', versionKey: false },
  ),
);

const MINOR = { bsonType: ['int', 'long'], minimum: 0 };
const AMOUNT = { bsonType: ['int', 'long'], minimum: 1 };
const CURRENCY = { bsonType: 'string', pattern: '^[A-Z]{3}$' };
const EVENTS_KEPT_SECONDS = 180 * 24 * 60 * 60;

export const collections: CollectionSpec[] = [
  {
    name: 'topups',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'amountMinor', 'currency', 'refundableMinor', 'state', 'inputHash'],
        properties: {
          amountMinor: AMOUNT,
          refundableMinor: MINOR,
          currency: CURRENCY,
          state: { enum: [...TOP_UP_STATES] },
        },
      },
      $expr: { $lte: ['$refundableMinor', '$amountMinor'] },
    },
    indexes: [
      { key: { organisationId: 1, createdAt: -1, _id: -1 } },
      { key: { paymentId: 1 }, unique: true, partialFilterExpression: { paymentId: { $exists: true } } },
      { key: { lookAt: 1 }, name: 'open', partialFilterExpression: { isOpen: true } },
      { key: { cardHash: 1 }, partialFilterExpression: { cardHash: { $exists: true } } },
    ],
  },
  {
    name: 'card_refunds',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['topUpId', 'amountMinor', 'currency', 'state', 'inputHash'],
        properties: { amountMinor: AMOUNT, currency: CURRENCY, state: { enum: ['SENDING', 'SENT', 'RETURNED'] } },
      },
    },
    indexes: [
      { key: { topUpId: 1, createdAt: 1 } },
      { key: { lookAt: 1 }, name: 'open', partialFilterExpression: { isOpen: true } },
    ],
  },
  {
    name: 'payment_events',
    indexes: [
      { key: { receivedAt: 1 }, expireAfterSeconds: EVENTS_KEPT_SECONDS },
      { key: { state: 1, receivedAt: 1 }, name: 'new', partialFilterExpression: { state: 'NEW' } },
    ],
  },
  ...standInCollections,
];
