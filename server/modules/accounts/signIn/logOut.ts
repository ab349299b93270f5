import { type LogOutInput } from '../../../generated/graphql';
import { type Context } from '../../../graphql/context';
import { sha256 } from '../../../platform/seal';
import { type SessionRow, Sessions } from '../model';
import { clearRefreshCookie, refreshTokenOf } from './refreshCookie';
import { endSessions } from './sessions';
import { sessionIdOf } from './tokens';

/** Ends the caller's session, or all of the login's, and clears the cookie. Without a session it does just the latter. */
export async function logOut({ everywhere }: LogOutInput, context: Context): Promise<{ endedSessions: number }> {
  const session = await sessionOf(context);
  clearRefreshCookie(context);
  if (!session) return { endedSessions: 0 };
  const { personId, _id } = session;
  return { endedSessions: await endSessions(everywhere ? { personId } : { personId, _id }, 'LOGGED_OUT') };
}

/** The session of the access token; when that is over its time, the one that the refresh cookie proves. */
async function sessionOf(context: Context): Promise<Pick<SessionRow, '_id' | 'personId'> | null> {
  const { viewer } = context;
  if (viewer) return { _id: viewer.sessionId, personId: viewer.personId };
  const refreshToken = refreshTokenOf(context);
  if (!refreshToken) return null;
  const proof = { _id: sessionIdOf(refreshToken), tokenHash: sha256(refreshToken), endedAt: null };
  return Sessions.findOne(proof, { personId: 1 }).lean<Pick<SessionRow, '_id' | 'personId'>>();
}
