import type { RefreshSessionMutation } from '../generated/app';
import { RefreshSessionDocument } from '../generated/app';
import { print } from 'graphql';

type Renewal = Extract<RefreshSessionMutation['refreshSession'], { __typename: 'RefreshSessionPayload' }>;

/** A session that the server did not renew now, with its words; any other failure means that it was not reached. */
export class NotRenewed extends Error {}

/** The access token lives in memory only; the refresh cookie, which scripts cannot read, outlives the page. */
let accessToken: string | null = null;
let renewing: Promise<Renewal | null> | null = null;

export const currentToken = (): string | null => accessToken;

export function keepToken(token: string | null): void {
  accessToken = token;
}

/**
 * Asks for a new access token by the refresh cookie; null when the session is over. Calls at one time share one request:
 * a cookie is good once. Tabs take turns, for the same reason. Throws when the server cannot be reached.
 */
export function renewToken(): Promise<Renewal | null> {
  renewing ??= inTurn(askForToken).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('leadbourse-refresh', work);
}

async function askForToken(): Promise<Renewal | null> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-leadbourse-refresh': '1' },
    body: JSON.stringify({ query: print(RefreshSessionDocument), variables: { input: {} } }),
  });
  const { data } = (await response.json()) as { data?: RefreshSessionMutation | null };
  const answer = data?.refreshSession;
  if (answer?.__typename === 'RefreshSessionPayload') {
    keepToken(answer.accessToken);
    return answer;
  }
  if (answer?.__typename === 'SessionEnded' || answer?.__typename === 'NotFound') {
    keepToken(null);
    return null;
  }
  throw new NotRenewed(answer?.message);
}
