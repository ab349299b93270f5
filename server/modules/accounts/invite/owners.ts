import { type OrganisationKind } from '../../../graphql/viewer';
import { lastOwner } from '../errors';
import { type MemberRow, Members, Organisations } from '../model';
import { topRoleOf } from '../rules';

/**
 * Refuses, in the open transaction, what would leave an organisation without a member in its highest role. The count
 * reads other documents than the caller writes; writing the organisation makes two such changes at once conflict, so
 * that the second sees the first.
 */
export async function requireAnotherOwner(kind: OrganisationKind, leaving: MemberRow): Promise<void> {
  const role = topRoleOf(kind);
  if (leaving.role !== role) return;
  const { organisationId } = leaving;
  await Organisations.updateOne({ _id: organisationId }, { $inc: { ownersVersion: 1 } });
  const others = await Members.countDocuments({ organisationId, role, _id: { $ne: leaving._id } });
  if (others === 0) throw lastOwner();
}
