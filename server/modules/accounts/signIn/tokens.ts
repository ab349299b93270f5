import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { now, SECOND } from '../../../platform/clock';
import { isSignatureOf, newSecret, sha256, signText } from '../../../platform/seal';
import { LIFETIME } from '../rules';

/** What an access token says. Role and status are not in it: they are looked up, so that a change counts at once. */
export interface AccessClaims {
  personId: string;
  sessionId: string;
  organisationId: string;
}

const ISSUER = 'leadbourse';
const AUDIENCE = 'leadbourse-api';
const ALGORITHM = 'HS256';
/** Derived from APP_SECRET; its name follows from it, so a token of another key is refused by name. */
const KEY_TEXT = signText('access-token', 'key');
const KEY_ID = sha256(KEY_TEXT).slice(0, 12);
/** A key object: given text, the library first tries to read it as a public key, for half a millisecond each time. */
const KEY = createSecretKey(KEY_TEXT, 'utf8');

const unixSeconds = (): number => Math.floor(now().getTime() / SECOND);

/** A signed token that opens the API for 10 minutes. */
export function issueAccessToken({ personId, sessionId, organisationId }: AccessClaims): string {
  const claims = { sid: sessionId, org: organisationId, iat: unixSeconds() };
  return jwt.sign(claims, KEY, {
    algorithm: ALGORITHM,
    keyid: KEY_ID,
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: personId,
    expiresIn: LIFETIME.accessTokenMs / SECOND,
  });
}

/** The claims of a token of ours; null when it is forged, over its time, or made with another key, issuer or audience (S26). */
export function readAccessClaims(accessToken: string): AccessClaims | null {
  if (jwt.decode(accessToken, { complete: true })?.header.kid !== KEY_ID) return null;
  try {
    const claims = jwt.verify(accessToken, KEY, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: unixSeconds(),
    });
    if (typeof claims === 'string' || typeof claims.exp !== 'number' || typeof claims.sub !== 'string') return null;
    const { sid, org } = claims as { sid?: unknown; org?: unknown };
    if (typeof sid !== 'string' || typeof org !== 'string') return null;
    return { personId: claims.sub, sessionId: sid, organisationId: org };
  } catch {
    return null;
  }
}

/**
 * A refresh token: the session's id in the open, a secret, and our mark on both. By the mark a token that was given out
 * once is told from one that somebody made up who knows the id (sessions are listed by it).
 */
function marked(sessionId: string, secret: string): string {
  const text = `${sessionId}.${secret}`;
  return `${text}.${signText('refresh-mark', text)}`;
}

/** Whether this token was given out at some time. */
export function isMarked(refreshToken: string): boolean {
  const [sessionId, secret, mark] = refreshToken.split('.');
  return Boolean(secret && mark) && isSignatureOf('refresh-mark', `${sessionId}.${secret}`, mark!);
}

/** The first refresh token of a session. */
export const firstRefreshToken = (sessionId: string): string => marked(sessionId, newSecret());

export const sessionIdOf = (refreshToken: string): string => refreshToken.split('.')[0] ?? '';

/**
 * The token that follows a refresh token. It is computed, not drawn: when two tabs refresh at once, or an answer is lost
 * and asked for again, all get the same one successor, and none of them needs to be stored in the open.
 */
export const successorOf = (refreshToken: string): string =>
  marked(sessionIdOf(refreshToken), signText('refresh-token', refreshToken));
