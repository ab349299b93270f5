import type { RefreshSessionMutation, ViewerFieldsFragment } from '../generated/app';
import { RefreshSessionDocument } from '../generated/app';
import { print } from 'graphql';
import { told } from './told';

/** An access token, and whom it is for. */
export type Renewal = Extract<RefreshSessionMutation['refreshSession'], { __typename: 'RefreshSessionPayload' }>;

/**
 * Called when whoever is shown has no session here any more: it is over, or the browser is logged in as another person.
 * Answers what to go on with, when the person has logged in again; null when nothing shall go on.
 */
type Meet = (other: Renewal | null) => Promise<Renewal | null>;

/** How it came that whoever was shown here is not any more: by another tab, or by the server before the page was opened. */
export type Left = 'loggedOut' | 'replaced' | 'ended';

/** A session that the server did not renew now, with its words; any other failure means that it was not reached. */
export class NotRenewed extends Error {}

/** Where each tab remembers over a reload which organisation it works in. */
const WORKED_IN = 'leadbourse.organisation';
/** Where this browser remembers who is logged in, for all its tabs. */
const LOGGED_IN = 'leadbourse.loggedIn';

/** Stands there for a session that the server ended: each tab hears so from the server, and may go on with what it shows. */
const ENDED = 'ended';

/** The access token lives in memory only; the refresh cookie, which scripts cannot read, outlives the page. */
let accessToken: string | null = null;
let shown: ViewerFieldsFragment | null = null;
let meet: Meet | null = null;
let roleChange: string | null = null;
let left: Left | null = null;
let renewing: Promise<Renewal | null> | null = null;

export const currentToken = (): string | null => accessToken;

/** That the session ended by a new role, in the server's words; null where it did not. */
export const roleChanged = (): string | null => roleChange;

/** Why this tab shows nobody any more; null where nobody was there, or somebody is logged in again. */
export const leftBecause = (): Left | null => left;

/** True where a session is likely, before one was asked for. */
export const expectsSession = (): boolean => ![null, ENDED].includes(localStorage.getItem(LOGGED_IN));

/** Takes a token into use, with whom the page shows from now on. */
export function keepToken(token: string | null, viewer: ViewerFieldsFragment | null): void {
  const before = shown;
  accessToken = token;
  shown = viewer;
  if (viewer) {
    left = null;
    sessionStorage.setItem(WORKED_IN, viewer.organisation.id);
    localStorage.setItem(LOGGED_IN, viewer.person.id);
  } else {
    sessionStorage.removeItem(WORKED_IN);
    const known = localStorage.getItem(LOGGED_IN);
    // Another person who logged in since is not logged out by it.
    if (before && [before.person.id, ENDED].includes(known ?? '')) localStorage.removeItem(LOGGED_IN);
    if (!before && known !== null) {
      localStorage.setItem(LOGGED_IN, ENDED);
      left = 'ended';
    }
  }
}

/**
 * Calls when another tab logged out whoever is shown here, or logged in somebody else; also when the page was put aside
 * meanwhile and comes back. Answers how to stop.
 */
export function whenLeftElsewhere(work: () => void): () => void {
  const look = (): void => {
    const now = localStorage.getItem(LOGGED_IN);
    if (!shown || now === shown.person.id || now === ENDED) return;
    left = now ? 'replaced' : 'loggedOut';
    work();
  };
  window.addEventListener('storage', look);
  window.addEventListener('pageshow', look);
  return () => {
    window.removeEventListener('storage', look);
    window.removeEventListener('pageshow', look);
  };
}

export function whenLost(work: Meet): void {
  meet = work;
}

/** The same person in the same organisation: what one sees and typed, the other may see and send. */
export const isSameViewer = (one: ViewerFieldsFragment, other: ViewerFieldsFragment): boolean =>
  one.person.id === other.person.id && one.organisation.id === other.organisation.id;

/**
 * Asks for a new access token by the refresh cookie, for the organisation that this tab works in: the cookie is one for
 * all tabs, and another tab may have moved on. Where the page shows somebody whose session is over, it waits for a login
 * and goes on with that; null when there is none. Calls at one time share one request: a cookie is good once. Tabs take
 * turns, for the same reason. Throws when the server cannot be reached.
 */
export function renewToken(): Promise<Renewal | null> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<Renewal | null> {
  const renewal = await inTurn(askForToken);
  if (renewal && (!shown || isSameViewer(shown, renewal.viewer))) {
    keepToken(renewal.accessToken, renewal.viewer);
    return renewal;
  }
  accessToken = null;
  if (shown && meet) return meet(renewal);
  keepToken(null, null);
  return null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('leadbourse-refresh', work);
}

async function askForToken(): Promise<Renewal | null> {
  const organisationId = shown?.organisation.id ?? sessionStorage.getItem(WORKED_IN);
  const renewal = await askFor({ organisationId });
  // No member there any more, or not the same person: whoever it is now is asked for.
  return renewal === 'NotFound' ? ((await askFor({})) as Renewal | null) : renewal;
}

async function askFor(input: { organisationId?: string | null }): Promise<Renewal | 'NotFound' | null> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-leadbourse-refresh': '1' },
    body: JSON.stringify({ query: print(RefreshSessionDocument), variables: { input } }),
  });
  const { data } = (await response.json()) as { data?: RefreshSessionMutation | null };
  const answer = data?.refreshSession;
  if (answer?.__typename === 'RefreshSessionPayload') return answer;
  roleChange = answer?.__typename === 'SessionEnded' && answer.isRoleChanged ? told(answer.message) : null;
  if (answer?.__typename === 'SessionEnded') return null;
  if (answer?.__typename === 'NotFound') return input.organisationId ? 'NotFound' : null;
  throw new NotRenewed(answer?.message);
}
