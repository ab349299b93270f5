import { type ModuleManifest } from '../../../platform/manifest';
import { importTask } from './importRows';
import { collections } from './model';
import { previewTask } from './previewRows';
import { followBatches, unfollowBatches } from './progress';
import { removeEmptyBatches } from './removeEmptyBatches';
import { removeLostFiles } from './removeLostFiles';
import { removeOldFiles } from './removeOldFiles';
import { intakeResolvers } from './resolvers';
import { intakeRoutes } from './routes';

/** What intake by file brings to the module's manifest. */
export const intake = {
  resolvers: intakeResolvers,
  collections,
  tasks: [importTask, previewTask],
  jobs: [removeOldFiles, removeLostFiles, removeEmptyBatches],
  routes: intakeRoutes,
  start: async () => followBatches(),
  stop: async () => unfollowBatches(),
} satisfies Partial<ModuleManifest>;
