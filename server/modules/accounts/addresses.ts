import { type Role } from '../../graphql/viewer';
import { type MemberRow, Members, People } from './model';

/** Those who answer for an organisation. */
const ANSWERS_FOR: Role[] = ['OWNER', 'MANAGER'];
const MOST = 20;

/** Whom to write to about an organisation's own matters: its owners and managers, those who joined first before others. */
export async function addressesOf(organisationId: string): Promise<{ personId: string; email: string }[]> {
  const members = await Members.find({ organisationId, role: { $in: ANSWERS_FOR } })
    .sort({ joinedAt: 1 })
    .limit(MOST)
    .lean<MemberRow[]>();
  const people = await People.find({ _id: { $in: members.map(({ personId }) => personId) } }, { email: 1 }).lean();
  return people.map(({ _id, email }) => ({ personId: _id, email }));
}
