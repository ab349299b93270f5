import fc from 'fast-check';
import { countIn, medianOf, type Prices, volumeOf } from '../../server/modules/market/priceIndex/rules';
import { LISTING_STATUSES, nextRepricing, statusesBefore } from '../../server/modules/listings/rules';
import { feeBpsOf, mayMove, SALE_STATES, sharesOf, sharesOfLot } from '../../server/modules/market/sales/rules';
import { DAY } from '../../server/platform/clock';
import { add, isLess, money, sum } from '../../server/platform/money';

const usd = (minor: bigint) => money(minor, 'USD');

describe('the states of a sale', () => {
  const listed = [
    'HELD>DISPUTED',
    'HELD>RELEASED',
    'HELD>REFUNDED',
    'DISPUTED>HELD',
    'DISPUTED>RELEASED',
    'DISPUTED>REFUNDED',
  ];
  const pairs = SALE_STATES.flatMap((from) => SALE_STATES.map((to) => `${from}>${to}`));
  test.each(pairs)('%s is allowed if, and only if, the table lists it', (pair) => {
    const [from, to] = pair.split('>') as [(typeof SALE_STATES)[number], (typeof SALE_STATES)[number]];
    expect(mayMove(from, to)).toBe(listed.includes(pair));
  });
});

test('a listing comes into each status only from those that the table lists', () => {
  const table = Object.fromEntries(LISTING_STATUSES.map((status) => [status, statusesBefore(status)]));
  expect(table).toEqual({
    DRAFT: [],
    LISTED: ['DRAFT'],
    SOLD_OUT: ['LISTED'],
    WITHDRAWN: ['DRAFT', 'LISTED'],
    EXPIRED: ['DRAFT', 'LISTED'],
  });
});

test('fee and agency’s part are what the buyer paid and did not get back, to the cent, the fee rounded down', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 12n),
      fc.bigInt(0n, 100n),
      fc.integer({ min: 0, max: 10_000 }),
      (gross, percent, bps) => {
        const refunded = (gross * percent) / 100n;
        const { fee, net } = sharesOf(usd(gross), usd(refunded), bps);
        expect(add(fee, net)).toEqual(usd(gross - refunded));
        expect(fee.minor).toBe(((gross - refunded) * BigInt(bps)) / 10_000n);
        expect(isLess(net, usd(0n))).toBe(false);
      },
    ),
  );
});

test('the parts of a lot sum to its price, each within a cent of its proportion, and none is nothing', () => {
  fc.assert(
    fc.property(
      fc.bigInt(100n, 10n ** 9n),
      fc.array(fc.bigInt(0n, 10n ** 7n), { minLength: 1, maxLength: 100 }),
      (total, prices) => {
        const parts = sharesOfLot(usd(total), prices);
        expect(sum(parts, 'USD')).toEqual(usd(total));
        const whole = prices.reduce((all, price) => all + price, 0n);
        if (whole === 0n) return;
        const exact = prices.map((price) => (total * price) / whole);
        const lifted = BigInt(exact.filter((part) => part === 0n).length);
        parts.forEach(({ minor }, index) => {
          expect(minor).toBeGreaterThan(0n);
          expect(minor).toBeLessThanOrEqual(exact[index]! + 1n);
          expect(minor).toBeGreaterThanOrEqual(exact[index]! - lifted);
        });
      },
    ),
  );
});

test('what lifts the small parts of a lot to one cent comes from the largest', () => {
  expect(sharesOfLot(usd(10n), [1n, 1_000_000n, 1n]).map(({ minor }) => minor)).toEqual([1n, 8n, 1n]);
  expect(sharesOfLot(usd(3n), [0n, 0n, 5n]).map(({ minor }) => minor)).toEqual([1n, 1n, 1n]);
  expect(() => sharesOfLot(usd(2n), [1n, 1n, 1n])).toThrow('one minor unit a lead');
});

test('the agency’s own fee goes before the niche’s, and that before the market’s', () => {
  expect([feeBpsOf(900, 1200), feeBpsOf(0, 1200), feeBpsOf(null, 1200), feeBpsOf(undefined, null)]).toEqual([
    900, 0, 1200, 1500,
  ]);
});

test('a price is due again as the leads get a whole day older, never at once', () => {
  const first = new Date('2026-03-01T10:00:00Z');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 * DAY }), (age) => {
      const at = new Date(first.getTime() + age);
      const due = nextRepricing(first, at);
      expect(due.getTime()).toBeGreaterThan(at.getTime());
      expect((due.getTime() - first.getTime()) % DAY).toBe(0);
      expect(due.getTime() - at.getTime()).toBeLessThanOrEqual(DAY);
    }),
  );
});

test('the median is the price in the middle of all in their order, halfway between two where there are two', () => {
  const middleOf = (sorted: readonly bigint[]): bigint | null => {
    const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
    return low === undefined || high === undefined ? null : (low + high + 1n) / 2n;
  };
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 40n })), (paid) => {
      const prices: Prices = new Map();
      for (const minor of paid) countIn(prices, minor, 1);
      const sorted = [...paid].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(medianOf(prices, 'USD')?.minor ?? null).toBe(middleOf(sorted));
      expect(volumeOf(prices)).toBe(paid.length);
    }),
  );
});
