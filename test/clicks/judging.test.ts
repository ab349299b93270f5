import fc from 'fast-check';
import { nothingSpent } from '../../server/modules/campaigns/budgets';
import { type Campaign } from '../../server/modules/campaigns/model';
import {
  type Case,
  clickRules,
  judgeClicks,
  keysOfDay,
  lookBackMs,
  RULES_VERSION,
} from '../../server/modules/clicks/judge/rules';
import { type RawClick } from '../../server/modules/clicks/model';
import { rowOf } from '../../server/modules/clicks/reports/countDays';
import { PHONE } from './clicking';

/** The rules alone, without a database: what they find follows from the clicks and the case, however they are cut. */

const START = Date.UTC(2026, 10, 2, 8);
const AGENTS = [
  PHONE,
  PHONE,
  PHONE,
  '',
  'curl/8.5.0',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
];
const NETS = ['41.90.64.0', '41.90.65.0', '3.5.140.0', '195.251.255.0', '127.0.0.0'];

const click = fc
  .record({
    gapMs: fc.integer({ min: 0, max: 20 * 60_000 }),
    visitor: fc.integer({ min: 0, max: 12 }),
    agent: fc.constantFrom(...AGENTS),
    net: fc.constantFrom(...NETS, NETS[0]!, NETS[0]!),
    subId: fc.constantFrom('', 'a', 'b'),
    kind: fc.constantFrom('visit', 'visit', 'visit', 'visit', 'head', 'prefetch', 'closed', 'turnedAway'),
  })
  .map((told) => told);

const clicksOf = (told: fc.Arbitrary<any>) =>
  fc.array(told, { minLength: 1, maxLength: 60 }).map((list): RawClick[] => {
    let at = START;
    return list.map(({ gapMs, visitor, agent, net, subId, kind }, place) => {
      at += gapMs;
      return {
        _id: `click_${String(place).padStart(4, '0')}`,
        at: new Date(at),
        linkId: 'link',
        agencyId: 'org_agency',
        campaignId: 'campaign_one',
        regionId: 'region_KE',
        subId,
        net,
        visitor: `visitor ${visitor}`,
        agent,
        isHead: kind === 'head',
        isPrefetch: kind === 'prefetch',
        isSent: kind !== 'closed' && kind !== 'turnedAway',
        ...(kind === 'closed' ? { closedBy: 'OUT_OF_HOURS' as const } : {}),
        ...(kind === 'turnedAway' ? { closedBy: 'DAY_BUDGET_SPENT' as const } : {}),
      };
    });
  });

const given = (changes: Partial<Case> = {}): Case => ({
  rules: clickRules(RULES_VERSION),
  terms: {
    countries: ['KE'],
    timeZone: 'Africa/Nairobi',
    dayMinor: 1500n,
    weekMinor: 2500n,
    totalMinor: null,
    stoppedAt: null,
  },
  spent: nothingSpent(),
  freeMinor: 10_000n,
  billedAt: new Map(),
  unpaidAt: new Map(),
  before: [],
  billedOfDay: new Map(),
  priceAt: () => 216n,
  ...changes,
});

test('clicks that are judged in two parts are found what they are found in one', () => {
  // So few of one network that some of sixty are too many.
  const rules = { ...clickRules(RULES_VERSION), ofOneNetwork: { least: 2, part: 2 } };
  fc.assert(
    fc.property(clicksOf(click), fc.nat(60), (clicks, cut) => {
      const whole = judgeClicks(clicks, given({ rules }));
      const first = judgeClicks(clicks.slice(0, cut), given({ rules }));
      const rest = clicks.slice(cut);
      const billedAt = new Map<string, Date[]>();
      const unpaidAt = new Map<string, Date[]>();
      const billedOfDay = new Map<string, number>();
      clicks.slice(0, cut).forEach((one, place) => {
        const { verdict } = first.found[place]!;
        const times = verdict === 'OVER_BUDGET' ? unpaidAt : billedAt;
        if (verdict === 'VALID' || verdict === 'OVER_BUDGET')
          times.set(one.visitor, [...(times.get(one.visitor) ?? []), one.at]);
        if (verdict !== 'VALID') return;
        for (const key of keysOfDay('Africa/Nairobi', one)) billedOfDay.set(key, (billedOfDay.get(key) ?? 0) + 1);
      });
      const before = clicks
        .slice(0, cut)
        .filter(
          ({ at }) => rest.length > 0 && at.getTime() > rest[0]!.at.getTime() - lookBackMs(clickRules(RULES_VERSION)),
        );
      const after = { spent: first.spent, freeMinor: first.freeMinor, billedAt, unpaidAt, before, billedOfDay };
      const second = judgeClicks(rest, given({ rules, ...after }));
      expect([...first.found, ...second.found]).toEqual(whole.found);
      expect([second.spent, second.freeMinor]).toEqual([whole.spent, whole.freeMinor]);
    }),
    { numRuns: 300 },
  );
});

