import fc from 'fast-check';
import { parseMinor } from '../../client/src/app/format';
import { sidesOf } from '../../client/src/pages/admin/entrySides';
import { RuleSentence } from '../../client/src/pages/admin/RuleSentence';
import { useAccountNames } from '../../client/src/ui/useAccountNames';
import { ClaimWords } from '../../client/src/pages/disputes/ClaimConfirm';
import { DecisionMoney } from '../../client/src/pages/disputes/DecisionMoney';
import { LedgerEffect } from '../../client/src/pages/disputes/LedgerEffect';
import { withMoments } from '../../client/src/pages/disputes/words';
import { BatchSteps } from '../../client/src/pages/intake/BatchSteps';
import { Pace } from '../../client/src/pages/intake/Importing';
import { ShortSignals } from '../../client/src/pages/leads/ShortSignals';
import { useLeadName } from '../../client/src/pages/leads/useLeadName';
import { BuyBar } from '../../client/src/pages/market/BuyBar';
import type { Picks } from '../../client/src/pages/market/usePicks';
import { Curve } from '../../client/src/pages/marketIndex/Curve';
import { DayTable } from '../../client/src/pages/marketIndex/DayTable';
import { scaleOf } from '../../client/src/pages/marketIndex/scale';
import { BuyersMoney } from '../../client/src/ui/BuyersMoney';
import { ClockRing } from '../../client/src/ui/ClockRing';
import { Money } from '../../client/src/ui/Money';
import { MoneyTrail, stationsOf } from '../../client/src/ui/MoneyTrail';
import { PasswordField } from '../../client/src/ui/PasswordField';
import { PriceLadder } from '../../client/src/ui/PriceLadder';
import { SharePips } from '../../client/src/ui/SharePips';
import { examplesOf } from '../../server/modules/leads/checks/signalRules/examples';
import { aboutRule, SIGNAL_CODES } from '../../server/modules/leads/checks/signals';
import { spokenMoment } from '../../server/platform/clock';
import { drawn, lookOf, partsOf, rowsOf, valuesOf, wordsOf } from './drawn';

/** What elements of the client say: the words, names and figures that a person gets of given data. */

const usd = (minor: number) => ({ minor, currency: 'USD' });

/** An amount as it is shown, such as -$1,204.50, in minor units. */
const minorOf = (shown: string): number =>
  (shown.startsWith('-') ? -1 : 1) * parseMinor(shown.replace(/^[+-]?\$/, ''), 'USD')!;

const sumOf = (shown: readonly string[]): number => shown.map(minorOf).reduce((sum, minor) => sum + minor, 0);

/** Each piece of an amount that has this look, put together. */
const piecesOf = (html: string, look: string): string =>
  [...html.matchAll(new RegExp(`class="${look}">([^<]*)`, 'g'))].map(([, piece]) => piece).join('');

describe('an amount', () => {
  test.each([
    [120_450, 'USD', false, '$1,204.50', '$', '.50'],
    [-700, 'USD', true, '-$7.00', '$', '.00'],
    [700, 'USD', true, '+$7.00', '$', '.00'],
    [0, 'USD', true, '$0.00', '$', '.00'],
    [700, 'JPY', false, '¥700', '¥', ''],
    [1234, 'KWD', false, 'KWD 1.234', 'KWD', '.234'],
  ])('%i of %s, signed: %s, is %s with the minor unit lighter', (minor, currency, sign, whole, small, light) => {
    const html = drawn(<Money value={{ minor, currency }} sign={sign} />);
    expect(wordsOf(html).replaceAll(/\s/g, ' ')).toBe(whole);
    expect(piecesOf(html, 'currency')).toBe(small);
    expect(piecesOf(html, 'minor')).toBe(light);
  });
});

