import { setTimeout } from 'node:timers/promises';
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, type Router } from 'express';
import { now } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { netOf } from '../../../platform/visitor/addresses';
import { countryOf } from '../../../platform/visitor/countries';
import { promise, setAsideIfLow, setAsideSoon } from '../../campaigns';
import { boughtFrom } from '../judge/boughtFrom';
import { mayBeBilled } from '../judge/rules';
import { knownLink, lookUpLink } from '../links/linkMemory';
import { type Found, type Place, placeFor } from '../links/placeFor';
import { LINK_CODE } from '../links/rules';
import { storeVisit } from '../log/storeVisits';
import { writeVisit } from '../log/visitLog';
import { type RawClick, type TrackedLink } from '../model';
import { type Dead, deadPage } from './deadPage';
import { CLICK_PARAMETER } from './parameter';
import { seenOf, visitorOf } from './seenOf';

/** Whoever follows a link goes on at once, and says nothing of the market to the page; no answer may be kept. */
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
} as const;

const PAGE_HEADERS = {
  ...HEADERS,
  'content-type': 'text/html; charset=utf-8',
  vary: 'accept-language',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
} as const;

/**
 * `GET /r/<code>`: sends a visitor on to the page of a campaign, with the id of the visit. The visit is on this machine's
 * disk before the answer goes out, and no command to the database is waited for.
 */
const follow: RequestHandler = (request, response, next) => {
  const code = String(request.params.code);
  const link = knownLink(code);
  if (link) return void answer(request, response, link).catch(next);
  if (!LINK_CODE.test(code)) return say(request, response, 404, 'UNKNOWN');
  lookUpLink(code)
    .then((found) => (found ? answer(request, response, found) : say(request, response, 404, 'UNKNOWN')))
    .catch(next);
};

async function answer(request: Request, response: Response, link: TrackedLink): Promise<void> {
  const { found, visit } = await letIn(request, link);
  if (!(await isNoted(visit))) return say(request, response, 503, 'BUSY');
  const target = targetOf(link, found.place, visit);
  if (target === null) return say(request, response, 410, 'CLOSED');
  response.writeHead(302, { ...HEADERS, 'content-length': 0, location: target }).end();
}

/** More is set aside so often for one visitor who waits for it, unless it takes longer than this. */
const MOST_TRIES = 5;
const LONGEST_WAIT_MS = 1000;

interface Came {
  found: Found;
  visit: RawClick;
}

/**
 * Where a visitor goes. Where only what is set aside is too little, more is asked of the wallet and waited for: nobody
 * finds a campaign closed whose wallet is full.
 */
async function letIn(request: Request, link: TrackedLink): Promise<Came> {
  let came = look(request, link);
  for (let tries = 0; came.found.short && tries < MOST_TRIES; tries++) {
    const asked = setAsideSoon(came.found.short);
    if (!asked) break;
    const isLate = await Promise.race([asked, setTimeout(LONGEST_WAIT_MS, 'late', { ref: false })]);
    came = look(request, link);
    if (isLate) break;
  }
  return came;
}

/** The same from what lies in memory, in one turn: what one visitor costs is not found by another one meanwhile. */
function look(request: Request, link: TrackedLink): Came {
  const at = now();
  const visitor = visitorOf(request);
  // By the network alone, as judging looks at it: what is known of it lies in memory.
  const found = placeFor(link, { country: countryOf(netOf(request.ip ?? '')), visitor, at });
  const visit = seenOf(request, link, found, { visitor, at });
  if (found.place) speakFor(found.place, visit);
  return { found, visit };
}

/** What a visitor costs is spoken for until it is judged, and more is set aside in time. */
function speakFor({ campaign, priceMinor }: Place, visit: RawClick): void {
  if (!mayBeBilled(visit, boughtFrom(campaign))) return;
  promise(campaign._id, visit.visitor, priceMinor, visit.at);
  setAsideIfLow(campaign, visit.at);
}

/** On the disk, or where the disk takes nothing, in the database. */
async function isNoted(visit: RawClick): Promise<boolean> {
  try {
    await writeVisit(visit);
    return true;
  } catch (error) {
    log.error({ error }, 'a visit could not be written to the disk; it is stored at once');
  }
  try {
    await storeVisit(visit);
    return true;
  } catch (error) {
    log.error({ error }, 'a visit could not be stored');
    return false;
  }
}

/** Only addresses that were checked when they were given, never one of the request (no open redirect). */
function targetOf({ fallbackUrl }: TrackedLink, place: Place | null, visit: RawClick): string | null {
  if (!place) return fallbackUrl;
  const { before, after } = partsOf(place.campaign.targetUrl!);
  return `${before}${visit._id}${after}`;
}

/** The addresses of late, taken apart once; few are in use at a time. */
const parts = new Map<string, { before: string; after: string }>();
const MOST_PARTS = 20_000;

/** An address with the place where the id of a visit goes, which needs no escaping. */
function partsOf(targetUrl: string): { before: string; after: string } {
  const known = parts.get(targetUrl);
  if (known) return known;
  const taken = takeApart(targetUrl);
  if (parts.size >= MOST_PARTS) parts.clear();
  parts.set(targetUrl, taken);
  return taken;
}

/** By its text: what the business wrote of other fields, and how, is the matter of its page. */
function takeApart(targetUrl: string): { before: string; after: string } {
  const [, path, query = '', after] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(targetUrl)!;
  const others = query === '' ? [] : query.split('&').filter((field) => !isId(field));
  return { before: `${path}?${[...others, CLICK_PARAMETER].join('&')}=`, after: after! };
}

const isId = (field: string): boolean => new URLSearchParams(field).has(CLICK_PARAMETER);

const say = (request: Request, response: Response, status: number, dead: Dead): void =>
  void response.writeHead(status, PAGE_HEADERS).end(deadPage(request, dead));

/** Whatever else comes by the address of a link does nothing. */
const refuse: RequestHandler = (_request, response) => {
  response.writeHead(405, { ...HEADERS, allow: 'GET, HEAD' }).end();
};

/** An address whose signs cannot be read is that of no link. */
const unreadable: ErrorRequestHandler = (error: unknown, request, response, next) =>
  error instanceof URIError && !response.headersSent ? say(request, response, 404, 'UNKNOWN') : next(error);

const unknown: RequestHandler = (request, response) => say(request, response, 404, 'UNKNOWN');

export function redirectRoutes(router: Router): void {
  router.get('/r/:code', follow);
  router.all('/r/:code', refuse);
  // An address that was copied in part, or with more behind it: what asks for a link is never shown the market's own pages.
  router.get('/r{/*rest}', unknown);
  router.use('/r', unreadable);
}
