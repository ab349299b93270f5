import { type ModuleManifest } from '../../platform/manifest';
import { intake } from './intake/intake';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { collections } from './model';
import { resolvers } from './resolvers';

export { acceptedLeads } from './acceptedLeads';
export { type LeadLoaders } from './loaders';
export { type ConsentRecord, type Lead, type Signal } from './model';
export { type Channel, type ContactKind, type LeadType, type Temperature } from './facts';
export { type Contact } from './judgeRow';
export {
  type AnswerOfNiche,
  answersOf,
  type ConsentRead,
  consentsOf,
  contactHashesOf,
  leadsById,
  touchesOf,
} from './reads';
export { type SamePerson, samePersonAs } from './samePerson';
export { type Because, type Look, readContact, readContacts } from './vault/readContact';
export { type ContactHashes, hashDomain } from './vault/sealContact';

export const manifest: ModuleManifest = {
  name: 'leads',
  resolvers: {
    ...resolvers,
    ...intake.resolvers,
    Query: { ...resolvers.Query, ...intake.resolvers.Query },
    Mutation: { ...resolvers.Mutation, ...intake.resolvers.Mutation },
  },
  loaders,
  collections: [...collections, ...intake.collections],
  tasks: intake.tasks,
  jobs: intake.jobs,
  routes: intake.routes,
  invariants,
  start: intake.start,
  stop: intake.stop,
};
