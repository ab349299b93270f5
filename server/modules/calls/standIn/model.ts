import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

/** An object of the imitated provider. Kept in the database, so that all processes of a market share it. */
export interface StandInRow {
  _id: string;
  kind: 'number' | 'call' | 'recording';
  /** Of a number its name at the provider, of a leg the call that it belongs to, of a recording its call. */
  of: string;
  body: Record<string, string | null>;
  at: Date;
}

export const StandInTelephony = mongoose.model(
  'StandInTelephony',
  new mongoose.Schema<StandInRow>(
    { _id: String, kind: String, of: String, body: mongoose.Schema.Types.Mixed, at: Date },
    { collection: 'standin_telephony', versionKey: false, minimize: false },
  ),
);

export const standInCollections: CollectionSpec[] = [
  {
    name: 'standin_telephony',
    indexes: [
      { key: { kind: 1, of: 1, at: -1 } },
      {
        key: { 'body.phone_number': 1 },
        name: 'phone',
        unique: true,
        partialFilterExpression: { kind: 'number' },
      },
    ],
  },
];

/** An object of the stand-in as it is now; null where there is none of that kind. */
export const findObject = (kind: StandInRow['kind'], id: string): Promise<StandInRow | null> =>
  StandInTelephony.findOne({ _id: id, kind }).lean<StandInRow>();
