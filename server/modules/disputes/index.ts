import { type ModuleManifest } from '../../platform/manifest';
import { followDisputes } from './changes';
import { claimantCollection, disputesTooMuch } from './claimsOf';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { disputeCollections } from './model';
import { nameSubjects } from './nameSubjects';
import { resolvers } from './resolvers';
import { saleSubject } from './saleSubject';
import { clocksJob } from './silence';
import { disputable } from './subjects';
import { handlers } from './tellSides';

export { disputesTooMuch };
export { type ClickChoice } from './choice';
export { type DisputeLoaders } from './loaders';
export { type DisputeReason, RULES_IN_FORCE, ruleOf } from './rules';
export { disputable, type DisputedSubject, type Finding, type Subject } from './subjects';

let stops: (() => void)[] = [];

export const manifest: ModuleManifest = {
  name: 'disputes',
  resolvers,
  loaders,
  collections: [...disputeCollections, claimantCollection],
  handlers,
  jobs: [clocksJob],
  migrations: [nameSubjects],
  invariants,
  start: async () => {
    stops = [disputable(saleSubject), followDisputes()];
  },
  stop: async () => stops.forEach((stop) => stop()),
};
