import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { toMinor } from '../../../platform/money';
import { type Channel } from '../../leads';
import { type PricingModel } from '../../pricing';
import { SALE_STATES, type SaleState } from './rules';

/** One lead sold to one buyer; it holds its money until its dispute window ends. */
export interface Sale {
  _id: string;
  /** The purchase it is part of, and its number there from 0. */
  purchaseId: string;
  number: number;
  listingId: string;
  leadId: string;
  /** Which of the lead's places it took, from 1 to `maxSales`. */
  slot: number;
  maxSales: number;
  buyerId: string;
  /** The person who bought. */
  personId: string;
  agencyId: string;
  nicheId: string;
  model: PricingModel;
  /** Where the lead's person is and came from: of a lot each lead's own. */
  regionId: string;
  channel: Channel;
  /** What the buyer paid. */
  grossMinor: bigint;
  feeBps: number;
  /** The platform's part of what was paid and not given back. */
  feeMinor: bigint;
  /** The agency's part of what was paid and not given back. */
  netMinor: bigint;
  refundedMinor: bigint;
  currency: string;
  state: SaleState;
  heldAt: Date;
  /** A dispute may be opened before this moment; a sale that is held then is released. */
  windowEndsAt: Date;
  releasedAt: Date | null;
  refundedAt: Date | null;
  /** The price with its reasons as the buyer saw them; of a lead that was posted, the ping that was bid for. */
  quoteId: string;
  /** The buying wish that bought it; absent where a person did. */
  wishId?: string;
  /** Tells a repeat of the purchase from another one under the same client key. */
  reqHash: string;
  ruleVersions: { disputes: number; fees: number };
  /** Present while somebody looks whether its sides are one: nothing of it is released meanwhile. */
  isUnderReview?: boolean;
  /** Present where a review cancelled it: all of its money went back without a dispute. */
  isCancelled?: boolean;
}

type Stored = Omit<Sale, 'model' | 'grossMinor' | 'feeMinor' | 'netMinor' | 'refundedMinor'> & {
  model?: PricingModel;
  grossMinor: bigint | number;
  feeMinor: bigint | number;
  netMinor: bigint | number;
  refundedMinor: bigint | number;
};
export type SaleRow = Stored;

export const Sales = mongoose.model(
  'Sale',
  new mongoose.Schema<Stored>(
    {
      _id: String,
      purchaseId: String,
      number: Number,
      listingId: String,
      leadId: String,
      slot: Number,
      maxSales: Number,
      buyerId: String,
      personId: String,
      agencyId: String,
      nicheId: String,
      model: String,
      regionId: String,
      channel: String,
      grossMinor: BigInt,
      feeBps: Number,
      feeMinor: BigInt,
      netMinor: BigInt,
      refundedMinor: BigInt,
      currency: String,
      state: String,
      heldAt: Date,
      windowEndsAt: Date,
      releasedAt: Date,
      refundedAt: Date,
      quoteId: String,
      wishId: String,
      reqHash: String,
      isUnderReview: Boolean,
      isCancelled: Boolean,
      ruleVersions: new mongoose.Schema({ disputes: Number, fees: Number }, { _id: false }),
    },
    { collection: 'sales', versionKey: false },
  ),
);

/** A sale as the rest of the market knows it: the driver reads small longs back as numbers. */
export const saleFrom = (row: Stored): Sale => ({
  ...row,
  // Of sales made before they kept it: nothing but leads was on sale.
  model: row.model ?? 'LEAD',
  grossMinor: toMinor(row.grossMinor),
  feeMinor: toMinor(row.feeMinor),
  netMinor: toMinor(row.netMinor),
  refundedMinor: toMinor(row.refundedMinor),
});

const WHOLE = ['int', 'long'];
const AMOUNT = { bsonType: WHOLE, minimum: 0 };

export const saleCollection: CollectionSpec = {
  name: 'sales',
  watched: true,
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: [
        'purchaseId',
        'leadId',
        'slot',
        'maxSales',
        'buyerId',
        'agencyId',
        'channel',
        'grossMinor',
        'state',
        'windowEndsAt',
      ],
      properties: {
        channel: { bsonType: 'string' },
        slot: { bsonType: [...WHOLE, 'double'], minimum: 1 },
        grossMinor: AMOUNT,
        feeMinor: AMOUNT,
        netMinor: AMOUNT,
        refundedMinor: AMOUNT,
        state: { enum: [...SALE_STATES] },
        windowEndsAt: { bsonType: 'date' },
      },
    },
    $expr: {
      $and: [
        { $lte: ['$slot', '$maxSales'] },
        { $eq: ['$grossMinor', { $add: ['$feeMinor', '$netMinor', '$refundedMinor'] }] },
        // Released or refunded in full, never both: whoever tries the second, whatever guard it forgot, is refused here.
        { $eq: [{ $eq: ['$state', 'RELEASED'] }, { $eq: [{ $type: '$releasedAt' }, 'date'] }] },
        { $eq: [{ $eq: ['$state', 'REFUNDED'] }, { $eq: ['$refundedMinor', '$grossMinor'] }] },
      ],
    },
  },
  indexes: [
    { key: { leadId: 1, slot: 1 }, unique: true },
    { key: { leadId: 1, buyerId: 1 }, unique: true },
    { key: { purchaseId: 1, number: 1 } },
    { key: { heldAt: -1, _id: -1 } },
    { key: { windowEndsAt: 1 }, name: 'due', partialFilterExpression: { state: 'HELD' } },
    { key: { buyerId: 1, heldAt: -1, _id: -1 } },
    { key: { agencyId: 1, heldAt: -1, _id: -1 } },
    { key: { buyerId: 1, state: 1 } },
    { key: { agencyId: 1, state: 1 } },
    { key: { listingId: 1, buyerId: 1 } },
  ],
};
