import { createHmac, randomBytes } from 'node:crypto';
import { config } from '../../server/config';
import { account } from '../../server/modules/calls/telephony/account';
import { HOOKS, type Hook } from '../../server/modules/calls/telephony/paths';
import { type Actor, clientKey, type World } from '../kit/world';
import { usd } from '../kit/trading';
import { startCampaign, takeAgency, tryToChange, tryToStart } from '../clicks/clicking';

/** What a business, an agency, callers and the telephone provider do until a call is paid for. */

export const US = 'region_US';
/** The phone of the business: a number for films. */
export const TARGET = '+12125550147';

const callTerms = (terms: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Roofs',
  model: 'CALL',
  nicheId: 'niche_roofing',
  regionIds: [US],
  targetUrl: null,
  phone: '(212) 555-0147',
  minSeconds: 60,
  maxPrice: usd('40.00'),
  timeZone: 'America/New_York',
  dayBudget: usd('400.00'),
  ...terms,
});

export const tryToStartCalls = (world: World, business: Actor, terms: Record<string, unknown> = {}) =>
  tryToStart(world, business, callTerms(terms));

export const tryToChangeCalls = (world: World, business: Actor, id: string, terms: Record<string, unknown>) =>
  tryToChange(world, business, id, callTerms(terms));

/** A campaign that is paid per call, runs and takes an agency; gives it with the price of a call. */
export async function startCalls(
  world: World,
  business: Actor,
  agency: Actor,
  terms: Record<string, unknown> = {},
): Promise<{ id: string; price: number }> {
  const { id } = await startCampaign(world, business, callTerms(terms));
  return { id, price: await takeAgency(world, business, agency, id) };
}

const NUMBER = `mutation ($input: CreateTrackedNumberInput!) {
  createTrackedNumber(input: $input) {
    __typename
    ... on CreateTrackedNumberPayload { trackedNumber { id phone phoneText state subId campaign { id } } }
    ... on UserError { message path } ... on InvalidInput { problems { message path } }
  }
}`;

export const tryToGetNumber = (world: World, agency: Actor, input: Record<string, unknown>) =>
  world.ask(agency, NUMBER, { input: { name: 'Radio', regionId: US, clientKey: clientKey(), ...input } });

export interface Number {
  id: string;
  phone: string;
}

export async function getNumber(world: World, agency: Actor, input: Record<string, unknown>): Promise<Number> {
  const answer = await tryToGetNumber(world, agency, input);
  expect(answer).toMatchObject({ __typename: 'CreateTrackedNumberPayload' });
  return answer.trackedNumber;
}

export const newSid = (prefix: 'CA' | 'RE' = 'CA'): string => `${prefix}${randomBytes(16).toString('hex')}`;

const AREAS = [213, 310, 323, 646, 718] as const;
let callers = 100;
/** Somebody who has not called yet, from an American number for films. */
export function newCaller(): string {
  const at = callers++;
  return `+1${AREAS[Math.floor(at / 100) % AREAS.length]}55501${String(at % 100).padStart(2, '0')}`;
}

/** The signature by what the provider's documentation says, written apart from the server's own. */
function sign(address: string, fields: Record<string, string>, token = account().token): string {
  const text = Object.entries(fields)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .reduce((all, [name, value]) => `${all}${name}${value}`, address);
  return createHmac('sha1', token).update(text).digest('base64');
}

/** A message of the provider, signed with its token, or with another one. */
export const tell = (world: World, hook: Hook, told: Record<string, string>, token?: string) => {
  const fields = { AccountSid: account().sid, ...told };
  return world.http
    .post(HOOKS[hook])
    .type('form')
    .set('x-twilio-signature', sign(`${config.publicUrl}${HOOKS[hook]}`, fields, token))
    .send(fields);
};

/** A call comes in; gives the provider's id of it and the answer. */
export async function comeIn(world: World, number: string, from = newCaller(), sid = newSid(), took = 3600) {
  // As the stand-in does: what is told of it at once began long ago.
  const StartTime = new Date(world.clock.now().getTime() - took * 1000).toISOString();
  const fields = { CallSid: sid, From: from, To: number, CallStatus: 'ringing', StartTime };
  const answer = await tell(world, 'incoming', fields);
  expect(answer.status).toBe(200);
  return { sid, from, twiml: answer.text };
}

export type Told = [hook: Hook, fields: Record<string, string>];

/** All that the provider tells of a call after it came in. */
export function newsOf(sid: string, seconds: number, status = 'completed', legSid = newSid()): Told[] {
  const leg = (word: string, sequence: number, more: Record<string, string> = {}): Told => [
    'leg',
    { CallSid: legSid, ParentCallSid: sid, CallStatus: word, SequenceNumber: String(sequence), ...more },
  ];
  const talked = String(status === 'completed' ? seconds : 0);
  return [
    leg('initiated', 0),
    leg('ringing', 1),
    ...(status === 'completed' ? [leg('in-progress', 2)] : []),
    leg(status, 3, { CallDuration: talked }),
    ['dialled', { CallSid: sid, DialCallSid: legSid, DialCallStatus: status, DialCallDuration: talked }],
    ['status', { CallSid: sid, CallStatus: 'completed', CallDuration: String(seconds + 9), SequenceNumber: '0' }],
  ];
}

export async function tellAll(world: World, news: readonly Told[]): Promise<void> {
  for (const [hook, fields] of news) expect((await tell(world, hook, fields)).status).toBeLessThan(300);
}

/** What was told before: refused, except at the door whose line waits for what to do next. */
export async function tellAgain(world: World, news: readonly Told[]): Promise<void> {
  for (const [hook, fields] of news)
    expect([hook, (await tell(world, hook, fields)).status]).toEqual([hook, hook === 'dialled' ? 200 : 409]);
}

/** A whole call: it comes in, is put through, and ends. */
export async function call(
  world: World,
  number: string,
  {
    seconds = 120,
    status = 'completed',
    from = newCaller(),
  }: { seconds?: number; status?: string; from?: string } = {},
): Promise<{ sid: string; from: string; twiml: string }> {
  const come = await comeIn(world, number, from);
  if (come.twiml.includes('<Dial')) await tellAll(world, newsOf(come.sid, seconds, status));
  return come;
}

const CALLS = `query ($campaignId: ID) {
  calls(campaignId: $campaignId, first: 100) {
    nodes {
      id state outcome seconds verdict why price { minor } isBilled money net { minor } windowEndsAt recording
      callerMasked callerCountry subId mayOpenCaller mayHear events { text } number { phone } agency { name }
    }
  }
}`;

/** Newest first. */
export const callsOf = async (world: World, actor: Actor, campaignId: string) =>
  (await world.ask(actor, CALLS, { campaignId })).nodes;

export const verdictsOf = async (world: World, actor: Actor, campaignId: string): Promise<string[]> =>
  (await callsOf(world, actor, campaignId)).map(({ verdict }: { verdict: string }) => verdict);

const CAMPAIGN = `query ($id: ID!) {
  campaign(id: $id) {
    id state hindrances phone minSeconds reserved { minor } today { spent { minor } } total { spent { minor } }
  }
}`;

export const readCampaign = (world: World, actor: Actor, id: string) => world.ask(actor, CAMPAIGN, { id });
