import { stringifySetCookie } from 'cookie';
import { config } from '../../../config';
import { type Context } from '../../../graphql/context';
import { SECOND } from '../../../platform/clock';
import { invalidInput } from '../../../platform/errors';
import { LIFETIME } from '../rules';
import { type SignedIn } from './sessions';

const NAME = 'leadbourse_refresh';
/** A page of another origin cannot send this header without a preflight, which is not answered. */
const PROOF_HEADER = 'x-leadbourse-refresh';

/** Out of reach of scripts, never sent from other sites, and only to the API (S29). */
function setCookie(http: Context['http'], value: string, maxAgeMs: number): void {
  const cookie = stringifySetCookie(NAME, value, {
    httpOnly: true,
    secure: config.isProduction,
    sameSite: 'strict',
    path: '/graphql',
    maxAge: Math.floor(maxAgeMs / SECOND),
  });
  http?.response.append('Set-Cookie', cookie);
}

/** Puts the refresh token into the cookie and answers with what the caller may see. */
export function handOver({ http }: Context, { refreshToken, ...answer }: SignedIn): Omit<SignedIn, 'refreshToken'> {
  setCookie(http, refreshToken, LIFETIME.sessionIdleMs);
  return answer;
}

export const clearRefreshCookie = ({ http }: Context): void => setCookie(http, '', 0);

/** The refresh token that came with a request; null without cookie, without the header, and on a socket. */
export const refreshTokenOf = ({ http }: Context): string | null =>
  http?.header(PROOF_HEADER) ? (http.cookies[NAME] ?? null) : null;

export function requireProofHeader({ http }: Context): void {
  if (!http?.header(PROOF_HEADER)) throw invalidInput('Send the header "X-Leadbourse-Refresh: 1" with this mutation.');
}
