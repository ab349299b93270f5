import { type ModuleManifest } from '../../../platform/manifest';
import { suppressionCollection } from '../suppress/suppressions';
import { askApart, askedApartCollection } from './apart';
import { confirmationCollection } from './model';
import { resolvers } from './resolvers';

/** What asking persons whether a request is theirs brings to the module's manifest. */
export const confirming = {
  resolvers,
  collections: [confirmationCollection, askedApartCollection, suppressionCollection],
  tasks: [askApart],
} satisfies Partial<ModuleManifest>;
