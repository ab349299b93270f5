import { type ModuleManifest } from '../../platform/manifest';
import { clearLists } from './clearLists';
import { collections } from './model';
import { clearPeople } from './ownPeople';
import { resolvers } from './resolvers';

export { askOwnList, type OwnListTold, type Unit } from './askOwnList';
export { forgetOwnPeople, keepOwnPeople } from './ownPeople';
export { askableADay } from './rules';
export { whoHasPerson } from './whoHasPerson';

export const manifest: ModuleManifest = {
  name: 'ownLists',
  resolvers,
  collections,
  jobs: [
    { name: 'ownLists.clear', everySeconds: 300, run: clearLists },
    { name: 'ownLists.clearPeople', everySeconds: 6 * 3600, run: clearPeople },
  ],
};
