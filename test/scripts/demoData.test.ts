import { ContactBook } from '../../scripts/demoData/contacts';
import { makeHistory, type Progress } from '../../scripts/demoData/history';
import { NAMES, type DemoCountry } from '../../scripts/demoData/names';
import { makePerson } from '../../scripts/demoData/people';
import { Chance } from '../../scripts/demoData/random';
import { openStage, type Stage } from '../../scripts/demoData/stage';
import { manifests } from '../../server/modules';
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
    await makeHistory(stage, { days: 4, leads: 120 }, (progress) => days.push(progress));
  }, 240_000);

  afterAll(async () => {
    await leaveDatabase();
    await stage.close();
  });

  test('ends at the moment when its making began, never ahead of it, with leads on sale and sold', () => {
    expect(days).toHaveLength(4);
    expect(clockMovedMs()).toBeLessThanOrEqual(0);
    expect(clockMovedMs()).toBeGreaterThan(-240_000);
    expect(days.at(-1)?.listed).toBeGreaterThan(80);
    expect(days.at(-1)?.sold).toBeGreaterThan(0);
  });

  test('leaves a market in which everything holds that must', async () => {
    const results = await checkInvariants(manifests.flatMap(({ invariants }) => invariants ?? []));
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
  }, 120_000);
});