test('no budget, and nothing that was not set aside, is ever spent', () => {
  fc.assert(
    fc.property(
      clicksOf(click),
      fc.record({
        day: fc.nat(3000),
        week: fc.nat(4000),
        total: fc.nat(6000),
        free: fc.nat(6000),
        price: fc.integer({ min: 1, max: 700 }),
      }),
      (clicks, { day, week, total, free, price }) => {
        const limits = { dayMinor: BigInt(day), weekMinor: BigInt(week), totalMinor: BigInt(total) };
        const judged = judgeClicks(
          clicks,
          given({
            terms: { ...given().terms, ...limits },
            freeMinor: BigInt(free),
            priceAt: () => BigInt(price),
          }),
        );
        const days = new Map<string, bigint>();
        let sum = 0n;
        clicks.forEach(({ at }, place) => {
          const { priceMinor } = judged.found[place]!;
          // Nairobi is three hours ahead of UTC, all the year.
          const key = new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
          days.set(key, (days.get(key) ?? 0n) + priceMinor);
          sum += priceMinor;
        });
        for (const spent of days.values()) expect(spent).toBeLessThanOrEqual(limits.dayMinor);
        expect(sum).toBeLessThanOrEqual(limits.totalMinor);
        expect(judged.freeMinor).toBe(BigInt(free) - sum);
        expect(judged.freeMinor).toBeGreaterThanOrEqual(0n);
      },
    ),
    { numRuns: 300 },
  );
});

test('a visit counts on its own day by the clock of the campaign, in the budget as in the report', () => {
  // Half past nine in the evening by UTC is half past midnight in Nairobi.
  const [visit] = visitsAtOnce(1, () => ({ at: new Date('2026-11-28T21:30:00Z') }));
  const { spent } = judgeClicks([visit!], given());
  const { what } = rowOf(visit!, { timeZone: 'Africa/Nairobi' } as Campaign);
  expect([spent.day, spent.dayMinor, what.day]).toEqual(['2026-11-29', 216n, '2026-11-29']);
});

const visitsAtOnce = (count: number, changes: (place: number) => Partial<RawClick>): RawClick[] =>
  Array.from({ length: count }, (_, place) => ({
    _id: `click_${String(place).padStart(5, '0')}`,
    at: new Date(START + place * 10),
    linkId: 'link',
    agencyId: 'org_agency',
    campaignId: 'campaign_one',
    regionId: 'region_KE',
    subId: 'mail',
    net: `41.90.${place % 200}.0`,
    visitor: `visitor ${place}`,
    agent: PHONE,
    isHead: false,
    isPrefetch: false,
    isSent: true,
    ...changes(place),
  }));

const rich = () =>
  given({
    terms: { ...given().terms, dayMinor: 10n ** 9n, weekMinor: null },
    freeMinor: 10n ** 9n,
  });

const validOf = (clicks: RawClick[], version = RULES_VERSION): number =>
  judgeClicks(clicks, { ...rich(), rules: clickRules(version) }).found.filter(({ verdict }) => verdict === 'VALID')
    .length;

