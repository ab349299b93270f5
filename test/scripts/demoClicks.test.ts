import { callWish } from '../../scripts/demoCalls/options';
import { mixtureOf } from '../../scripts/demoClicks/mixture';
import { readOptions, WrongArguments } from '../../scripts/demoClicks/options';
import { Chance } from '../../scripts/demoData/random';
import { type Visitor } from '../../scripts/demoData/visitors';
import { type Case, clickRules, judgeClicks, RULES_VERSION } from '../../server/modules/clicks/judge/rules';
import { nothingSpent } from '../../server/modules/campaigns/budgets';
import { type RawClick } from '../../server/modules/clicks/model';
import { readConfig } from '../../server/config';
import { netOf } from '../../server/platform/visitor/addresses';

const MOST = 10n ** 12n;
const given: Case = {
  rules: clickRules(RULES_VERSION),
  terms: {
    countries: ['KE'],
    timeZone: 'Africa/Nairobi',
    dayMinor: MOST,
    weekMinor: null,
    totalMinor: null,
    stoppedAt: null,
  },
  spent: nothingSpent(),
  freeMinor: MOST,
  billedAt: new Map(),
  unpaidAt: new Map(),
  before: [],
  billedOfDay: new Map(),
  priceAt: () => 200n,
};

const PRODUCTION = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://db.example',
  PUBLIC_URL: 'https://market.example',
  APP_SECRET: 'a'.repeat(40),
  CONTACT_HASH_KEY: 'b'.repeat(40),
  MASTER_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  STRIPE_SECRET_KEY: 'sk_live_not_called_here',
  STRIPE_WEBHOOK_SECRET: 'whsec_not_called_here',
  METRICS_TOKEN: 'metrics-token-of-this-test',
};

/** What a minute of visitors is sent, and what the rules find of it. */
function judged(count: number): { sent: Record<string, number>; found: Record<string, number> } {
  const visitors = mixtureOf(new Chance(11), 'KE', 30);
  const sent = Array.from({ length: count }, () => visitors.next().value);
  const clicks = sent.map((visitor, place) => clickOf(visitor, place));
  const { found } = judgeClicks(clicks, given);
  const countOf = (words: readonly string[]): Record<string, number> =>
    words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {});
  return { sent: countOf(sent.map(({ kind }) => kind)), found: countOf(found.map(({ verdict }) => verdict)) };
}

const clickOf = ({ address, agent, subId, headers, method }: Visitor, place: number): RawClick => ({
  _id: `click_${place}`,
  at: new Date(Date.UTC(2026, 10, 28, 12) + place * 100),
  linkId: 'link',
  agencyId: 'agency',
  campaignId: 'campaign',
  regionId: 'region_KE',
  subId,
  net: netOf(address),
  visitor: `${address} ${agent}`,
  agent,
  isHead: method === 'HEAD',
  isPrefetch: 'sec-purpose' in headers,
  isSent: true,
});

test('the mixture is mostly people, and has something for every rule', () => {
  const { sent, found } = judged(3000);
  expect(sent.person! / 3000).toBeGreaterThan(0.5);
  expect(sent.person! / 3000).toBeLessThan(0.75);
  expect(Object.keys(found).sort()).toEqual(
    'BURST DATA_CENTRE EMPTY_AGENT HEAD NO_COUNTRY OUT_OF_REGION PREFETCH REPEAT ROBOT_AGENT VALID'.split(' '),
  );
  // A person is billed but for a crowd that shares a sub-id with others.
  expect(found.VALID! / sent.person!).toBeGreaterThan(0.7);
});

test('a run of the default length has something for every rule too', () => {
  // Three hundred by three links.
  expect(Object.keys(judged(100).found)).toEqual(expect.arrayContaining(['VALID', 'BURST', 'REPEAT', 'HEAD']));
});

test('visitors are sent to this machine alone, at a rate that it may bear', () => {
  expect(readOptions(['--rate', '50', '--seconds', '5', '--url', 'http://127.0.0.1:4001/x'])).toEqual({
    rate: 50,
    seconds: 5,
    address: 'http://127.0.0.1:4001',
  });
  expect(readOptions(['--address', 'http://localhost:4002'])!.address).toBe('http://localhost:4002');
  const { PORT } = process.env;
  process.env.PORT = '4003';
  try {
    expect(readOptions([])!.address).toBe('http://localhost:4003');
    expect(callWish(['--number', '+441632960000'])!.address).toBe('http://localhost:4003');
  } finally {
    if (PORT === undefined) delete process.env.PORT;
    else process.env.PORT = PORT;
  }
  for (const words of [
    ['--url', 'https://leadbourse.example.com'],
    ['--url', 'nonsense'],
    ['--rate', '0'],
    ['--seconds', 'long'],
    ['--colour', 'red'],
  ])
    expect(() => readOptions(words)).toThrow(WrongArguments);
});

test('who calls from this machine may say for which address in development alone', () => {
  expect(readConfig({ NODE_ENV: 'development' }).trustsOwnMachine).toBe(true);
  expect(readConfig({ NODE_ENV: 'development', TRUST_PROXY: '1' }).trustsOwnMachine).toBe(false);
  expect(readConfig({ NODE_ENV: 'test' }).trustsOwnMachine).toBe(false);
  expect(readConfig(PRODUCTION).trustsOwnMachine).toBe(false);
});
