import { database } from './database';
import { log } from './log';
import { type CollectionSpec, type IndexSpec } from './manifest';
import { sha256 } from './seal';

interface SchemaState {
  _id: string;
  fingerprint: string;
}

const fingerprintOf = (specs: readonly CollectionSpec[]): string =>
  sha256(JSON.stringify(specs.map(({ name, validator, indexes }) => [name, validator, indexes])));

const states = () => database().collection<SchemaState>('schema_state');

/** True when this very set of definitions was applied to the database before: one read. */
export async function areApplied(specs: readonly CollectionSpec[]): Promise<boolean> {
  const applied = await states().findOne({ _id: 'collections' });
  return applied?.fingerprint === fingerprintOf(specs);
}

/**
 * Makes every collection with its validator and indexes before the first write (mongoose would make them bare); one
 * process at a time. An index whose definition changed is made anew.
 */
export async function applyCollections(specs: readonly CollectionSpec[]): Promise<void> {
  if (await areApplied(specs)) return;
  const existing = new Set(
    (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
  );
  for (const spec of specs) await applyCollection(spec, existing.has(spec.name));
  await states().updateOne({ _id: 'collections' }, { $set: { fingerprint: fingerprintOf(specs) } }, { upsert: true });
  log.info({ collections: specs.length }, 'collections, validators and indexes are in place');
}

async function applyCollection(spec: CollectionSpec, exists: boolean): Promise<void> {
  const validator = spec.validator ?? {};
  if (exists) {
    await database().command({ collMod: spec.name, validator });
    for (const index of spec.indexes) await applyIndex(spec.name, index);
    return;
  }
  await database().createCollection(spec.name, { validator });
  const indexes = spec.indexes.map((index) => ({ ...index, name: indexName(index) }));
  if (indexes.length > 0) await database().collection(spec.name).createIndexes(indexes);
}

/** Codes of MongoDB for an index of that name or of those keys with another definition. */
const INDEX_CONFLICTS = [85, 86];

async function applyIndex(collection: string, spec: IndexSpec): Promise<void> {
  const { key, ...options } = spec;
  const name = indexName(spec);
  const create = () =>
    database()
      .collection(collection)
      .createIndex(key, { ...options, name });
  try {
    await create();
  } catch (error) {
    if (!INDEX_CONFLICTS.includes((error as { code?: number }).code ?? 0)) throw error;
    await database().collection(collection).dropIndex(name);
    await create();
  }
}

const indexName = (spec: IndexSpec): string =>
  spec.name ??
  Object.entries(spec.key)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
