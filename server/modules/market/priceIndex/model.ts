import mongoose from '../../../platform/mongoose';
import { DAY } from '../../../platform/clock';
import { type CollectionSpec } from '../../../platform/manifest';
import { type PricingModel } from '../../pricing';

/** What was sold on a day in a cell: a niche without its children, in a region with all its children. */
export interface IndexCell {
  _id: string;
  /** Its first moment, in UTC. */
  day: Date;
  /** Null: all niches. */
  nicheId: string | null;
  /** Null: everywhere. */
  regionId: string | null;
  model: PricingModel;
  /** Each price that was paid, lowest first, and in step with it how often. */
  pricesMinor: bigint[];
  counts: number[];
}

export type IndexCellRow = Omit<IndexCell, 'pricesMinor'> & { pricesMinor: (bigint | number)[] };

/** A day on which something was sold, and whether its cells are as its sales are. */
export interface IndexDay {
  /** Such as `2026-11-23`. */
  _id: string;
  day: Date;
  isStale: boolean;
  /** How often its sales have changed: what comes in while it is counted is not lost. */
  changes: number;
}

const options = (collection: string) => ({ collection, versionKey: false as const });

export const IndexCells = mongoose.model(
  'IndexCell',
  new mongoose.Schema<IndexCellRow>(
    {
      _id: String,
      day: Date,
      nicheId: String,
      regionId: String,
      model: String,
      pricesMinor: [BigInt],
      counts: [Number],
    },
    options('index_cells'),
  ),
);

export const IndexDays = mongoose.model(
  'IndexDay',
  new mongoose.Schema<IndexDay>({ _id: String, day: Date, isStale: Boolean, changes: Number }, options('index_days')),
);

/** So many days can be asked for. */
export const MOST_DAYS = 90;
/** A little longer than they can be asked for. */
const keptSeconds = ((MOST_DAYS + 10) * DAY) / 1000;

export const indexCollections: CollectionSpec[] = [
  {
    name: 'index_cells',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['day', 'model', 'pricesMinor', 'counts'],
        properties: { day: { bsonType: 'date' }, pricesMinor: { bsonType: 'array', minItems: 1 } },
      },
    },
    indexes: [{ key: { nicheId: 1, regionId: 1, day: 1 } }, { key: { day: 1 }, expireAfterSeconds: keptSeconds }],
  },
  { name: 'index_days', indexes: [{ key: { day: 1 }, expireAfterSeconds: keptSeconds }] },
];