describe('the price ladder', () => {
  const line = (code: string, label: string, minor: number) => ({ code, label, factor: null, amount: usd(minor) });
  const lines = [
    line('BASE', 'Per lead', 2000),
    line('CITY', 'Capital city', 800),
    line('AGE', 'On sale for 7 days', -500),
  ];
  const html = drawn(<PriceLadder lines={lines} total={usd(2300)} />);

  test('goes from a base without a sign by signed reasons to their sum', () => {
    expect(rowsOf(html)).toEqual([
      ['Per lead', '', '$20.00'],
      ['Capital city', '', '+$8.00'],
      ['On sale for 7 days', '', '-$5.00'],
      ['Price', '', '$23.00'],
    ]);
    expect(wordsOf(partsOf(html, 'caption')[0]!)).toBe('Price, line by line');
  });

  test('has a bar for the size of each line against the largest, and marks what lowers the price', () => {
    expect(valuesOf(html, 'style').filter((style) => style.startsWith('width'))).toEqual([
      'width:100%',
      'width:40%',
      'width:25%',
    ]);
    expect(partsOf(html, 'tr').map((row) => row.includes('class="less"'))).toEqual([false, false, true, false]);
  });

  test('the price that an agency set is a sum, not a surcharge', () => {
    const set = drawn(<PriceLadder lines={[line('LIST_PRICE', 'List price', 900)]} total={usd(900)} />);
    expect(rowsOf(set)[0]).toEqual(['List price', '', '$9.00']);
  });
});

test.each(SIGNAL_CODES)(
  'the rule %s reads as a sentence: no place in it is left in braces, or without an example',
  (code) => {
    const { evidence } = aboutRule(code);
    const html = drawn(<RuleSentence evidence={evidence} examples={examplesOf(code)} />);
    expect(wordsOf(html)).toMatch(/^[^{}…]+[.]$/);
    expect(partsOf(html, 'em')).toHaveLength(evidence.split('{').length - 1);
  },
);

test.each([
  [0, 1, 'Exclusive: for one buyer only', 'free'],
  [1, 1, 'Sold 1 of 1', 'taken'],
  [0, 3, 'Sold 0 of 3', 'free free free'],
  [1, 3, 'Sold 1 of 3', 'taken free free'],
  [3, 3, 'Sold 3 of 3', 'taken taken taken'],
])('%i of %i shares sold: %s', (sold, max, name, dots) => {
  const html = drawn(<SharePips sold={sold} max={max} />);
  expect(valuesOf(html, 'aria-label')).toEqual([name]);
  expect(
    valuesOf(html, 'class')
      .filter((look) => look !== 'pips')
      .join(' '),
  ).toBe(dots);
});

describe('the ring of a window that closes', () => {
  const [start, end] = ['2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z'];
  const at = (now: string, words: { label?: string; over?: string }): string => {
    jest.spyOn(Date, 'now').mockReturnValue(new Date(now).getTime());
    return drawn(<ClockRing start={start} end={end} {...words} />);
  };
  const LABEL = { label: 'To answer:' };
  const BOTH = { ...LABEL, over: 'The time to answer is over.' };
  const isAmber = (html: string): boolean => {
    const [look] = valuesOf(html, 'class').filter((name) => name === 'late' || name === 'clock');
    return lookOf('ui/ClockRing.module.css', look!).includes('color: var(--lb-amber)');
  };
  afterEach(() => jest.restoreAllMocks());

  test.each([
    ['2026-03-01T00:00:00Z', {}, '4 days 0 hr left', false],
    ['2026-03-02T20:30:00Z', LABEL, 'To answer: 2 days 3 hr left', false],
    // A fifth is 19 h 12 min: 19 hours and 12 minutes before the end it begins.
    ['2026-03-04T04:48:00Z', BOTH, 'To answer: 19 hr 12 min left', false],
    ['2026-03-04T04:48:01Z', BOTH, 'To answer: 19 hr 11 min left', true],
    ['2026-03-04T23:59:01Z', {}, '0:59 left', true],
    ['2026-03-05T00:00:00Z', {}, 'Over', true],
    ['2026-03-06T00:00:00Z', LABEL, 'To answer: Over', true],
    ['2026-03-06T00:00:00Z', BOTH, 'The time to answer is over.', true],
  ])('at %s with %j says %j; amber: %s', (now, words, said, amber) => {
    const html = at(now, words);
    expect(wordsOf(html)).toBe(said);
    expect(isAmber(html)).toBe(amber);
  });

  test('has run around as far as time has', () => {
    const offset = (now: string): number => Number(valuesOf(at(now, {}), 'stroke-dashoffset')[0]);
    const whole = 2 * Math.PI * 8;
    expect(offset(start)).toBe(0);
    expect(offset('2026-03-02T00:00:00Z')).toBeCloseTo(whole / 4);
    expect(offset('2026-03-09T00:00:00Z')).toBeCloseTo(whole);
  });
});

