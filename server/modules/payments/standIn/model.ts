import mongoose from '../../../platform/mongoose';
import { type CollectionSpec } from '../../../platform/manifest';

/** An object of the imitated provider, as its API would show it. Kept in the database, so that it outlives a stop. */
export interface StandInRow {
  _id: string;
  object: string;
  /** For what belongs to a payment: that payment's id. */
  paymentId: string | null;
  body: ProviderObject;
  at: Date;
}

/** An object in the provider's JSON. */
export interface ProviderObject {
  id: string;
  object: string;
  [field: string]: unknown;
}

export const StandInObjects = mongoose.model(
  'StandInObject',
  new mongoose.Schema<StandInRow>(
    { _id: String, object: String, paymentId: String, body: mongoose.Schema.Types.Mixed, at: Date },
    { collection: 'standin_objects', versionKey: false, minimize: false },
  ),
);

export const standInCollections: CollectionSpec[] = [
  { name: 'standin_objects', indexes: [{ key: { object: 1, paymentId: 1, at: 1 } }] },
];

/** The object of that id and kind as it is now; null when there is none. */
export async function findObject(object: string, id: string): Promise<ProviderObject | null> {
  const row = await StandInObjects.findOne({ _id: id, object }).lean<StandInRow>();
  return row?.body ?? null;
}
