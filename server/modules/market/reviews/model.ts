import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

export type ReviewGround = 'SAME_DEVICE' | 'SAME_CARD';

const REVIEW_STATES = ['OPEN', 'RELEASED', 'CANCELLED', 'OVERTAKEN'] as const;

/** A sale whose sides are likely to be one: its money stays on hold until somebody has looked. `_id` is the sale's. */
export interface SaleReviewRow {
  _id: string;
  buyerId: string;
  agencyId: string;
  grounds: ReviewGround[];
  state: (typeof REVIEW_STATES)[number];
  openedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string | null;
}

export const SaleReviews = mongoose.model(
  'SaleReview',
  new mongoose.Schema<SaleReviewRow>(
    {
      _id: String,
      buyerId: String,
      agencyId: String,
      grounds: [String],
      state: String,
      openedAt: Date,
      decidedAt: Date,
      decidedBy: String,
      note: String,
    },
    { collection: 'sale_reviews', versionKey: false },
  ),
);

export const reviewCollection: CollectionSpec = {
  name: 'sale_reviews',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['buyerId', 'agencyId', 'grounds', 'state', 'openedAt'],
      properties: { state: { enum: [...REVIEW_STATES] }, grounds: { bsonType: 'array', minItems: 1 } },
    },
    // Decided by somebody, or not decided.
    $expr: {
      $eq: [{ $in: ['$state', ['RELEASED', 'CANCELLED']] }, { $eq: [{ $type: '$decidedBy' }, 'string'] }],
    },
  },
  indexes: [{ key: { state: 1, openedAt: 1, _id: 1 } }],
};