describe('the market index', () => {
  const day = (date: string, volume: number, minor: number | null) => ({
    date,
    volume,
    medianPrice: minor === null ? null : usd(minor),
  });
  const days = [
    day('2026-03-01', 0, null),
    day('2026-03-02', 4, 2000),
    day('2026-03-03', 0, null),
    day('2026-03-04', 2, 4000),
    day('2026-03-05', 1, 1000),
    day('2026-03-06', 0, null),
  ];

  test('tells its run as a sentence of the days on which something was sold', () => {
    expect(valuesOf(drawn(<Curve days={days} />), 'aria-label')).toEqual([
      'Median price by day. First $20.00 on Mar 2. Last $10.00 on Mar 5. Lowest $10.00 on Mar 5. Highest $40.00 on Mar 4.',
    ]);
  });

  test('has no point on a day without sales; round prices are lines across, and say so beside it', () => {
    const html = drawn(<Curve days={days} />);
    const [curve, ...dots] = valuesOf(html, 'd');
    // Six days of 50 each, from a height of 42 for $10 to 6 for $40.
    expect(curve).toBe('M75 30L175 6L225 42');
    expect(dots).toEqual(['M75 30h0', 'M175 6h0', 'M225 42h0']);
    expect(partsOf(html, 'line').map((line) => Number(valuesOf(line, 'y1')[0]))).toEqual([42, 30, 18, 6]);
    for (const words of ['$10', '$20', '$30', '$40', 'Mar 1', 'Mar 6']) expect(html).toContain(`>${words}<`);
    const single = partsOf(html, 'path').filter((path) => path.includes('data-single'));
    expect(single.map((path) => valuesOf(path, 'd')[0])).toEqual(['M75 30h0']);
    const bars = partsOf(html, 'rect').filter((bar) => bar.includes('class="bar"'));
    expect(bars.map((bar) => Number(valuesOf(bar, 'height')[0]))).toEqual([0, 12, 0, 6, 3, 0]);
  });

  test.each([
    ['near prices evenly', [1584, 2838], [1500, 2000, 2500, 3000]],
    ['one price', [2563], [2550, 2600]],
    ['prices that differ by little', [2490, 2510], [2450, 2500, 2550]],
    ['prices far apart by their logarithm', [758, 11_379], [500, 2000, 10_000, 50_000]],
    ['the ends where they are round', [1000, 4000], [1000, 2000, 3000, 4000]],
  ])('its scale has few and round prices: %s', (_name, values, ticks) => {
    const scale = scaleOf(values);
    expect(scale.ticks).toEqual(ticks);
    expect([ticks[0]!, ticks.at(-1)!].map(scale.heightOf)).toEqual([0, 1]);
    expect(scale.heightOf(ticks[1]!)).toBeLessThanOrEqual(scale.heightOf(ticks.at(-1)!));
    for (const value of values) expect(Math.abs(scale.heightOf(value) - 0.5)).toBeLessThanOrEqual(0.5);
  });

  test('is a table too: the latest day first and not over yet, a dash where there is no price', () => {
    expect(rowsOf(drawn(<DayTable days={days} />)).slice(1)).toEqual([
      ['Mar 6, so far', '0', '–'],
      ['Mar 5', '1', '$10.00'],
      ['Mar 4', '2', '$40.00'],
      ['Mar 3', '0', '–'],
      ['Mar 2', '4', '$20.00'],
      ['Mar 1', '0', '–'],
    ]);
  });
});

