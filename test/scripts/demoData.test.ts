import { type Caller } from '../../scripts/api/marketClient';
import { ContactBook } from '../../scripts/demoData/contacts';
import { makeHistory, type Progress } from '../../scripts/demoData/history';
import { DEMO_PASSWORD } from '../../scripts/demoData/logins';
import { NAMES, type DemoCountry } from '../../scripts/demoData/names';
import { makePerson } from '../../scripts/demoData/people';
import { Chance } from '../../scripts/demoData/random';
import { openStage, type Stage } from '../../scripts/demoData/stage';
import { manifests } from '../../server/modules';
import { VERDICTS as CALL_VERDICTS } from '../../server/modules/calls/judge/verdicts';
import { VERDICTS as CLICK_VERDICTS } from '../../server/modules/clicks/judge/verdicts';
import { fictionLine, isFictionDomain } from '../../server/modules/leads/checks/fiction';
import { clockMovedMs } from '../../server/platform/clock';
import { checkInvariants } from '../../server/platform/invariants';
import { leaveDatabase } from '../kit/leaveDatabase';

const COUNTRIES = Object.keys(NAMES) as DemoCountry[];
const SCRIPTS: Readonly<Partial<Record<DemoCountry, RegExp>>> = {
  GR: /^[\p{Script=Greek} ]+$/u,
  AM: /^[\p{Script=Armenian} ]+$/u,
};

