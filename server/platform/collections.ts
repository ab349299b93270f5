import mongoose from 'mongoose';
import { database } from './database';
import { log } from './log';
import { type CollectionSpec, type IndexSpec } from './manifest';
import { sha256 } from './seal';

interface SchemaState {
  _id: string;
  fingerprint: string;
}

/**
 * Makes every collection with its validator and indexes before the first write (mongoose would make them bare).
 * Skipped in one read when this set of definitions was applied before.
 */
export async function applyCollections(specs: readonly CollectionSpec[]): Promise<void> {
  const fingerprint = sha256(JSON.stringify(specs.map(({ name, validator, indexes }) => [name, validator, indexes])));
  const states = database().collection<SchemaState>('schema_state');
  const applied = await states.findOne({ _id: 'collections' });
  if (applied?.fingerprint === fingerprint) return;
  const existing = new Set(
    (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
  );
  for (const spec of specs) await applyCollection(spec, existing.has(spec.name));
  await states.updateOne({ _id: 'collections' }, { $set: { fingerprint } }, { upsert: true });
  log.info({ collections: specs.length }, 'collections, validators and indexes are in place');
}

async function applyCollection(spec: CollectionSpec, exists: boolean): Promise<void> {
  const validator = spec.validator ?? {};
  if (exists) await database().command({ collMod: spec.name, validator });
  else await createCollection(spec.name, validator);
  for (const { key, ...options } of spec.indexes) {
    await database()
      .collection(spec.name)
      .createIndex(key, { name: indexName({ key, ...options }), ...options });
  }
}

/** Two processes may start at once: the one that comes second finds the collection made. */
async function createCollection(name: string, validator: object): Promise<void> {
  try {
    await database().createCollection(name, { validator });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 48) throw error;
    await database().command({ collMod: name, validator });
  }
}

const indexName = (spec: IndexSpec): string =>
  spec.name ??
  Object.entries(spec.key)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