test('a burst: what is over 120 of one sub-id in a minute, or over 20 of one network and browser, is not billed', () => {
  expect(validOf(visitsAtOnce(300, () => ({})))).toBe(120);
  expect(validOf(visitsAtOnce(300, (place) => ({ subId: `mail-${place % 10}` })))).toBe(300);
  expect(validOf(visitsAtOnce(50, (place) => ({ at: new Date(START + place * 200), net: '41.90.64.0' })))).toBe(20);
  // Over ten minutes the same are people.
  expect(validOf(visitsAtOnce(300, (place) => ({ at: new Date(START + place * 2000) })))).toBe(300);
});

test('a crowd: of one network 10 visitors in a second, 40 in a minute and 120 in ten minutes, by whatever browsers and sub-ids', () => {
  const crowd = (
    count: number,
    gapMs: number,
    changes: (place: number) => Partial<RawClick> = () => ({}),
  ): RawClick[] =>
    visitsAtOnce(count, (place) => ({
      ...{ at: new Date(START + place * gapMs), net: '41.90.64.0', agent: `${PHONE} ${place}` },
      ...{ linkId: `link ${place % 3}`, subId: `ad-${place % 50}` },
      ...changes(place),
    }));
  expect(validOf(crowd(60, 16))).toBe(10);
  expect(validOf(crowd(90, 400))).toBe(40);
  expect(validOf(crowd(300, 1990))).toBe(120);
  expect(validOf(crowd(300, 5100))).toBe(300);
  // What was judged by version 1 is judged by it for ever.
  expect(validOf(crowd(60, 16), 1)).toBe(60);
  // Of two agencies each has its own, and who loads a page again and again is one visitor.
  expect(validOf(crowd(60, 800, (place) => ({ agencyId: `org ${place % 2}` })))).toBe(60);
  const again = crowd(60, 100, (place) => (place < 55 ? { visitor: 'one' } : {}));
  expect(validOf(again)).toBe(6);
});

test('since version 4 one network is at most a quarter of what is billed of an agency’s day, once 300 of it are', () => {
  // A visitor in ten seconds, so that no minute has too many: 8,000 fill most of a day, 2,900 by browsers of one machine.
  const slowly = (count: number, changes: (place: number) => Partial<RawClick>): RawClick[] =>
    visitsAtOnce(count, (place) => ({ at: new Date(START + place * 10_000), ...changes(place) }));
  const oneNet = slowly(2900, () => ({ net: '41.90.64.0' }));
  expect([validOf(oneNet, 3), validOf(oneNet)]).toEqual([2900, 300]);
  // The next day by the campaign's clocks begins anew, and another agency's are its own.
  const days = oneNet.map((one, place) => ({ ...one, at: new Date(START + place * 30_000) }));
  expect(validOf(days)).toBe(600);
  const two = oneNet.map((one, place) => ({ ...one, agencyId: place % 2 ? 'org_agency' : 'org_other' }));
  expect(validOf(two)).toBe(600);
  // Of the greatest mobile network an eighth of the people share one; a machine adds a third of the people to them.
  expect(validOf(slowly(4000, (place) => (place % 8 === 0 ? { net: '41.90.64.0' } : {})))).toBe(4000);
  const mixed = slowly(4000, (place) => (place % 2 === 0 ? { net: '41.90.250.0' } : {}));
  expect(validOf(mixed)).toBe(2000 + Math.floor(2000 / 3));
});

test('a visit from nobody’s network is not billed, one from within a house only where the market lies there', () => {
  const found = (net: string, takesInside: boolean, version = RULES_VERSION) => {
    const terms = { ...rich().terms, takesInside };
    const visits = visitsAtOnce(1, () => ({ net }));
    return judgeClicks(visits, { ...rich(), terms, rules: clickRules(version) }).found[0]!.verdict;
  };
  expect(['192.0.2.0', '3fff::', '10.0.0.0', '::', ''].map((net) => found(net, false))).toEqual(
    Array.from({ length: 5 }, () => 'NO_COUNTRY'),
  );
  expect(['192.0.2.0', '10.0.0.0', '::'].map((net) => found(net, true))).toEqual(['NO_COUNTRY', 'VALID', 'VALID']);
  expect(found('192.0.2.0', false, 1)).toBe('VALID');
});