describe('the money of a decision', () => {
  type Dispute = Parameters<typeof LedgerEffect>[0]['dispute'];
  const disputeOver = (gross: number, feeBps: number, windowEndsAt = '2100-01-01T00:00:00Z') =>
    ({
      sale: { feeBps, windowEndsAt },
      amounts: { paid: usd(gross) },
      ...{ agency: { name: 'Acme' }, buyer: { name: 'Bolt' } },
    }) as Dispute;
  const entriesOf = (dispute: Dispute, refund: number): { title: string; legs: string[][] }[] =>
    partsOf(drawn(<LedgerEffect dispute={dispute} refund={refund} />), 'tbody').map((entry) => {
      const [[title] = [], ...legs] = rowsOf(entry);
      return { title: title!, legs };
    });
  const cases = fc.tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }));

  test('each entry that the ledger will have sums to zero, and together they pay out all that is held', () => {
    fc.assert(
      fc.property(cases, ([gross, feeBps, partBps]) => {
        const entries = entriesOf(disputeOver(gross, feeBps), Math.floor((gross * partBps) / 10_000));
        for (const { legs } of entries) expect(sumOf(legs.map(([, amount]) => amount!))).toBe(0);
        const held = entries.flatMap(({ legs }) => legs.filter(([account]) => account === 'Held for Acme'));
        expect(sumOf(held.map(([, amount]) => amount!))).toBe(-gross);
      }),
      { numRuns: 40 },
    );
  });

  test('a part refund is two entries, each to the cent', () => {
    const over = disputeOver(1001, 1500, '2026-01-01T00:00:00Z');
    expect(entriesOf(over, 500)).toEqual([
      {
        title: 'Refund, now',
        legs: [
          ['Held for Acme', '-$5.00'],
          ['Wallet of Bolt', '+$5.00'],
        ],
      },
      {
        title: 'Release, now: the dispute window is over',
        legs: [
          ['Held for Acme', '-$5.01'],
          ['Earnings of Acme', '+$4.26'],
          ['Fees of the platform', '+$0.75'],
        ],
      },
    ]);
  });

  test.each([
    ['nothing goes back', 0, [expect.stringMatching(/^Release, on Jan 1, 2100|^Release, on Dec 31, 2099/)]],
    ['all goes back', 1000, ['Refund, now']],
  ])('one entry where %s', (_words, refund, titles) => {
    expect(entriesOf(disputeOver(1000, 1500), refund).map(({ title }) => title)).toEqual(titles);
  });

  test('by either decision buyer, agency and platform have what was paid', () => {
    fc.assert(
      fc.property(cases, ([gross, feeBps, partBps]) => {
        const refund = Math.floor((gross * partBps) / 10_000);
        const html = drawn(<DecisionMoney dispute={disputeOver(gross, feeBps)} outcome={null} refund={refund} />);
        const [head, buyer, agency, fee] = rowsOf(html) as [string[], string[], string[], string[]];
        expect(head.slice(1)).toEqual(['If accepted', 'If rejected']);
        expect([buyer[0], agency[0]]).toEqual(['Bolt gets back', 'Acme gets']);
        for (const column of [1, 2]) expect(sumOf([buyer, agency, fee].map((row) => row[column]!))).toBe(gross);
        expect([minorOf(buyer[1]!), minorOf(buyer[2]!)]).toEqual([refund, 0]);
      }),
      { numRuns: 40 },
    );
  });

  test('the picture leans to neither side before a decision is chosen, and shows no amount that may not go back', () => {
    const partsBy = (...[outcome, refund]: ['ACCEPTED' | 'REJECTED' | null, number | null]): string[] =>
      valuesOf(
        drawn(<DecisionMoney dispute={disputeOver(1000, 1500)} outcome={outcome} refund={refund} />),
        'data-part',
      ).slice(3);
    expect(partsBy(null, 1000)).toEqual(['none']);
    expect(partsBy('ACCEPTED', 400)).toEqual(['buyer', 'agency', 'fee']);
    expect(partsBy('REJECTED', 400)).toEqual(['agency', 'fee']);
    expect(partsBy('ACCEPTED', null)).toEqual(['none']);
    const html = drawn(<DecisionMoney dispute={disputeOver(1000, 1500)} outcome="ACCEPTED" refund={null} />);
    expect(rowsOf(html).map(([, accepted]) => accepted)).toEqual(['If accepted', '–', '–', '–']);
  });
});

