import { auditCollections } from './audit';
import { applyCollections, areApplied } from './collections';
import { fileCollections } from './files';
import { idemCollections } from './idempotency';
import { jobCollections } from './jobs';
import { limitCollections } from './limits';
import { lockCollections, withLock } from './locks';
import { type ModuleManifest } from './manifest';
import { runMigrations } from './migrations';
import { outboxCollections } from './outbox';

const platformCollections = [
  ...lockCollections,
  ...auditCollections,
  ...fileCollections,
  ...idemCollections,
  ...jobCollections,
  ...limitCollections,
  ...outboxCollections,
];

/** Collections, validators and indexes first, then the data steps this database has not seen. */
export async function prepareDatabase(manifests: readonly ModuleManifest[]): Promise<void> {
  const collections = [...platformCollections, ...manifests.flatMap((module) => module.collections ?? [])];
  if (!(await areApplied(collections))) await withLock('schema', () => applyCollections(collections));
  await runMigrations(manifests.flatMap(({ migrations }) => migrations ?? []));
}
