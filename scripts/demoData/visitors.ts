import { type Chance } from './random';

/** Somebody or something that follows a link. */
export interface Visitor {
  kind: string;
  address: string;
  agent: string;
  subId: string;
  headers: Record<string, string>;
  method: 'GET' | 'HEAD';
  /** How long after the one before. */
  waitMs: number;
}

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const BROWSERS = [
  ANDROID,
  'Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
];
const ROBOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'python-requests/2.31.0',
];
const SUB_IDS = ['mail-12', 'guide-top', 'guide-end', 'search', ''];
/** A network of servers, and one of another country than any campaign buys from. */
const SERVER = '3.5.140.9';
const ABROAD = '200.160.2.3';
/** So many of one network in a minute are a burst. */
const BURST = 26;

export const personOf = (chance: Chance, network: string): Visitor => ({
  kind: 'person',
  address: `${network}.${chance.whole(0, 199)}.${chance.whole(2, 250)}`,
  agent: chance.pick(BROWSERS),
  subId: chance.pick(SUB_IDS),
  headers: {},
  method: 'GET',
  waitMs: chance.whole(20, 150) * 1000,
});

/** What is no person of the region, a kind each. */
export const OTHERS: Readonly<Record<string, (person: Visitor, chance: Chance) => Partial<Visitor>>> = {
  robot: (_person, chance) => ({ agent: chance.pick(ROBOTS) }),
  prefetch: () => ({ headers: { 'sec-purpose': 'prefetch;prerender' } }),
  look: () => ({ method: 'HEAD' }),
  nameless: () => ({ agent: '' }),
  server: () => ({ address: SERVER }),
  abroad: () => ({ address: ABROAD }),
};

/** A burst by one sub-id: the same browser from one network, again and again. */
export function burstOf(chance: Chance, network: string, size = BURST): Visitor[] {
  const net = `${network}.${chance.whole(0, 199)}`;
  return Array.from({ length: size }, (_, at) => ({
    kind: 'burst',
    address: `${net}.${at + 2}`,
    agent: ANDROID,
    subId: 'push-7',
    headers: {},
    method: 'GET',
    waitMs: at === 0 ? 120_000 : 0,
  }));
}

/** The visitors of one campaign on a day: people, some of whom come again, and a few others; now and then a burst. */
export function visitorsOf(chance: Chance, network: string, people: number, daysLeft: number): Visitor[] {
  const visitors: Visitor[] = [];
  for (let count = chance.whole(Math.ceil(people / 2), people); count > 0; count -= 1) {
    const person = personOf(chance, network);
    visitors.push(person);
    if (chance.happens(0.15)) visitors.push({ ...person, kind: 'repeat' });
    if (chance.happens(0.3)) {
      const kind = chance.pick(Object.keys(OTHERS));
      visitors.push({ ...personOf(chance, network), ...OTHERS[kind]!(person, chance), kind });
    }
  }
  if (people > 5 && daysLeft % 10 === 1) visitors.push(...burstOf(chance, network));
  return visitors;
}