describe('people of the demo data', () => {
  const chance = new Chance(7);
  const contacts = new ContactBook(chance);
  const people = COUNTRIES.flatMap((country) =>
    Array.from({ length: 300 }, () => makePerson(country, chance, contacts)),
  );

  test('can be reached by nobody: every number and domain is reserved for fiction or examples', () => {
    for (const { phone, email } of people) {
      const callingCode = /^\+(1|44|49)/.exec(phone ?? '')?.[1] ?? '';
      if (phone !== null) expect({ phone, line: fictionLine(phone, callingCode) }).not.toMatchObject({ line: null });
      expect({ email, isFiction: isFictionDomain(email.split('@')[1] ?? '') }).toMatchObject({ isFiction: true });
    }
  });

  test('have contacts of their own', () => {
    const phones = people.flatMap(({ phone }) => phone ?? []);
    expect(phones.length).toBeGreaterThan(1000);
    expect(new Set(phones).size).toBe(phones.length);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  test('have names in the script of their country', () => {
    for (const { country, fullName } of people)
      expect(fullName).toMatch(SCRIPTS[country] ?? /^[\p{Script=Latin}ʻ ]+$/u);
  });

  test('are the same in every run', () => {
    const once = makePerson('HU', new Chance(1), new ContactBook(new Chance(2)));
    expect(makePerson('HU', new Chance(1), new ContactBook(new Chance(2)))).toEqual(once);
  });
});

describe('a short history', () => {
  const days: Progress[] = [];
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(process.env.TEST_MONGODB_URI ?? '', `test_history_${process.pid}`);
    await makeHistory(stage, { days: 5, leads: 150 }, (progress) => days.push(progress));
  }, 600_000);

  afterAll(async () => {
    await leaveDatabase();
    await stage.close();
  });

  test('ends at the moment when its making began, never ahead of it, with leads on sale and sold', () => {
    expect(days).toHaveLength(5);
    expect(clockMovedMs()).toBeLessThanOrEqual(0);
    expect(clockMovedMs()).toBeGreaterThan(-240_000);
    expect(days.at(-1)?.listed).toBeGreaterThan(80);
    expect(days.at(-1)?.sold).toBeGreaterThan(0);
  });

  test('has disputes that wait for the agency and for an adjudicator, and one that was taken back', async () => {
    const adjudicator = await enter('adjudicator');
    const { nodes } = await adjudicator.ask<{ nodes: { state: string }[] }>(
      'query { disputes(first: 50) { nodes { state } } }',
    );
    const states = nodes.map(({ state }) => state);
    expect(states).toEqual(expect.arrayContaining(['OPEN', 'REVIEW', 'WITHDRAWN']));
  });

  test('has work for moderators: leads in quarantine and agencies that wait', async () => {
    const admin = await enter('admin');
    const { nodes } = await admin.ask<{ nodes: object[] }>('query { quarantine(first: 20) { nodes { id } } }');
    expect(nodes.length).toBeGreaterThan(0);
    const waiting = await admin.ask<{ nodes: { name: string }[] }>(
      'query { organisations(filter: { kind: AGENCY, status: PENDING }, first: 20) { nodes { name } } }',
    );
    expect(waiting.nodes.map(({ name }) => name)).toContain('Nordlicht Anfragen');
  });

  test('shows a mixture on the first page of the market, and leads of every country', async () => {
    const buyer = await enter('business');
    const market = await buyer.ask<MarketSeen>(`query { market(sort: NEWEST, first: 24) {
      nodes { listedAt isExclusive sold niche { id } agency { id } temperature isVerified }
      facets { regions { region { id } count } }
    } }`);
    const kinds = (read: (listing: ListingSeen) => unknown): number => new Set(market.nodes.map(read)).size;
    expect(kinds(({ niche }) => niche.id)).toBeGreaterThan(5);
    expect(kinds(({ agency }) => agency.id)).toBeGreaterThan(4);
    expect(kinds(({ listedAt }) => listedAt)).toBeGreaterThan(10);
    expect(kinds(({ isExclusive }) => isExclusive)).toBe(2);
    expect(kinds(({ temperature }) => temperature)).toBeGreaterThan(1);
    expect(market.nodes.some(({ sold }) => sold > 0)).toBe(true);
    const places = market.facets.regions.filter(({ count }) => count > 0).map(({ region }) => region.id);
    expect(places).toEqual(expect.arrayContaining(COUNTRIES.map((country) => `region_${country}`)));
  });

  test('has a business that buys by itself when an agency asks for bids', async () => {
    const wishes = await (await enter('business')).ask<object[]>('query { buyingWishes { state } }');
    expect(wishes).toEqual([{ state: 'ACTIVE' }]);
  });

  test('has campaigns with agencies in each state, and visits of each kind that were billed and held', async () => {
    const [business, agency] = [await enter('business'), await enter('agency')];
    const { nodes: campaigns } = await business.ask<{ nodes: { state: string }[] }>(
      'query { campaigns { nodes { state } } }',
    );
    expect(campaigns.map(({ state }) => state).sort()).toEqual([
      'ENDED',
      'PAUSED',
      'PAUSED',
      'PAUSED',
      'RUNNING',
      'RUNNING',
      'RUNNING',
    ]);
    const { nodes: asked } = await business.ask<{ nodes: { state: string }[] }>(
      'query { campaignApplications(first: 50) { nodes { state } } }',
    );
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['APPROVED', 'DECLINED', 'PENDING']));
    const { nodes: batches } = await agency.ask<{ nodes: { state: string }[] }>(
      'query { clickBatches(first: 50) { nodes { state } } }',
    );
    expect(batches.map(({ state }) => state)).toEqual(expect.arrayContaining(['HELD', 'DISPUTED']));
    const { nodes: claims } = await business.ask<{ nodes: { state: string; part: { refunded: number | null } }[] }>(
      'query { disputes(filter: { kind: CLICK_BATCH }) { nodes { state part { refunded } } } }',
    );
    expect(new Set(claims.map(({ state }) => state))).toEqual(new Set(['ACCEPTED', 'REVIEW', 'OPEN']));
    expect(claims.some(({ part }) => Number(part.refunded) > 0)).toBe(true);
    const { nodes: clicks } = await agency.ask<{ nodes: { verdict: string }[] }>(
      'query { clicks(first: 100) { nodes { verdict } } }',
    );
    expect(clicks.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['VALID', 'NOT_OPEN', 'BURST']));
  });

  test('has calls that were billed and held, and a campaign that was paused because nobody answered', async () => {
    const [business, agency] = [await enter('business'), await enter('agency')];
    const { nodes: calls } = await agency.ask<{ nodes: { verdict: string; money: string; recording: string }[] }>(
      'query { calls(first: 100) { nodes { verdict money recording } } }',
    );
    expect(calls.map(({ verdict }) => verdict)).toEqual(
      expect.arrayContaining(['BILLED', 'UNANSWERED', 'OUT_OF_REGION']),
    );
    expect(calls.filter(({ money }) => money === 'HELD')).not.toEqual([]);
    expect(calls.filter(({ recording }) => recording === 'STORED')).not.toEqual([]);
    const { nodes: campaigns } = await business.ask<{ nodes: { model: string; hindrances: string[] }[] }>(
      'query { campaigns { nodes { model hindrances } } }',
    );
    expect(campaigns).toContainEqual({ model: 'CALL', hindrances: ['UNANSWERED'] });
  });

  const enter = async (login: string): Promise<Caller> => {
    const caller = stage.caller();
    await caller.logIn(`${login}@leadbourse.example`, DEMO_PASSWORD);
    return caller;
  };

  test('has visits and calls of every finding, as the rules found them', async () => {
    const agency = await enter('agency');
    const has = async (list: 'clicks' | 'calls', verdict: string): Promise<string[]> => {
      const enumName = list === 'clicks' ? 'ClickVerdict' : 'CallVerdict';
      const query = `query ($verdict: ${enumName}) { ${list}(verdict: $verdict, first: 1) { nodes { id } } }`;
      const { nodes } = await agency.ask<{ nodes: object[] }>(query, { verdict });
      return nodes.length > 0 ? [verdict] : [];
    };
    const found = async (list: 'clicks' | 'calls', verdicts: readonly string[]): Promise<string[]> =>
      (await Promise.all(verdicts.map((verdict) => has(list, verdict)))).flat();
    expect(await found('clicks', CLICK_VERDICTS)).toEqual([...CLICK_VERDICTS]);
    expect(await found('calls', CALL_VERDICTS)).toEqual([...CALL_VERDICTS]);
  });

  test('has conversions that its business tells of, some of them too soon after the click', async () => {
    const business = await enter('business');
    const query = '{ conversions(first: 100) { nodes { isQuick hasLead } } }';
    const { nodes } = await business.ask<{ nodes: { isQuick: boolean; hasLead: boolean }[] }>(query);
    expect(nodes.some(({ hasLead, isQuick }) => hasLead && !isQuick)).toBe(true);
    expect(nodes.some(({ isQuick }) => isQuick)).toBe(true);
  });

  test('leaves a market in which everything holds that must', async () => {
    const results = await checkInvariants(manifests.flatMap(({ invariants }) => invariants ?? []));
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});

interface ListingSeen {
  listedAt: string;
  isExclusive: boolean;
  sold: number;
  niche: { id: string };
  agency: { id: string };
  temperature: string;
  isVerified: boolean;
}

interface MarketSeen {
  nodes: ListingSeen[];
  facets: { regions: { region: { id: string }; count: number }[] };
}