test('what an app’s library loads is no visit since version 3; a page that an app shows is', () => {
  const agents = [
    'Dalvik/2.1.0 (Linux; U; Android 11; SM-A107F Build/RP1A)',
    'MyBank/3.1 CFNetwork/1408.0.4 Darwin/22.5.0',
    'Mozilla/5.0 (Linux; Android 11; SM-A107F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; sw) Presto/2.12.423 Version/12.16',
  ];
  const clicks = visitsAtOnce(agents.length, (place) => ({ agent: agents[place]! }));
  expect([validOf(clicks), validOf(clicks, 2)]).toEqual([3, 5]);
  const { found } = judgeClicks(clicks, rich());
  expect(found.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['ROBOT_AGENT', 'ROBOT_AGENT']);
});

test('the same visitor is a repeat for 24 hours, before and after', () => {
  const at = (hours: number): Partial<RawClick> => ({ at: new Date(START + hours * 3_600_000), visitor: 'one' });
  const found = judgeClicks(
    visitsAtOnce(4, (place) => at([0, 23.9, 24.1, 30][place]!)),
    rich(),
  ).found;
  expect(found.map(({ verdict }) => verdict)).toEqual(['VALID', 'REPEAT', 'VALID', 'REPEAT']);
  const late = judgeClicks(
    visitsAtOnce(1, () => at(0)),
    { ...rich(), billedAt: new Map([['one', [new Date(START + 3_600_000)]]]) },
  );
  expect(late.found[0]!.verdict).toBe('REPEAT');
});

test('who was turned away for money is judged as a person since version 5, once a day, and costs nothing', () => {
  const turned = { isSent: false, closedBy: 'DAY_BUDGET_SPENT' as const };
  const HOURS = 3_600_000;
  const came: Partial<RawClick>[] = [
    { ...turned, visitor: 'one' },
    { ...turned, visitor: 'one', at: new Date(START + HOURS) },
    { ...turned, visitor: 'robot', agent: 'curl/8.5.0' },
    { ...turned, visitor: 'abroad', net: '195.251.255.0' },
    { ...turned, visitor: 'ahead', isPrefetch: true },
    // The budget was raised: whoever was turned away is new, and then a repeat whatever is left.
    { visitor: 'one', at: new Date(START + 2 * HOURS) },
    { ...turned, closedBy: 'NO_MONEY', visitor: 'one', at: new Date(START + 3 * HOURS) },
    { isSent: false, closedBy: 'OUT_OF_HOURS', visitor: 'two', at: new Date(START + 3 * HOURS) },
    { ...turned, closedBy: 'AHEAD_OF_HOUR', visitor: 'two', at: new Date(START + 4 * HOURS) },
    { ...turned, visitor: 'two', at: new Date(START + 29 * HOURS) },
  ];
  const clicks = visitsAtOnce(came.length, (place) => came[place]!);
  const verdictsBy = (version: number): string[] =>
    judgeClicks(clicks, { ...rich(), rules: clickRules(version) }).found.map(({ verdict }) => verdict);
  expect(verdictsBy(5)).toEqual([
    ...['OVER_BUDGET', 'REPEAT', 'ROBOT_AGENT', 'OUT_OF_REGION', 'PREFETCH'],
    ...['VALID', 'REPEAT', 'NOT_OPEN', 'OVER_BUDGET', 'OVER_BUDGET'],
  ]);
  expect(verdictsBy(4)).toEqual([
    ...['NOT_OPEN', 'NOT_OPEN', 'NOT_OPEN', 'NOT_OPEN', 'PREFETCH'],
    ...['VALID', 'NOT_OPEN', 'NOT_OPEN', 'NOT_OPEN', 'NOT_OPEN'],
  ]);
  const { spent, freeMinor } = judgeClicks(clicks, rich());
  expect([spent.totalMinor, freeMinor]).toEqual([216n, rich().freeMinor - 216n]);
  // A machine that names browser after browser at a closed door is no crowd of people either.
  const crowd = visitsAtOnce(60, (place) => ({ ...turned, net: '41.90.64.0', agent: `${PHONE} ${place}` }));
  const { found } = judgeClicks(crowd, rich());
  expect(found.filter(({ verdict }) => verdict === 'OVER_BUDGET')).toHaveLength(10);
});
