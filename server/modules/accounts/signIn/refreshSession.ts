import { type RefreshSessionInput } from '../../../generated/graphql';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { notFound, type UserError } from '../../../platform/errors';
import { log } from '../../../platform/log';
import { sha256 } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { endedByNewRole, sessionEnded } from '../errors';
import { takeOne } from '../limits';
import { type SessionRow, Sessions } from '../model';
import { LIFETIME, LIMIT } from '../rules';
import { organisations } from '../standing';
import {
  type Device,
  endSessions,
  membershipIn,
  sessionEnd,
  type SignedIn,
  signedInAs,
  usualMembership,
} from './sessions';
import { isMarked, sessionIdOf, successorOf } from './tokens';

/**
 * A new access token and the next refresh token for the current one. The token before it is answered with the same
 * successor for 10 seconds to the same device; any other that was ever given out for the session was stolen or copied,
 * and ends it. One that was never given out is refused and does nothing: a session's id alone logs nobody out.
 */
export async function refreshSession(
  { organisationId }: RefreshSessionInput,
  refreshToken: string | null,
  device: Device,
): Promise<SignedIn> {
  const session = refreshToken ? await liveSession(sessionIdOf(refreshToken)) : null;
  if (!refreshToken) throw sessionEnded();
  if (!session) throw await whyEnded(refreshToken);
  const isCurrent = session.tokenHash === sha256(refreshToken);
  if (!isCurrent && !isMarked(refreshToken)) throw sessionEnded();
  await takeOne(LIMIT.refreshPerSession, session._id);
  // Looked up before the token is spent: a refusal hands out no successor.
  const early = isCurrent ? await membershipOf(session, organisationId ?? null) : null;
  const isOurs = (await rotate(session, refreshToken, device)) || (await isRetry(session._id, refreshToken, device));
  if (!isOurs) await endFamily(session);
  const member = early ?? (await membershipOf(session, organisationId ?? null));
  return { ...(await signedInAs(session._id, member)), refreshToken: successorOf(refreshToken) };
}

async function liveSession(sessionId: string): Promise<SessionRow | null> {
  const session = await Sessions.findOne({ _id: sessionId, endedAt: null }).lean<SessionRow>();
  return session && session.expiresAt > now() ? session : null;
}

/** The end of a session as its holder is told it: nobody but who has its last token learns of a changed role. */
async function whyEnded(refreshToken: string): Promise<UserError> {
  const last = { _id: sessionIdOf(refreshToken), tokenHash: sha256(refreshToken), endReason: 'ROLE_CHANGED' as const };
  const session = await Sessions.findOne(last, { organisationId: 1, expiresAt: 1 }).lean();
  if (!session || session.expiresAt <= now()) return sessionEnded();
  const organisation = (await organisations.byIds([session.organisationId])).get(session.organisationId);
  return organisation ? endedByNewRole(organisation.name) : sessionEnded();
}

/**
 * Spends the token if it is the current one: of two that come at once, one matches. A browser grows newer while it is
 * logged in, so a retry is compared with what spent the token, not with what once logged in.
 */
async function rotate(
  { _id, startedAt }: SessionRow,
  refreshToken: string,
  { ip, userAgent }: Device,
): Promise<boolean> {
  const at = now();
  const spent = sha256(refreshToken);
  const next = {
    tokenHash: sha256(successorOf(refreshToken)),
    previousHash: spent,
    rotatedAt: at,
    lastUsedAt: at,
    expiresAt: sessionEnd(startedAt, at),
    ip,
    userAgent: userAgent.slice(0, 300),
  };
  const { matchedCount } = await Sessions.updateOne({ _id, tokenHash: spent, endedAt: null }, { $set: next });
  return matchedCount === 1;
}

/** True when the token was spent just now by the same device, whose answer was lost or raced another tab's. */
async function isRetry(sessionId: string, refreshToken: string, { userAgent }: Device): Promise<boolean> {
  const session = await liveSession(sessionId);
  if (!session) throw sessionEnded();
  const isWithinGrace = now().getTime() - session.rotatedAt.getTime() <= LIFETIME.refreshGraceMs;
  const isSpentJustNow = session.previousHash === sha256(refreshToken);
  return isSpentJustNow && isWithinGrace && session.userAgent === userAgent.slice(0, 300);
}

/** Ends the session of a token that was used twice, so that thief and owner both stand outside; the owner logs in again. */
async function endFamily({ _id, personId }: SessionRow): Promise<never> {
  await inTransaction(async () => {
    const ended = await endSessions({ _id }, 'TOKEN_REUSED');
    if (ended > 0) await recordAct({ actor: personId, act: 'refreshSession', subject: _id, reason: 'TOKEN_REUSED' });
  });
  log.warn({ session: _id }, 'a spent refresh token came again: the session was ended');
  throw sessionEnded();
}

/** The organisation asked for, else the session's, else (that membership is over) the login's usual one. */
async function membershipOf({ personId, organisationId }: SessionRow, wanted: string | null) {
  const member = await membershipIn(wanted ?? organisationId, personId);
  if (!member && wanted) throw notFound('organisation');
  return member ?? usualMembership(personId, null);
}
