import { type ModuleManifest } from '../../../platform/manifest';
import { suppressionCollection } from '../suppress/suppressions';
import { confirmationCollection } from './model';
import { resolvers } from './resolvers';

/** What asking persons whether a request is theirs brings to the module's manifest. */
export const confirming = {
  resolvers,
  collections: [confirmationCollection, suppressionCollection],
} satisfies Partial<ModuleManifest>;
