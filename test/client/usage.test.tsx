import { MemoryRouter } from 'react-router';
import { DisputeWay } from '../../client/src/pages/clicks/DisputeWay';
import { NotAnyMore } from '../../client/src/pages/disputes/NotAnyMore';
import { BudgetBars } from '../../client/src/pages/campaigns/BudgetBars';
import { RoomWords } from '../../client/src/pages/campaigns/usage/RoomWords';
import { useMomentThere } from '../../client/src/pages/campaigns/useMomentThere';
import { drawn, valuesOf, wordsOf } from './drawn';

/** What the pages of campaigns and clicks say of given moments. */

const fromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const shown = (iso: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

describe('a batch of clicks', () => {
  const batch = {
    ...{
      id: 'batch_1',
      state: 'OPEN' as const,
      from: fromNow(-30),
      agency: { id: 'a', name: 'Serengeti' },
      billed: 106,
    },
    ...{ windowOpensAt: fromNow(31), windowEndsAt: null, dispute: null },
  };
  const way = (changes: Partial<Parameters<typeof DisputeWay>[0]['batch']>, mayDispute = true): string =>
    drawn(
      <MemoryRouter>
        <DisputeWay batch={{ ...batch, ...changes }} mayDispute={mayDispute} />
      </MemoryRouter>,
    );

  test('that is still filled says on its button from when it can be disputed, which cannot be pressed before', () => {
    const html = way({});
    expect(wordsOf(html)).toBe(`Dispute from ${shown(batch.windowOpensAt)}`);
    expect(valuesOf(html, 'aria-label')).toEqual([
      `Dispute from ${shown(batch.windowOpensAt)} the clicks of ${shown(batch.from)} by Serengeti, once they are billed`,
    ]);
    expect(html).toContain('disabled');
    expect(valuesOf(html, 'href')).toEqual([]);
  });

  test('leads to its dispute once that moment is there, also where the page was opened before', () => {
    const ways = [way({ windowOpensAt: fromNow(-1) }), way({ state: 'HELD', windowEndsAt: fromNow(600) })];
    for (const html of ways) {
      expect(wordsOf(html)).toBe('Dispute');
      expect(valuesOf(html, 'href')).toEqual(['/disputes/new?batch=batch_1']);
    }
  });

  test('has no button where nothing is billed, the time is over, or for whom may not dispute', () => {
    const ways = [
      way({ billed: 0 }),
      way({ state: 'EMPTY', windowOpensAt: null }),
      way({ state: 'HELD', windowEndsAt: fromNow(-1) }),
      way({ state: 'RELEASED', windowEndsAt: fromNow(-1) }),
      way({}, false),
    ];
    expect(ways.map(wordsOf)).toEqual(['', '', '', '', '']);
  });

  test('that is still filled has a page that says the same to whom an address leads there', () => {
    const html = drawn(
      <MemoryRouter>
        <NotAnyMore
          thing={{ kind: 'CLICK_BATCH', windowOpensAt: batch.windowOpensAt, windowEndsAt: batch.from }}
          state="OPEN"
          disputeId={null}
          back={{ label: 'To the batch', to: '/' }}
        />
      </MemoryRouter>,
    );
    expect(wordsOf(html)).toContain('Clicks are still added to it');
    expect(wordsOf(html)).toContain(`can be disputed from ${shown(batch.windowOpensAt)}.`);
    expect(wordsOf(html)).not.toContain('Nothing of it is billed');
  });

  test('whose hour is over says that it is billed now, and no moment that has gone by', () => {
    const html = drawn(
      <MemoryRouter>
        <NotAnyMore
          thing={{ kind: 'CLICK_BATCH', windowOpensAt: fromNow(-1), windowEndsAt: batch.from }}
          state="OPEN"
          disputeId={null}
          back={{ label: 'To the batch', to: '/' }}
        />
      </MemoryRouter>,
    );
    expect(wordsOf(html)).toContain('It is billed now');
    expect(wordsOf(html)).not.toContain('can be disputed from');
  });
});

describe('what an agency reads of how many more are paid for', () => {
  const room = { price: { minor: '216', currency: 'USD' as const, decimal: '2.16' }, count: 10, limits: [] };
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const other = new Date().getTimezoneOffset() === -180 ? 'America/New_York' : 'Africa/Nairobi';
  const open = { room, hindrances: [], goesOnAt: null, timeZone: own };
  const words = (changes: Partial<Parameters<typeof RoomWords>[0]['campaign']>): string =>
    wordsOf(drawn(<RoomWords model="CLICK" campaign={{ ...open, ...changes }} />));

  test('is a number and its price while it takes visitors', () => {
    expect(words({})).toBe('At least 10 moreat $2.16 a click');
  });

  test('is none while it takes nobody, though its budgets have room, with why or until when', () => {
    expect(words({ hindrances: ['PAUSED'], room: null })).toBe('Noneit is paused');
    expect(words({ hindrances: ['OUT_OF_HOURS', 'NO_MONEY'] })).toBe(
      'Noneit is outside of its hours, the wallet of the business covers none',
    );
    const goesOnAt = fromNow(90);
    expect(words({ hindrances: ['OUT_OF_HOURS'], goesOnAt })).toBe(`Noneuntil ${shown(goesOnAt)}`);
  });

  test('names the clock of the campaign where that is another than the reader’s', () => {
    const goesOnAt = fromNow(90);
    const told = words({ hindrances: ['DAY_BUDGET_SPENT'], goesOnAt, timeZone: other });
    expect(told).toContain(`Noneuntil ${shown(goesOnAt)} (`);
    expect(told).toContain(` in ${other.replace('_', ' ')})`);
  });

  test('is nothing to whom it takes no visitors from', () => {
    expect(words({ room: null })).toBe('–');
  });
});

test('the moment at which a budget begins anew is said by the reader’s clock, and by the campaign’s where that is another', () => {
  const At = ({ zone }: { zone: string }) => useMomentThere(zone)('2026-11-29T21:00:00Z');
  const own = shown('2026-11-29T21:00:00Z');
  expect(wordsOf(drawn(<At zone={Intl.DateTimeFormat().resolvedOptions().timeZone} />))).toBe(own);
  const [zone, there] =
    new Date('2026-11-29T21:00:00Z').getTimezoneOffset() === -180
      ? ['America/New_York', 'Nov 29, 2026, 4:00 PM in America/New York']
      : ['Africa/Nairobi', 'Nov 30, 2026, 12:00 AM in Africa/Nairobi'];
  const words = wordsOf(drawn(<At zone={zone} />)).replaceAll(/\s/g, ' ');
  expect(words).toBe(`${own} (${there})`.replaceAll(/\s/g, ' '));
});

test('a budget that counts calls under way says how many, and what is kept ready for them', () => {
  const usd = (minor: number) => ({
    minor: String(minor),
    currency: 'USD' as const,
    decimal: (minor / 100).toFixed(2),
  });
  const today = { limit: usd(10_000), spent: usd(3000) };
  const campaign = { today, thisWeek: null, total: null, model: 'CALL' as const, state: 'RUNNING' as const };
  const words = (callsUnderWay: { count: number; held: ReturnType<typeof usd> } | null): string =>
    wordsOf(drawn(<BudgetBars campaign={{ ...campaign, hindrances: [], maxPrice: usd(1500), callsUnderWay }} />));
  expect(words({ count: 2, held: usd(2400) })).toBe(
    'Today$30.00 of $100.00$24.00 of it is kept ready for 2 calls under way; what these do not cost is free again.',
  );
  expect(words({ count: 1, held: usd(1200) })).toContain('kept ready for a call under way');
  for (const none of [{ count: 0, held: usd(0) }, null]) expect(words(none)).toBe('Today$30.00 of $100.00');
});
