import { csvOf } from '../../client/src/app/csv';
import type { Viewer } from '../../client/src/app/session';
import type { Permission, Role } from '../../client/src/generated/app';
import { hasCampaigns } from '../../client/src/pages/campaigns/area';
import { askAgainAt } from '../../client/src/pages/campaigns/askAgain';
import { budgetLevel, shareOf } from '../../client/src/pages/campaigns/budget';
import { emptyCampaign, termsOf, withScheme } from '../../client/src/pages/campaigns/campaignForm';
import { inputsOf, runsOf, type TypedSpan, typedSpans, WEEKDAYS } from '../../client/src/pages/campaigns/hours';
import { allZones, timeThere } from '../../client/src/pages/campaigns/zones';
import { withIncoming, withLive } from '../../client/src/pages/campaigns/usage/incoming';
import { reportCsv } from '../../client/src/pages/campaigns/usage/reportCsv';
import { nichesSoldBy } from '../../client/src/pages/campaigns/niches';
import { talkingSince } from '../../client/src/pages/calls/verdicts';
import { CSV_OF_CLICKS } from '../../client/src/pages/clicks/reportCsv';
import { ASK_AGAIN_MS } from '../../server/modules/campaigns/rules';

/** What the pages of campaigns, clicks and calls make of what is typed and what comes. */

const WEEK = WEEKDAYS.slice(0, 5);

describe('open hours', () => {
  test.each<[string, TypedSpan, object[]]>([
    ['a day', { days: WEEK, from: '08:00', to: '18:30' }, [{ days: WEEK, from: '08:00', to: '18:30' }]],
    [
      'until midnight',
      { days: ['MONDAY'], from: '18:00', to: '00:00' },
      [{ days: ['MONDAY'], from: '18:00', to: '24:00' }],
    ],
    [
      'a whole day',
      { days: ['SUNDAY'], from: '00:00', to: '00:00' },
      [{ days: ['SUNDAY'], from: '00:00', to: '24:00' }],
    ],
    [
      'a night over the end of the week',
      { days: ['SATURDAY', 'SUNDAY'], from: '20:00', to: '02:00' },
      [
        { days: ['SATURDAY', 'SUNDAY'], from: '20:00', to: '24:00' },
        { days: ['MONDAY', 'SUNDAY'], from: '00:00', to: '02:00' },
      ],
    ],
  ])('%s is said in spans of one day each, and read back as it was typed', (_name, span, sent) => {
    const inputs = inputsOf([span]);
    expect(inputs).toEqual(sent);
    expect(typedSpans(inputs)).toEqual([span]);
  });

  test('a span that ends as it begins is sent as it is, and refused by the server', () => {
    const span: TypedSpan = { days: WEEK, from: '08:00', to: '08:00' };
    expect(inputsOf([span])).toEqual([span]);
  });

  test('an evening and a morning of other days stay two spans', () => {
    const hours = [
      { days: [...WEEK], from: '18:00', to: '24:00' },
      { days: [...WEEK], from: '00:00', to: '06:00' },
    ];
    expect(typedSpans(hours)).toHaveLength(2);
  });

  test('days that follow each other are told as from and until', () => {
    expect(runsOf(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'SATURDAY'])).toEqual([
      ['MONDAY', 'WEDNESDAY'],
      ['SATURDAY', 'SATURDAY'],
    ]);
  });
});

test('a time zone is one of all, also one that the browser does not list, and says what time it is there', () => {
  expect(allZones('Africa/Nairobi')).toContain('Africa/Dar_es_Salaam');
  expect(allZones('Etc/GMT+3')).toContain('Etc/GMT+3');
  expect(timeThere('Asia/Yerevan', 'en-GB', new Date('2026-11-28T09:00:00Z'))).toContain('13:00');
  expect(timeThere('', 'en-GB', new Date())).toBe('');
});

