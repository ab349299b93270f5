import { randomUUID } from 'node:crypto';
import { stopChanges } from '../../server/platform/changes';
import { connectDatabase, disconnectDatabase } from '../../server/platform/database';
import { type ModuleManifest } from '../../server/platform/manifest';
import { prepareDatabase } from '../../server/platform/prepareDatabase';
import { leaveDatabase } from './leaveDatabase';

/** A fresh database with the platform's own collections only, for tests of the platform below the modules. */
export async function createBareDatabase(
  manifests: readonly ModuleManifest[] = [],
): Promise<{ close: () => Promise<void> }> {
  await connectDatabase(process.env.TEST_MONGODB_URI!, `bare_${randomUUID().replaceAll('-', '_')}`);
  await prepareDatabase(manifests);
  return {
    async close() {
      await stopChanges();
      await leaveDatabase();
      await disconnectDatabase();
    },
  };
}
