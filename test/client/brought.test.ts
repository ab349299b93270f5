import { byChannel, byNiche, countsOf } from '../../client/src/pages/earnings/bringing';

/** What the charts of earnings count: leads, visits and calls, each to its channel and all of a niche together. */

const usd = (minor: number) => ({ minor, currency: 'USD' });
const niche = (name: string) => ({ id: name, slug: name, name, path: [] });
const sold = (saleCount: number, net: number, releasedCount = 0, releasedNet = 0) => ({
  sum: { saleCount, net: usd(net), releasedCount, releasedNet: usd(releasedNet) },
});
const billed = (model: 'CLICK' | 'CALL', name: string, count: number, net: number, released = 0) => ({
  model,
  niche: niche(name),
  count,
  net: usd(net),
  releasedCount: released && count,
  releasedNet: usd(released),
});

const sources = {
  byChannel: [{ channel: 'SEARCH' as const, ...sold(2, 900, 1, 400) }],
  byNiche: [
    { niche: niche('Motor'), ...sold(1, 500) },
    { niche: niche('Home'), ...sold(1, 400, 1, 400) },
  ],
  byUsage: [billed('CLICK', 'Home', 30, 300), billed('CALL', 'Home', 2, 5000, 5000), billed('CALL', 'Roofs', 1, 700)],
};
const told = (rows: ReturnType<typeof byNiche>) =>
  rows.map(({ name, counts, money }) => [name, counts, money.minor, money.currency]);

test('visits and calls are channels of their own, and of a niche they stand with its leads; the most money first', () => {
  expect(told(byChannel(sources, 'all', (name) => name.toLowerCase()))).toEqual([
    ['call', { CALL: 3 }, 5700, 'USD'],
    ['search', { LEAD: 2 }, 900, 'USD'],
    ['click', { CLICK: 30 }, 300, 'USD'],
  ]);
  expect(told(byNiche(sources, 'all'))).toEqual([
    ['Home', { LEAD: 1, CLICK: 30, CALL: 2 }, 5700, 'USD'],
    ['Roofs', { CALL: 1 }, 700, 'USD'],
    ['Motor', { LEAD: 1 }, 500, 'USD'],
  ]);
  expect(countsOf(byNiche(sources, 'all'))).toEqual({ LEAD: 2, CLICK: 30, CALL: 3 });
});

test('of what was earned, only what was released counts', () => {
  expect(told(byNiche(sources, 'earned'))).toEqual([['Home', { LEAD: 1, CALL: 2 }, 5400, 'USD']]);
});
