import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';
import { type SignalCode } from '../checks/signals';

/** The weight that an admin set for what a rule finds, in a niche and those under it, or in all. */
export interface RuleWeightRow {
  _id: string;
  code: SignalCode;
  /** Null: in all niches that have no weight of their own or above them. */
  nicheId: string | null;
  weight: number;
  reason: string;
  changedAt: Date;
}

export const ruleWeightId = (code: SignalCode, nicheId: string | null): string => `${code} ${nicheId ?? 'all'}`;

export const RuleWeights = mongoose.model(
  'RuleWeight',
  new mongoose.Schema<RuleWeightRow>(
    { _id: String, code: String, nicheId: String, weight: Number, reason: String, changedAt: Date },
    { collection: 'rule_weights', versionKey: false },
  ),
);

export const ruleWeightCollection: CollectionSpec = {
  name: 'rule_weights',
  watched: true,
  indexes: [],
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['code', 'weight', 'reason'],
      properties: { weight: { bsonType: ['int', 'long'], minimum: 0, maximum: 100 } },
    },
  },
};
