import { type WithdrawInvitationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { notFound } from '../../../platform/errors';
import { Invitations } from '../model';
import { requireMayGrant } from '../policy';

/** Takes back an open invitation of the viewer's organisation. */
export async function withdrawInvitation(
  viewer: Viewer,
  { invitationId }: WithdrawInvitationInput,
): Promise<{ invitationId: string }> {
  const open = { _id: invitationId, organisationId: viewer.organisationId, state: 'OPEN' as const };
  const invitation = await Invitations.findOne(open, { role: 1 }).lean();
  if (!invitation) throw notFound('invitation');
  requireMayGrant(viewer, invitation.role);
  const { matchedCount } = await Invitations.updateOne(open, { $set: { state: 'WITHDRAWN' } });
  if (matchedCount === 0) throw notFound('invitation');
  return { invitationId };
}
