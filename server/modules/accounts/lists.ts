import { type OrganisationFilter } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { type ActFilter, type AuditRow, readActs } from '../../platform/audit';
import { now } from '../../platform/clock';
import { forbidden } from '../../platform/errors';
import { connection, type Connection, cursorMoment, pageArgs, type PageArgs } from '../../platform/pages';
import { normaliseEmail } from './input';
import {
  type ApiKeyRow,
  ApiKeys,
  type InvitationRow,
  Invitations,
  type MemberRow,
  Members,
  type OrganisationRow,
  Organisations,
  People,
  type SessionRow,
  Sessions,
} from './model';
import { rolesGrantedBy, searchKeyOf } from './rules';

const MOST = 100;

/** The members of an organisation, those who joined first at the top. */
export async function membersOf(organisationId: string, page: PageArgs): Promise<Connection<MemberRow>> {
  const { limit, after } = pageArgs(page);
  const rows = await Members.find({ organisationId, ...beyond('joinedAt', '$gt', after) })
    .sort({ joinedAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean<MemberRow[]>();
  return connection(rows, limit, ({ joinedAt, _id }) => [joinedAt.getTime(), _id]);
}

const MOST_OF_A_SEARCH = 1000;

/** The filter of a search: the beginning of a name, or the whole address of a member. */
async function searched(text: string): Promise<object> {
  const typed = text.trim();
  if (typed.includes('@')) {
    const person = await People.findOne({ email: normaliseEmail(typed) }, { _id: 1 }).lean();
    const memberships = person ? await membershipsOf(person._id) : [];
    return { _id: { $in: memberships.map(({ organisationId }) => organisationId) } };
  }
  const key = searchKeyOf(typed);
  if (key === '') return {};
  // Read first, so that the page is sorted among what was found and never by going through all organisations.
  const rows = await Organisations.find({ nameKey: { $gte: key, $lt: `${key}\u{10FFFF}` } }, { _id: 1 })
    .sort({ nameKey: 1 })
    .limit(MOST_OF_A_SEARCH)
    .lean();
  return { _id: { $in: rows.map(({ _id }) => _id) } };
}

/** For admins: the organisations of the market, newest first. */
export async function organisationsOf(
  filter: OrganisationFilter | null | undefined,
  page: PageArgs,
): Promise<Connection<OrganisationRow>> {
  const { limit, after } = pageArgs(page);
  const kind = filter?.kind ? { kind: filter.kind } : {};
  const status = filter?.status ? { status: filter.status } : {};
  const found = filter?.search ? await searched(filter.search) : {};
  const rows = await Organisations.find({ $and: [found, { ...kind, ...status, ...beyond('createdAt', '$lt', after) }] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<OrganisationRow[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.getTime(), _id]);
}

/** The filter of what comes after a cursor of time and id in a list sorted by both. */
function beyond(field: string, operator: '$gt' | '$lt', cursor: unknown[] | null): object {
  if (!cursor) return {};
  const [time, id] = cursor;
  const at = cursorMoment(time);
  return { $or: [{ [field]: { [operator]: at } }, { [field]: at, _id: { [operator]: String(id) } }] };
}

/** For admins: what staff and owners did, the latest first. */
export async function actsOf(filter: ActFilter, page: PageArgs): Promise<Connection<AuditRow>> {
  const { limit, after } = pageArgs(page);
  const rows = await readActs(filter, limit + 1, after ? String(after[0]) : undefined);
  return connection(rows, limit, ({ _id }) => [_id]);
}

/** Open invitations of the viewer's organisation; only those who may invite see whom others invited. */
export async function invitationsOf({ organisationId, organisationKind, role }: Viewer): Promise<InvitationRow[]> {
  if (rolesGrantedBy(organisationKind, role).length === 0) throw forbidden();
  return Invitations.find({ organisationId, state: 'OPEN', expiresAt: { $gt: now() } })
    .sort({ createdAt: -1 })
    .limit(MOST)
    .lean<InvitationRow[]>();
}

/** The keys of an organisation, the newest first; ended ones too, for as long as they are kept. */
export async function apiKeysOf(organisationId: string, page: PageArgs): Promise<Connection<ApiKeyRow>> {
  const { limit, after } = pageArgs(page);
  const rows = await ApiKeys.find({ organisationId, ...beyond('createdAt', '$lt', after) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ApiKeyRow[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.getTime(), _id]);
}

/** The live sessions of the viewer's login. */
export async function sessionsOf({ personId }: Viewer): Promise<SessionRow[]> {
  return Sessions.find({ personId, endedAt: null, expiresAt: { $gt: now() } })
    .sort({ lastUsedAt: -1 })
    .limit(MOST)
    .lean<SessionRow[]>();
}

/** All memberships of a login, the oldest first. */
export async function membershipsOf(personId: string): Promise<MemberRow[]> {
  return Members.find({ personId }).sort({ joinedAt: 1 }).limit(MOST).lean<MemberRow[]>();
}