test.each([
  ['IMPORTING', null, ['File', 'Columns', 'Check skipped', '4Import', '5Report']],
  ['IMPORTING', {}, ['File', 'Columns', 'Check', '4Import', '5Report']],
  ['READY', null, ['File', '2Columns', '3Check', '4Import', '5Report']],
])('the steps of an upload that is %s, checked: %j, are %j', (state, dryRun, steps) => {
  const batch = { state, dryRun } as Parameters<typeof BatchSteps>[0]['batch'];
  expect(partsOf(drawn(<BatchSteps batch={batch} />), 'li').map(wordsOf)).toEqual(steps);
});

test.each([
  ['REJECTED', '', 'Not kept, since rejected'],
  ['ERASED', '', 'Erased person'],
  ['REJECTED', 'A. B.', 'A. B.'],
] as const)('a lead that is %s, of whom %j is shown, is called %j', (state, text, name) => {
  const Named = () => useLeadName()({ state, preview: { text } });
  expect(wordsOf(drawn(<Named />))).toBe(name);
});

test.each([
  [['expense:stripe', 'clearing:stripe'], 'Platform → Stripe'],
  [['clearing:stripe', 'wallet:org_1'], 'Stripe → Bolt'],
  [['transit:stripe', 'clearing:stripe'], 'On its way out → At the provider'],
])('an entry from %j goes %s', (accounts, sides) => {
  const legs = accounts.map((account, place) => ({
    account,
    owner: account.startsWith('wallet') ? { id: 'org_1', name: 'Bolt' } : null,
    amount: usd(place === 0 ? -31 : 31),
  }));
  const Sides = () => sidesOf(legs, useAccountNames());
  expect(wordsOf(drawn(<Sides />))).toBe(sides);
});

test.each([
  ['HELD', 0, { Held: '$10.00' }],
  ['DISPUTED', 0, { Held: '$10.00' }],
  ['RELEASED', 0, { Agency: '$10.00' }],
  ['RELEASED', 400, { Agency: '$6.00', 'Back in the wallet': '$4.00' }],
  ['REFUNDED', 1000, { 'Back in the wallet': '$10.00' }],
])('the money of a sale that is %s, %i of it given back, is at %j', (state, refunded, places) => {
  const html = drawn(<MoneyTrail amounts={stationsOf({ state, gross: usd(1000), refunded: usd(refunded) })} />);
  const stations = ['Wallet', 'Held', 'Agency', 'Back in the wallet'] as const;
  expect(partsOf(html, 'li').map(wordsOf)).toEqual(
    stations.map((name) => `${name}${(places as Partial<Record<string, string>>)[name] ?? ''}`),
  );
});

describe('the money of a sale, as its buyer is told', () => {
  const held = {
    state: 'HELD' as const,
    gross: usd(1567),
    refunded: usd(0),
    windowEndsAt: '2026-12-04T20:47:00Z',
    releasedAt: null,
    refundedAt: null,
    dispute: null,
  };
  const words = (sale: Parameters<typeof BuyersMoney>[0]['sale']): string =>
    wordsOf(drawn(<BuyersMoney sale={sale} agency="Harbour Leads" />)).replaceAll(/\s/g, ' ');

  test('can be disputed while it is held', () => {
    expect(words(held)).toMatch(/Then it goes to Harbour Leads, unless you dispute the lead\.$/);
  });

  test('cannot be disputed again after a dispute that left a part of it held', () => {
    const said = words({ ...held, refunded: usd(1520), dispute: { state: 'ACCEPTED' } });
    expect(said).toContain('Held$0.47');
    expect(said).toMatch(/Then it goes to Harbour Leads\.$/);
    expect(said).not.toContain('unless you dispute');
  });
});

test.each([
  [null, false, 'Starting…'],
  [26, false, '26 rows a second'],
  [26, true, '0 rows a second at the moment; it is tried again by itself'],
])('an import of %s rows a second, standing still: %s, says %s', (rowsPerSecond, isStill, said) => {
  expect(wordsOf(drawn(<Pace rowsPerSecond={rowsPerSecond} isStill={isStill} />))).toBe(said);
});

