import { type Viewer } from '../../../graphql/viewer';
import { after, now } from '../../../platform/clock';
import { suspended, unauthenticated } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { sha256 } from '../../../platform/seal';
import { noMembership } from '../errors';
import {
  type MemberRow,
  Members,
  type OrganisationRow,
  People,
  type SessionEnd,
  type SessionRow,
  Sessions,
} from '../model';
import { LIFETIME } from '../rules';
import { isKnownAsEnded, memberIdOf, members, organisations } from '../standing';
import { firstRefreshToken, issueAccessToken, readAccessClaims } from './tokens';

/** Where a request came from, as far as it can be told. */
export interface Device {
  ip: string;
  userAgent: string;
}

/** What a caller is given who has shown who it is. The refresh token goes into the cookie, never into an answer. */
export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  viewer: Viewer;
}

type Membership = Pick<MemberRow, 'personId' | 'organisationId' | 'role'>;

const viewerOf = (sessionId: string, member: Membership, organisation: OrganisationRow): Viewer => ({
  personId: member.personId,
  sessionId,
  organisationId: organisation._id,
  organisationKind: organisation.kind,
  organisationStatus: organisation.status,
  role: member.role,
});

/** The viewer and a new access token for a session that works in the member's organisation. */
export async function signedInAs(sessionId: string, member: Membership): Promise<Omit<SignedIn, 'refreshToken'>> {
  const { personId, organisationId } = member;
  const organisation = (await organisations.byIds([organisationId])).get(organisationId);
  if (!organisation) throw new Error(`Member of ${organisationId}, which does not exist`);
  return {
    accessToken: issueAccessToken({ personId, sessionId, organisationId }),
    viewer: viewerOf(sessionId, member, organisation),
  };
}

/** When a session that is used now ends if it is not used again. */
export const sessionEnd = (startedAt: Date, usedAt: Date): Date =>
  new Date(Math.min(after(usedAt, LIFETIME.sessionIdleMs).getTime(), after(startedAt, LIFETIME.sessionMs).getTime()));

/** Starts a session for someone who has shown to be that member. */
export async function startSession(member: Membership, device: Device): Promise<SignedIn> {
  const at = now();
  const sessionId = newId('session');
  const refreshToken = firstRefreshToken(sessionId);
  const { personId, organisationId } = member;
  await Sessions.insertMany([
    {
      _id: sessionId,
      personId,
      organisationId,
      tokenHash: sha256(refreshToken),
      previousHash: null,
      rotatedAt: at,
      userAgent: device.userAgent.slice(0, 300),
      ip: device.ip,
      startedAt: at,
      lastUsedAt: at,
      expiresAt: sessionEnd(at, at),
      endedAt: null,
      endReason: null,
    } satisfies SessionRow,
  ]);
  await People.updateOne({ _id: personId }, { $set: { lastOrganisationId: organisationId } });
  return { ...(await signedInAs(sessionId, member)), refreshToken };
}

/** The membership to start in: the one worked in last, else the oldest. Throws NoMembership when there is none. */
export async function usualMembership(personId: string, lastOrganisationId: string | null): Promise<MemberRow> {
  const rows = await Members.find({ personId }).sort({ joinedAt: 1 }).limit(100).lean<MemberRow[]>();
  const usual = rows.find(({ organisationId }) => organisationId === lastOrganisationId) ?? rows[0];
  if (!usual) throw noMembership();
  return usual;
}

export async function membershipIn(organisationId: string, personId: string): Promise<MemberRow | null> {
  return Members.findById(memberIdOf(organisationId, personId)).lean<MemberRow>();
}

type SessionFilter = Partial<Pick<SessionRow, 'personId' | 'organisationId'>> & { _id?: string | { $ne: string } };

/** Ends the live sessions of the filter; answers with how many there were. */
export async function endSessions(filter: SessionFilter, endReason: SessionEnd): Promise<number> {
  const ended = await Sessions.updateMany({ ...filter, endedAt: null }, { $set: { endedAt: now(), endReason } });
  return ended.modifiedCount;
}

/**
 * Who an access token speaks for, or null: forged, over its time, of an ended session, or of someone who is no member
 * any more. Role and status are as they are now: both are kept in memory and follow the database's changes.
 */
export async function readAccessToken(bearer: string): Promise<Viewer | null> {
  const claims = readAccessClaims(bearer.replace(/^Bearer /i, ''));
  if (!claims || isKnownAsEnded(claims.sessionId)) return null;
  const { personId, sessionId, organisationId } = claims;
  const memberId = memberIdOf(organisationId, personId);
  const member = (await members.byIds([memberId])).get(memberId);
  const organisation = (await organisations.byIds([organisationId])).get(organisationId);
  return member && organisation ? viewerOf(sessionId, member, organisation) : null;
}

/** Viewers that were found to stand, each for the one call that it was made for. */
const found = new WeakSet<Viewer>();

/** The viewer for one call that changes something, once the database said that it stands (see `requireLiveSession`). */
export async function liveViewer(viewer: Viewer, options: { evenSuspended?: boolean } = {}): Promise<Viewer> {
  await requireLiveSession(viewer, options);
  const live = { ...viewer };
  found.add(live);
  return live;
}

/**
 * Asks the database whether the viewer's session, role and organisation still stand; money and contact calls do so, as an
 * access token outlives a revocation by minutes (S27); every mutation has asked before its verb begins. Throws
 * UNAUTHENTICATED, or FORBIDDEN where the organisation is suspended and the call is not one of those left to it.
 */
export async function requireLiveSession(viewer: Viewer, { evenSuspended = false } = {}): Promise<void> {
  if (viewer.isSystem || found.has(viewer)) return;
  const { sessionId, personId, organisationId } = viewer;
  const session = await Sessions.findOne({ _id: sessionId, personId, endedAt: null }, { expiresAt: 1 }).lean();
  if (!session || session.expiresAt <= now()) throw unauthenticated('This session was ended. Log in again.');
  const memberId = memberIdOf(organisationId, personId);
  const member = (await members.byIds([memberId])).get(memberId);
  if (member?.role !== viewer.role) throw unauthenticated('Your role has changed. Log in again.');
  const organisation = (await organisations.byIds([organisationId])).get(organisationId);
  if (organisation?.status === 'SUSPENDED' && !evenSuspended) throw suspended();
}
