import { type ModuleManifest } from '../../../platform/manifest';
import { askPerson } from './askPerson';
import { collections } from './model';
import { formResolvers } from './resolvers';
import { formRoutes } from './routes';

/** What hosted forms bring to the module's manifest. */
export const forms = {
  resolvers: formResolvers,
  collections,
  tasks: [askPerson],
  routes: formRoutes,
} satisfies Partial<ModuleManifest>;
