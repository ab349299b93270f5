import mongoose from '../../../platform/mongoose';
import { now } from '../../../platform/clock';
import { type CollectionSpec } from '../../../platform/manifest';
import { keyedHash } from '../../../platform/seal';
import { type ContactHashes } from '../vault/sealContact';

/** Why a phone or an address is kept out of new requests. */
export type SuppressedBecause = 'DENIED' | 'ERASED';

interface Suppression {
  /** A keyed hash that no other collection has: nothing else can be found by it. */
  _id: string;
  because: SuppressedBecause;
  at: Date;
  /** Null: for good. */
  until: Date | null;
}

const Suppressions = mongoose.model(
  'Suppression',
  new mongoose.Schema<Suppression>(
    { _id: String, because: String, at: Date, until: Date },
    { collection: 'suppressions', versionKey: false },
  ),
);

export const suppressionCollection: CollectionSpec = {
  name: 'suppressions',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['because', 'at', 'until'],
      properties: { because: { enum: ['DENIED', 'ERASED'] }, until: { bsonType: ['date', 'null'] } },
    },
  },
  // What is over is forgotten; that of an erasure has no end.
  indexes: [{ key: { until: 1 }, expireAfterSeconds: 0 }],
};

type Hashes = Pick<ContactHashes, 'phoneHash' | 'emailHash'>;

const suppressedId = (hash: string): string => keyedHash('suppressed', hash);

const idsOf = ({ phoneHash, emailHash }: Hashes): string[] =>
  [phoneHash, emailHash].flatMap((hash) => (hash === null ? [] : [suppressedId(hash)]));

/** Keeps a phone or an address, by its hash, out of new requests. A suppression for good is never shortened. */
export async function suppress(hash: string, because: SuppressedBecause, until: Date | null): Promise<void> {
  const _id = suppressedId(hash);
  const kept = await Suppressions.findById(_id).lean<Suppression>();
  if (kept && (kept.until === null || (until !== null && kept.until >= until))) return;
  await Suppressions.updateOne({ _id }, { $set: { because, at: now(), until } }, { upsert: true });
}

/** Which of these people asked not to be contacted, by their place in the list. One command. */
export async function suppressedAmong(people: readonly Hashes[]): Promise<Set<number>> {
  const ids = people.map(idsOf);
  const wanted = [...new Set(ids.flat())];
  if (wanted.length === 0) return new Set();
  const at = now();
  const rows = await Suppressions.find(
    { _id: { $in: wanted }, $or: [{ until: null }, { until: { $gt: at } }] },
    { _id: 1 },
  ).lean<Pick<Suppression, '_id'>[]>();
  const found = new Set(rows.map(({ _id }) => _id));
  return new Set(ids.flatMap((own, place) => (own.some((id) => found.has(id)) ? [place] : [])));
}
