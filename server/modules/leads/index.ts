import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './collections';
import { forms } from './forms/forms';
import { handlers } from './handlers';
import { intake } from './intake/intake';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { fenceCollection, raiseFences } from './personFence';
import { resolvers } from './resolvers';
import { keysOfStoredLeads } from './alike/keysOfStoredLeads';
import { startShares, stopShares } from './alike/sharesOfMarket';
import { sealExactAnswers } from './sealExactAnswers';

export { acceptedLeads } from './acceptedLeads';
export { type LeadLoaders } from './loaders';
export { type Lead, type Signal } from './model';
export { CONSENT_METHODS } from './checks/consent';
export {
  type Channel,
  CHANNELS,
  CONTACT_KINDS,
  type ContactKind,
  LEAD_TYPES,
  type Temperature,
  TEMPERATURES,
} from './facts';
export { type Contact } from './judgeRow';
export { type ConsentRead, consentsOf, contactHashesOf, leadsById } from './reads';
export { looksForSales } from './looksForSales';
export { samePeopleAs, samePersonAs } from './samePerson';
export { submitLead } from './submitLead';
export { readContact, readContacts } from './vault/readContact';
export { hashDomain } from './vault/sealContact';
export { wrongCountry, wrongNiche, wrongText } from './wrongInput';

export const manifest: ModuleManifest = {
  name: 'leads',
  resolvers: {
    ...resolvers,
    ...intake.resolvers,
    ...forms.resolvers,
    Query: { ...resolvers.Query, ...intake.resolvers.Query, ...forms.resolvers.Query },
    Mutation: { ...resolvers.Mutation, ...intake.resolvers.Mutation, ...forms.resolvers.Mutation },
    Lead: { ...resolvers.Lead, ...forms.resolvers.Lead },
  },
  loaders,
  collections: [...collections, fenceCollection, ...intake.collections, ...forms.collections],
  migrations: [raiseFences, sealExactAnswers, keysOfStoredLeads],
  tasks: intake.tasks,
  jobs: intake.jobs,
  routes: (router) => {
    intake.routes(router);
    forms.routes(router);
  },
  handlers,
  invariants,
  start: async () => {
    await startShares();
    await intake.start();
  },
  stop: async () => {
    stopShares();
    await intake.stop();
  },
};
