import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './collections';
import { handlers } from './handlers';
import { loaders } from './loaders';
import { type OrganisationRow, Organisations } from './model';
import { keyNames } from './profile/keyNames';
import { passwordResetTask } from './recover/requestPasswordReset';
import { resolvers } from './resolvers';
import { decoyHash } from './signIn/passwords';
import { followStanding, memberIdOf, members, organisations, unfollowStanding } from './standing';
import { followNames, unfollowNames } from './tradeNames';

export { addressesOf } from './addresses';
export { ensurePlatformAdmin } from './govern/ensurePlatformAdmin';
export { holderOfKey, type KeyHolder } from './keys/keyHolder';
export { type AccountLoaders } from './loaders';
export { organisationsByMailDomain, organisationsOfMailDomains } from './mailDomains';
export { peopleById } from './people';
export { haveSharedDevice } from './sharedDevices';
export { namesOfShared, organisationsSharingPeople, sharingPeopleAmong } from './sharedPeople';
export { organisationsNamed } from './tradeNames';
export { liveViewer, readAccessToken, requireLiveSession } from './signIn/sessions';

export type Organisation = OrganisationRow;

/** The organisations of these ids that exist, as they are now. */
export const organisationsById = (ids: readonly string[]): Promise<Map<string, Organisation>> =>
  organisations.byIds(ids);

/** The ids of all agencies that may trade: as many as there are, which is few. */
export const agencyIds = async (): Promise<string[]> =>
  (await Organisations.find({ status: 'ACTIVE', kind: 'AGENCY' }, { _id: 1 }).lean<{ _id: string }[]>()).map(
    ({ _id }) => _id,
  );

/** Whether a person has a place in an organisation now. */
export async function isMemberOf(organisationId: string, personId: string): Promise<boolean> {
  const memberId = memberIdOf(organisationId, personId);
  return (await members.byIds([memberId])).has(memberId);
}

export const manifest: ModuleManifest = {
  name: 'accounts',
  resolvers,
  loaders,
  collections,
  handlers,
  tasks: [passwordResetTask],
  migrations: [keyNames],
  async start() {
    await followStanding();
    await followNames();
    await decoyHash();
  },
  stop() {
    unfollowNames();
    return unfollowStanding();
  },
};
