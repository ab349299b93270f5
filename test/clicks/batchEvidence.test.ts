import { batchEvidence, type BatchFacts } from '../../server/modules/clicks/disputes/batchEvidence';
import { judge, provenOf } from '../../server/modules/disputes/judge';
import { disputeRules, reasonsIn, ruleOf, type DisputeReason } from '../../server/modules/disputes/rules';

const rules = disputeRules('CLICK_BATCH', 1);

const FOUND: BatchFacts = {
  verdicts: { VALID: 20, ROBOT_AGENT: 2 },
  clicks: 22,
  billed: 20,
  looked: 20,
  isPart: false,
  again: { robots: 0, outside: 0, repeats: 0 },
  times: {
    first: new Date('2026-03-01T10:02:00Z'),
    last: new Date('2026-03-01T10:58:00Z'),
    minutes: 18,
    most: 2,
    mostAt: new Date('2026-03-01T10:30:00Z'),
    timeZone: 'Africa/Nairobi',
  },
  networks: [{ of: '41.90.1.0', count: 3 }],
  agents: [{ of: 'Mozilla', count: 9 }],
  networksWithAgent: [{ of: '41.90.1.0 Mozilla', count: 2 }],
  subIds: [{ of: 'mail', count: 20 }],
  visitedBefore: 1,
  countries: [{ of: 'KE', count: 20 }],
  boughtFrom: ['KE'],
  conversions: { clicks: 20, converted: 0, byBrowser: 0, byOtherVisitor: 0, quick: 0, quickByMarket: 0, subIds: [] },
};

const found = (reason: DisputeReason, facts: Partial<BatchFacts>) =>
  batchEvidence(ruleOf(rules, reason).lookUps, reason, { ...FOUND, ...facts });

const decided = (reason: DisputeReason, facts: Partial<BatchFacts>, count: number) =>
  judge(ruleOf(rules, reason), found(reason, facts), { count, isOverRate: false }).decision;

const sideOf = (reason: DisputeReason, lookUp: string, facts: Partial<BatchFacts>) =>
  found(reason, facts).find((finding) => finding.lookUp === lookUp)?.speaksFor;

describe('what decides a claim about clicks at once', () => {
  const again = { robots: 3, outside: 4, repeats: 5 };
  test.each([
    ['BOT', 3],
    ['WRONG_REGION', 4],
    ['DUPLICATE', 5],
  ] as const)('%s: that the rules of today bill none of the %i that are claimed, and of no more', (reason, proven) => {
    expect(decided(reason, { again }, proven)).toBe('ACCEPTED');
    expect(decided(reason, { again }, proven + 1)).toBeNull();
    expect(provenOf(ruleOf(rules, reason), found(reason, { again }))).toBe(proven);
    expect(decided(reason, {}, 1)).toBeNull();
  });

  test('nothing else, and never against the business: shapes are for people', () => {
    const strange: Partial<BatchFacts> = {
      networksWithAgent: [{ of: 'one', count: 20 }],
      visitedBefore: 20,
      times: { ...FOUND.times!, most: 19 },
    };
    for (const reason of reasonsIn(rules)) expect([reason, decided(reason, strange, 1)]).toEqual([reason, null]);
    expect(decided('COMPETITOR', { again }, 1)).toBeNull();
  });
});

test('a finding speaks for the side that it supports', () => {
  expect(sideOf('BOT', 'CLICK_SOURCES', {})).toBe('NEITHER');
  expect(sideOf('BOT', 'CLICK_SOURCES', { networksWithAgent: [{ of: 'one', count: 11 }] })).toBe('BUYER');
  expect(sideOf('BOT', 'CLICK_TIMES', { times: { ...FOUND.times!, most: 11 } })).toBe('BUYER');
  expect(sideOf('WRONG_REGION', 'COUNTRIES', {})).toBe('AGENCY');
  expect(sideOf('WRONG_REGION', 'COUNTRIES', { countries: [{ of: '', count: 20 }] })).toBe('NEITHER');
  const conversions = { ...FOUND.conversions, converted: 4 };
  expect(sideOf('BOT', 'CONVERSIONS', { conversions })).toBe('AGENCY');
  expect(sideOf('BOT', 'CONVERSIONS', { conversions: { ...conversions, quick: 4 } })).toBe('NEITHER');
  expect(sideOf('BOT', 'CONVERSIONS', { conversions: { ...conversions, quick: 4, quickByMarket: 3 } })).toBe('BUYER');
});

test('the evidence names neither network nor browser', () => {
  const words = reasonsIn(rules).flatMap((reason) => found(reason, {}).map(({ text }) => text));
  expect(words.join(' ')).toContain('From 13:02 to 13:58 by the clocks of Africa/Nairobi');
  expect(words.join(' ')).not.toMatch(/41\.90|Mozilla/);
});