test.each([
  ['savanna.co.ke/motor', 'https://savanna.co.ke/motor'],
  [' www.rift.hu ', 'https://www.rift.hu'],
  ['http://rift.hu', 'http://rift.hu'],
  ['ασφάλεια.ελ', 'https://ασφάλεια.ελ'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['', ''],
])('the address %j is sent as %j', (typed, sent) => expect(withScheme(typed)).toBe(sent));

test('budgets that are left empty are no limits; what is no amount is sent as nothing, for the server to refuse', () => {
  const form = { ...emptyCampaign('UTC'), maxPrice: '0.80', dayBudget: 'ten', weekBudget: ' ', totalBudget: '1,000' };
  expect(termsOf(form)).toMatchObject({
    maxPrice: { minor: 80 },
    dayBudget: { minor: 0 },
    weekBudget: null,
    totalBudget: { minor: 100_000 },
  });
});

test.each([
  ['90', 90],
  [' 120 ', 120],
  ['1:30', 90],
  ['', 0],
  ['a minute', 0],
  ['12.5', 0],
])('a campaign per call is sent its phone and a length of %j as %d seconds, and no page', (minSeconds, sent) => {
  const form = {
    ...emptyCampaign('UTC'),
    model: 'CALL' as const,
    targetUrl: 'rift.hu',
    phone: '0712 345678',
    minSeconds,
  };
  const terms = termsOf(form);
  expect(terms).toMatchObject({ model: 'CALL', phone: '0712 345678', minSeconds: sent, isRecorded: true });
  expect(terms.targetUrl).toBeUndefined();
  expect(termsOf({ ...form, model: 'CLICK' })).not.toHaveProperty('phone');
});

test('niches are offered by what they are sold by, each once', () => {
  const price = { minor: 100, currency: 'USD' };
  const niche = (id: string) => ({ id, slug: id, name: id, path: [{ id, name: id }] });
  const sold = [
    { model: 'CLICK' as const, price, niche: niche('motor') },
    { model: 'CALL' as const, price, niche: niche('motor') },
    { model: 'CALL' as const, price, niche: niche('roofs') },
    { model: 'LEAD' as const, price, niche: niche('loans') },
    { model: 'CALL' as const, price: null, niche: niche('pets') },
  ];
  const slugs = (models: ('CLICK' | 'CALL')[]) =>
    nichesSoldBy(models, { priceGuide: { prices: sold } }).map(({ slug }) => slug);
  expect(slugs(['CLICK'])).toEqual(['motor']);
  expect(slugs(['CLICK', 'CALL'])).toEqual(['motor', 'roofs']);
});

test.each([
  [7_499, 'calm'],
  [7_500, 'near'],
  [9_000, 'nearer'],
  [10_000, 'spent'],
  [12_000, 'spent'],
])('a budget of 100.00 with %d cents spent is %s', (spent, level) => {
  const money = (minor: number) => ({ minor, currency: 'USD' });
  expect(budgetLevel(shareOf({ limit: money(10_000), spent: money(spent) }))).toBe(level);
});

test('an agency is told the same moment to ask again as the server holds it to', () => {
  const decidedAt = '2026-11-20T10:00:00.000Z';
  expect(askAgainAt({ state: 'DECLINED', decidedAt })!.getTime() - Date.parse(decidedAt)).toBe(ASK_AGAIN_MS);
  expect(askAgainAt({ state: 'PENDING', decidedAt: null })).toBeNull();
});

test('a click that comes is shown once, where its time is, as it is now', () => {
  const known = [
    { id: 'b', at: '2026-11-28T09:00:02Z', verdict: 'PENDING' },
    { id: 'a', at: '2026-11-28T09:00:01Z', verdict: 'VALID' },
  ];
  const came = [
    { id: 'c', at: '2026-11-28T09:00:03Z', verdict: 'VALID' },
    { id: 'b', at: '2026-11-28T09:00:02Z', verdict: 'REPEAT' },
  ];
  expect(withIncoming(known, came).map(({ id, verdict }) => id + verdict)).toEqual(['cVALID', 'bREPEAT', 'aVALID']);
});

test('what comes waits for who reads further down; what is drawn changes where it is', () => {
  const at = '2026-11-28T09:00:01Z';
  const row = (id: string, verdict: string) => ({ id, at, verdict, subId: '' });
  const shown = withLive({ rows: [], waiting: new Set<string>() }, [row('a', 'PENDING')], false);
  const later = withLive(shown, [row('a', 'BILLED'), row('b', 'PENDING')], true);
  expect(later.rows.map(({ id, verdict }) => id + verdict).sort()).toEqual(['aBILLED', 'bPENDING']);
  expect([...later.waiting]).toEqual(['b']);
  // A row that waits goes on waiting when it changes.
  expect([...withLive(later, [row('b', 'BUSY')], false).waiting]).toEqual(['b']);
});

test('a call is talked since it was answered, and only while it is', () => {
  const events = [
    { at: '2026-11-28T09:00:01Z', text: 'The call came in.' },
    { at: '2026-11-28T09:00:06Z', text: 'The business answered.' },
  ];
  expect(talkingSince({ state: 'ANSWERED', events })).toBe('2026-11-28T09:00:06Z');
  expect(talkingSince({ state: 'ENDED', events })).toBeNull();
  expect(talkingSince({ state: 'ANSWERED', events: [] })).toBeNull();
});

test('no cell of a file is a formula, and numbers keep their sign', () => {
  expect(csvOf([['=1+1', '-3.50', '@x', 'a,"b"']])).toBe('\uFEFF\'=1+1,-3.50,\'@x,"a,""b"""\r\n');
  const usd = (minor: number) => ({ minor, currency: 'USD' });
  const converted = { converted: 2, convertedUnbilled: 1, costPerConversion: usd(120) };
  const counts = { seen: 5, valid: 4, billed: 3, spent: usd(240), refunded: usd(80), ...converted };
  const row = { key: '=cmd()', label: '=cmd()', ...counts, convertedByBrowser: 1, convertedQuickly: 0 };
  const heads = 'key,seen,valid,billed,spent,refunded,currency,converted,converted unbilled,cost per conversion';
  expect(reportCsv('SUB_ID', [row], CSV_OF_CLICKS)).toBe(
    `\uFEFFsub_id,${heads},by browser,too quick\r\n'=cmd(),'=cmd(),5,4,3,2.40,0.80,USD,2,1,1.20,1,0\r\n`,
  );
  const ofCalls = reportCsv('DAY', [{ key: '2026-11-28', label: '2026-11-28', ...counts }], []);
  expect(ofCalls).toBe(`\uFEFFday,${heads}\r\n2026-11-28,2026-11-28,5,4,3,2.40,0.80,USD,2,1,1.20\r\n`);
});

test('who keeps the books or decides disputes looks at campaigns, who works leads does not', () => {
  const viewer = (kind: 'PLATFORM' | 'AGENCY' | 'BUSINESS', role: Role, permissions: Permission[]) =>
    ({ organisation: { kind }, role, permissions }) as unknown as Viewer;
  expect(hasCampaigns(viewer('PLATFORM', 'FINANCE', ['SEE_LEDGER']))).toBe(true);
  expect(hasCampaigns(viewer('PLATFORM', 'ADJUDICATOR', ['DECIDE_DISPUTES']))).toBe(true);
  expect(hasCampaigns(viewer('BUSINESS', 'AGENT', ['WORK_CARDS']))).toBe(false);
  expect(hasCampaigns(viewer('AGENCY', 'MANAGER', []))).toBe(true);
});
