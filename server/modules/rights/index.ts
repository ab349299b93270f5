import { type ModuleManifest } from '../../platform/manifest';
import { exportMyData } from './exportMyData';
import { collections } from './model';
import { ownSound } from './ownRecordings';
import { resolvers } from './resolvers';
import { tellAgencies } from './tellAgencies';

export { type CallOfPerson, type HeldBeside, heldBeside, type ProvenPerson } from './heldBeside';

export const manifest: ModuleManifest = {
  name: 'rights',
  resolvers,
  collections,
  handlers: [{ topic: 'lead.erased', name: 'rights.tellAgencies', handle: tellAgencies }],
  routes(router) {
    router.get('/api/my-data', exportMyData);
    router.get('/api/my-data/recordings/:id', ownSound);
  },
};
