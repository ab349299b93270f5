import { type ChangeMemberRoleInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { afterCommit, inTransaction } from '../../../platform/transaction';
import { Invitations, type MemberRow, Members } from '../model';
import { requireMayGrant } from '../policy';
import { endSessions, requireLiveSession } from '../signIn/sessions';
import { members } from '../standing';
import { requireAnotherOwner } from './owners';

/** Gives a member of the viewer's organisation another role; its other sessions here end (S30). */
export async function changeMemberRole(
  viewer: Viewer,
  { memberId, role }: ChangeMemberRoleInput,
): Promise<{ member: MemberRow }> {
  requireMayGrant(viewer, role);
  await requireLiveSession(viewer);
  return inTransaction(async () => {
    const { organisationId } = viewer;
    const member = await Members.findOne({ _id: memberId, organisationId }).lean<MemberRow>();
    if (!member) throw notFound('member');
    requireMayGrant(viewer, member.role);
    if (member.role === role) return { member };
    await requireAnotherOwner(viewer.organisationKind, member);
    await Members.updateOne({ _id: memberId, role: member.role }, { $set: { role } });
    await recordAct({
      actor: viewer.personId,
      act: 'changeMemberRole',
      subject: memberId,
      before: { personId: member.personId, role: member.role },
      after: { personId: member.personId, role },
    });
    await takeAwayStanding(viewer, member);
    return { member: { ...member, role } };
  });
}

/** What the old role opened is closed: sessions here, and offers of places that were made in it. */
async function takeAwayStanding({ sessionId }: Viewer, { _id, organisationId, personId }: MemberRow): Promise<void> {
  await endSessions({ personId, organisationId, _id: { $ne: sessionId } }, 'ROLE_CHANGED');
  const offers = { organisationId, invitedBy: personId, state: 'OPEN' as const };
  await Invitations.updateMany(offers, { $set: { state: 'WITHDRAWN' } });
  afterCommit(() => members.forget(_id));
}