test('the moments in a sentence of the server are written as the viewer has all others', () => {
  const end = new Date('2026-12-04T20:47:00.000Z');
  const said = `Open until ${spokenMoment(end)}. The agency answers.`;
  expect(withMoments(said, (iso) => `[${iso}]`)).toBe(`Open until [${end.toISOString()}]. The agency answers.`);
});

test('the last look at a claim shows the claim that is sent', () => {
  const html = drawn(<ClaimWords reason="NOT_AS_LISTED" text={' It was another city. '} attempts={2} />);
  expect(wordsOf(html)).toBe('Not as listed, in your words:It was another city.With your log of 2 attempts.');
});

describe('the bar of what is selected', () => {
  type Searched = Parameters<typeof BuyBar>[0]['market'];
  const found = { isLoading: false, hasMore: false };
  const pick = (id: string, minor: number, leadCount = 1) => ({ id, price: usd(minor), leadCount });
  const bar = (all: Picks['all'], rows: unknown[] = all as unknown[], search = found): string =>
    drawn(<BuyBar picks={{ all } as Picks} market={{ ...search, rows } as Searched} onBuy={() => undefined} />);

  test('sums leads and prices, by what is now known of each', () => {
    const html = bar(
      [pick('a', 1250), pick('lot', 90_000, 40), pick('c', 5)],
      [pick('a', 1300), pick('other', 7), pick('lot', 90_000, 40), pick('c', 5)],
    );
    expect(valuesOf(html, 'aria-label')).toEqual(['Selected leads']);
    expect(wordsOf(html)).toBe('42 leads selected$913.05ClearBuy');
  });

  test.each([
    ['of another search', found, '2 of them are not in this search. Unselect these'],
    [
      'that a further page may hold',
      { ...found, hasMore: true },
      '2 of them are not among the rows shown. Unselect these',
    ],
    ['while the search is on its way', { ...found, isLoading: true }, ''],
  ])('marks leads %s', (_which, search, said) => {
    const html = bar([pick('a', 1250), pick('lot', 100, 2)], [pick('a', 1250)], search);
    expect(wordsOf(html)).toBe(`3 leads selected${said}$13.50ClearBuy`);
  });

  test('is not there while nothing is selected', () => {
    expect(wordsOf(bar([]))).toBe('');
  });

  test.each([
    [100, false],
    [101, true],
  ])('with %i leads: too many for one purchase: %s', (leads, isTooMany) => {
    const html = bar([pick('lot', 100, leads - 1), pick('b', 100)]);
    expect(wordsOf(html).includes('One purchase has at most 100 leads.')).toBe(isTooMany);
    expect(partsOf(html, 'button').map((button) => / disabled=/.test(button))).toEqual([false, isTooMany]);
  });
});

test('what the checks found of a lead is the heaviest of it, and how much more there is', () => {
  const signals = [
    { code: 'PHONE_FICTION', weight: 0, evidence: 'A' },
    { code: 'PHONE_OTHER_COUNTRY', weight: 15, evidence: 'B' },
    { code: 'EMAIL_FICTION', weight: 0, evidence: 'C' },
  ];
  const html = drawn(<ShortSignals signals={signals} />);
  const buttons = partsOf(html, 'button').map((button) => [wordsOf(button), ...valuesOf(button, 'aria-label')]);
  expect(buttons).toEqual([['PHONE_OTHER_COUNTRY'], ['+2', '+2 more findings']]);
  expect(wordsOf(drawn(<ShortSignals signals={signals.slice(0, 1)} />))).not.toContain('+');
});

test('the eye of a hidden field says what a press does, in the words of the page', () => {
  const eye = (html: string): string[] => partsOf(html, 'button').flatMap((button) => valuesOf(button, 'aria-label'));
  expect(eye(drawn(<PasswordField label="Password" />))).toEqual(['Show password']);
  expect(eye(drawn(<PasswordField label="Access token" what="token" />))).toEqual(['Show token']);
});
