import { type RemoveMemberInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { notFound } from '../../../platform/errors';
import { afterCommit, inTransaction } from '../../../platform/transaction';
import { Invitations, type MemberRow, Members } from '../model';
import { requireMayRemove } from '../policy';
import { endSessions, requireLiveSession } from '../signIn/sessions';
import { members } from '../standing';
import { requireAnotherOwner } from './owners';

/** Ends a membership of the viewer's organisation with its sessions and open invitations; never the last owner's. */
export async function removeMember(viewer: Viewer, { memberId }: RemoveMemberInput): Promise<{ memberId: string }> {
  await requireLiveSession(viewer);
  const { organisationId } = viewer;
  return inTransaction(async () => {
    const member = await Members.findOne({ _id: memberId, organisationId }).lean<MemberRow>();
    if (!member) throw notFound('member');
    requireMayRemove(viewer, member);
    await requireAnotherOwner(viewer.organisationKind, member);
    const { personId, role } = member;
    await recordAct({ actor: viewer.personId, act: 'removeMember', subject: memberId, before: { personId, role } });
    await endSessions({ personId, organisationId }, 'REMOVED');
    const offers = { organisationId, invitedBy: personId, state: 'OPEN' as const };
    await Invitations.updateMany(offers, { $set: { state: 'WITHDRAWN' } });
    await Members.deleteOne({ _id: memberId });
    afterCommit(() => members.forget(memberId));
    return { memberId };
  });
}
