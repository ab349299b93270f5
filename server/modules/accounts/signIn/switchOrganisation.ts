import { type SwitchOrganisationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { notFound, unauthenticated } from '../../../platform/errors';
import { People, Sessions } from '../model';
import { membershipIn, type SignedIn, signedInAs } from './sessions';

/** An access token for another organisation of the viewer's login; refreshing stays there from now on. */
export async function switchOrganisation(
  { personId, sessionId }: Viewer,
  { organisationId }: SwitchOrganisationInput,
): Promise<Omit<SignedIn, 'refreshToken'>> {
  const member = await membershipIn(organisationId, personId);
  if (!member) throw notFound('organisation');
  const session = { _id: sessionId, personId, endedAt: null };
  const { matchedCount } = await Sessions.updateOne(session, { $set: { organisationId } });
  if (matchedCount === 0) throw unauthenticated('This session was ended. Log in again.');
  await People.updateOne({ _id: personId }, { $set: { lastOrganisationId: organisationId } });
  return signedInAs(sessionId, member);
}
