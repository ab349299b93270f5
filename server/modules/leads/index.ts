import { type ModuleManifest } from '../../platform/manifest';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { collections } from './model';
import { resolvers } from './resolvers';

export { acceptedLeads } from './acceptedLeads';
export { type LeadLoaders } from './loaders';
export { type ConsentRecord, type Lead, type Signal } from './model';
export { type Channel, type ContactKind, type LeadType, type Temperature } from './facts';
export { type Contact } from './judgeRow';
export { type AnswerOfNiche, answersOf, type ConsentRead, consentsOf, contactHashesOf, leadsById, touchesOf } from './reads';
export { type SamePerson, samePersonAs } from './samePerson';
export { type Because, type Look, readContact, readContacts } from './vault/readContact';
export { type ContactHashes, hashDomain } from './vault/sealContact';

export const manifest: ModuleManifest = {
  name: 'leads',
  resolvers,
  loaders,
  collections,
  invariants,
};
