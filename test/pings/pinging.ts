import { createHash } from 'node:crypto';
import type supertest from 'supertest';
import { NAMES } from '../../scripts/demoData/names';
import { act, apiKeyOf, send } from '../accounts/flows';
import { usd } from '../kit/trading';
import { type Actor, logIn, type World } from '../kit/world';
import { anotherPhone, consentGiven, type Told } from '../leads/submitting';

/** What agency and buyer do until a lead is sold as it comes in. */

export const TERMS = {
  name: 'Motor, Kenya',
  filter: { nicheIds: ['niche_insurance'], regionIds: ['region_KE'] },
  maxPrice: usd('500.00'),
  dailyCount: 100,
  dailyBudget: usd('5000.00'),
};

export const WISH =
  'buyingWish { id name state isNamed maxPrice { minor } dailyCount dailyBudget { minor } boughtToday spentToday { minor } lastBoughtAt filter { niches { slug } regions { code } temperatures channels isExclusive isVerified } }';

/** A wish that buys; gives its id. */
export async function wishOf(world: World, buyer: Actor, changes: Told = {}): Promise<string> {
  const terms: any = { ...TERMS, name: `Wish ${++serial}`, ...changes };
  const made = await act(world, buyer, 'makeBuyingWish', { terms, agreedPerDay: terms.dailyBudget }, WISH);
  if (made.buyingWish?.state !== 'ACTIVE') throw new Error(`no wish: ${JSON.stringify(made)}`);
  running.push([buyer, made.buyingWish.id]);
  return made.buyingWish.id;
}

const running: [Actor, string][] = [];

/** Stops all wishes that were made so far, so that they bid in no other test; those that are deleted are passed over. */
export async function pauseAll(world: World): Promise<void> {
  for (const [buyer, id] of running.splice(0)) {
    const { errors } = await send(world, buyer, 'pauseBuyingWish', { id });
    if (errors) await act(world, await logIn(world, buyer), 'pauseBuyingWish', { id });
  }
}

/** The wish as its business sees it. */
export const wishNow = async (world: World, buyer: Actor, id: string): Promise<any> => {
  const { data } = await world.graphql(buyer, `{ buyingWishes { ${WISH.slice('buyingWish {'.length, -1)} } }`);
  return data.buyingWishes.find((wish: { id: string }) => wish.id === id);
};

let serial = 0;

/** An agency with a key that opens both doors. */
export interface Seller {
  agency: Actor;
  secret: string;
}

export async function sellerIn(world: World): Promise<Seller> {
  const agency = await world.agency();
  const { secret } = await apiKeyOf(world, agency, { scopes: ['PING_POST'] });
  return { agency, secret };
}

export const FACTS: Told = {
  niche: 'motor-insurance',
  country: 'KE',
  city: 'Nairobi',
  temperature: 'HOT',
  contactKind: 'QUICK',
  channel: 'SEARCH',
};

export function sendTo(
  world: World,
  address: '/api/ping' | '/api/post',
  secret: string | null,
  body: string | Buffer | object,
): supertest.Test {
  const request: supertest.Test = world.http.post(address).set('content-type', 'application/json');
  if (secret !== null) void request.set('authorization', `Bearer ${secret}`);
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return request.serialize((sent: unknown) => sent as string).send(bytes as string);
}

export const ping = (world: World, { secret }: Seller, told: Told = {}) =>
  sendTo(world, '/api/ping', secret, { ...FACTS, ...told });

/** Pings what somebody must bid for, and gives the answer. */
export async function bidOn(world: World, seller: Seller, told: Told = {}): Promise<any> {
  const { status, body } = await ping(world, seller, told);
  if (status !== 200 || body.bid === null) throw new Error(`no bid: ${status} ${JSON.stringify(body)}`);
  return body;
}

const { women, families } = NAMES.KE;

/** A lead of somebody new and unlike all others, without the facts that the ping told. */
export function person(told: Told = {}): Told {
  serial += 1;
  const given = women[serial % women.length]!;
  const family = families[Math.floor(serial / women.length) % families.length]!.woman;
  return {
    name: `${given} ${family}`,
    phone: anotherPhone(),
    email: `${given}.${family}.${serial}@mail-of-${family}.co.ke`.toLowerCase(),
    consent: consentGiven(),
    ...told,
  };
}

export const post = (world: World, { secret }: Seller, pingId: string, lead: Told = person()) =>
  sendTo(world, '/api/post', secret, { pingId, ...lead });

/** `post` as an agency's program does it, that is asked to come again while the market is busy. */
export async function postUntilTaken(...what: Parameters<typeof post>): Promise<Awaited<ReturnType<typeof post>>> {
  const answer = await post(...what);
  return answer.status === 503 ? postUntilTaken(...what) : answer;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
