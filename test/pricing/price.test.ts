import fc from 'fast-check';
import { ageFactor } from '../../server/modules/pricing/age';
import { competitionFactor } from '../../server/modules/pricing/competitionRules';
import { type Factors, FACTORS, faultOf, FIRST_VALUES } from '../../server/modules/pricing/factors';
import { qualityOf } from '../../server/modules/pricing/qualityRules';
import { discounted, type PriceTerms, priceWith, volumeDiscountOf } from '../../server/modules/pricing/rules';
import { money, sum } from '../../server/platform/money';

const factors: Factors = { version: 1, values: FIRST_VALUES, countries: {} };

const plain: PriceTerms = {
  base: money(2500n, 'USD'),
  baseLabel: 'Motor insurance, per lead',
  countryBps: 10_000,
  countryName: 'United States',
  cityTier: 'ORDINARY',
  competitionBps: 10_000,
  qualityBps: 10_000,
  temperature: 'WARM',
  contactKind: 'REGISTRATION',
  isVerified: false,
  isExclusive: false,
  ageDays: 0,
  floorMinor: 0n,
};
const priceOf = (terms: Partial<PriceTerms>): bigint => priceWith({ ...plain, ...terms }, factors).total.minor;

const terms: fc.Arbitrary<PriceTerms> = fc.record({
  base: fc.bigInt({ min: 1n, max: 100_000_000n }).map((minor) => money(minor, 'USD')),
  baseLabel: fc.constant('Base'),
  countryBps: fc.integer({ min: 500, max: 30_000 }),
  countryName: fc.constant('Country'),
  cityTier: fc.constantFrom('ORDINARY', 'LARGE', 'CAPITAL'),
  competitionBps: fc.integer({ min: 0, max: 60_000 }),
  qualityBps: fc.integer({ min: 0, max: 60_000 }),
  temperature: fc.constantFrom('COLD', 'WARM', 'HOT'),
  contactKind: fc.constantFrom('QUICK', 'REGISTRATION', 'PROMO', 'INTERESTED'),
  isVerified: fc.boolean(),
  isExclusive: fc.boolean(),
  ageDays: fc.integer({ min: 0, max: 400 }),
  floorMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
});

describe('the price formula', () => {
  test('each factor has its published size', () => {
    const table: [Partial<PriceTerms>, bigint][] = [
      [{}, 2500n],
      [{ countryBps: 4_000 }, 1000n],
      [{ cityTier: 'CAPITAL' }, 3500n],
      [{ cityTier: 'LARGE' }, 3000n],
      [{ temperature: 'HOT' }, 3750n],
      [{ temperature: 'COLD' }, 1500n],
      [{ isVerified: true }, 3125n],
      [{ contactKind: 'INTERESTED' }, 3000n],
      [{ contactKind: 'QUICK' }, 2250n],
      [{ isExclusive: true }, 5500n],
      [{ ageDays: 7 }, 1250n],
      [{ ageDays: 14 }, 625n],
      [{ ageDays: 365 }, 250n],
      [{ competitionBps: 50_000 }, 5000n],
      [{ competitionBps: 0 }, 1500n],
      [{ qualityBps: 50_000 }, 3250n],
      [{ qualityBps: 0 }, 1750n],
      [{ floorMinor: 9900n }, 9900n],
      // 25.00 x 0.40 x 1.40 x 1.5 x 1.25 x 1.2 x 2.2 = 69.30
      [
        {
          countryBps: 4_000,
          cityTier: 'CAPITAL',
          temperature: 'HOT',
          isVerified: true,
          contactKind: 'INTERESTED',
          isExclusive: true,
        },
        6930n,
      ],
    ];
    for (const [given, expected] of table) expect([given, priceOf(given)]).toEqual([given, expected]);
  });

  test('a price has its reasons as lines a person can read', () => {
    const { lines, total } = priceWith(
      {
        ...plain,
        countryName: 'Kenya',
        countryBps: 4_000,
        cityTier: 'CAPITAL',
        temperature: 'HOT',
        ageDays: 3,
        floorMinor: 2000n,
      },
      factors,
    );
    expect(lines.map(({ label, amount }) => `${label} = ${amount.minor}`)).toEqual([
      'Motor insurance, per lead = 2500',
      'Kenya: -60% = -1500',
      'Capital city: +40% = 400',
      'Hot lead: +50% = 700',
      'On sale for 3 days: -25.71% = -540',
      'Agency’s lowest price = 440',
    ]);
    expect(total).toEqual(money(2000n, 'USD'));
  });

  test('the lines sum to the total, whatever the facts', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { lines, total } = priceWith(given, factors);
        expect(sum(lines.map(({ amount }) => amount))).toEqual(total);
      }),
    );
  });

  test('the factors on the lines multiply to the price, which is rounded once, half a unit at most', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { lines, total } = priceWith({ ...given, floorMinor: 0n }, factors);
        const shown = lines
          .filter(({ factor }) => factor !== null)
          .map(({ factor }) => BigInt(Math.round(factor! * 10_000)));
        const numerator = shown.reduce((product, factor) => product * factor, given.base.minor);
        const denominator = 10_000n ** BigInt(shown.length);
        const error = numerator - total.minor * denominator;
        const isLeastPrice = total.minor === 1n && numerator < denominator;
        expect(isLeastPrice || (error < 0n ? -error : error) * 2n <= denominator).toBe(true);
      }),
    );
  });

  test('a price is never under the agency’s floor, nor under one minor unit', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { minor } = priceWith(given, factors).total;
        expect(minor >= given.floorMinor && minor >= 1n).toBe(true);
      }),
    );
  });

  test('more of what is worth more never costs less', () => {
    const better: ((given: PriceTerms) => PriceTerms)[] = [
      (given) => ({ ...given, base: money(given.base.minor + 1n, 'USD') }),
      (given) => ({ ...given, countryBps: given.countryBps + 100 }),
      (given) => ({ ...given, cityTier: given.cityTier === 'ORDINARY' ? 'LARGE' : 'CAPITAL' }),
      (given) => ({ ...given, competitionBps: given.competitionBps + 500 }),
      (given) => ({ ...given, qualityBps: given.qualityBps + 500 }),
      (given) => ({ ...given, temperature: given.temperature === 'COLD' ? 'WARM' : 'HOT' }),
      (given) => ({ ...given, isVerified: true }),
      (given) => ({ ...given, isExclusive: true }),
      (given) => ({ ...given, contactKind: 'INTERESTED' }),
      (given) => ({ ...given, ageDays: Math.max(0, given.ageDays - 1) }),
      (given) => ({ ...given, floorMinor: given.floorMinor + 100n }),
    ];
    fc.assert(
      fc.property(terms, fc.constantFrom(...better), (given, change) => {
        const before = priceWith(given, factors).total.minor;
        const after = priceWith(change(given), factors).total.minor;
        expect(after >= before).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('age', () => {
  test('halves a price every 7 days, exactly at whole weeks, down to 10 %', () => {
    expect([0, 1, 3, 6, 7, 14, 21, 22, 23, 24, 100].map((days) => ageFactor(days, 7, 1_000))).toEqual([
      10_000, 9_057, 7_429, 5_520, 5_000, 2_500, 1_250, 1_132, 1_025, 1_000, 1_000,
    ]);
  });

  test('follows 2^(-days / half-life) to a ten-thousandth for every setting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (days, halfLife) => {
        const exact = Math.max(10_000 * 2 ** (-days / halfLife), 100);
        expect(Math.abs(ageFactor(days, halfLife, 100) - exact)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('competition', () => {
  test('is x1 where nothing is known and where wanted and offered are alike', () => {
    expect(competitionFactor(0, 0, 6_000, 20_000)).toBe(10_000);
    expect(competitionFactor(70, 70, 6_000, 20_000)).toBe(10_000);
  });

  test('rises with what is wanted, falls with what is offered, and stays within its limits', () => {
    const count = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(count, count, (wanted, onOffer) => {
        const here = competitionFactor(wanted, onOffer, 6_000, 20_000);
        expect(here).toBeGreaterThanOrEqual(6_000);
        expect(here).toBeLessThanOrEqual(20_000);
        expect(competitionFactor(wanted + 1, onOffer, 6_000, 20_000)).toBeGreaterThanOrEqual(here);
        expect(competitionFactor(wanted, onOffer + 1, 6_000, 20_000)).toBeLessThanOrEqual(here);
      }),
    );
  });

  test('one purchase in an empty cell moves the price by 5 %, not to the limit', () => {
    expect(competitionFactor(1, 0, 6_000, 20_000)).toBe(10_500);
  });
});

describe('an agency’s grade', () => {
  const gradeOf = (sales: number, refunded: number) =>
    qualityOf({ sales, refundedBps: refunded * 10_000 }, 7_000, 13_000);

  test('follows its record: newcomers C, a clean record A, refunds at the line of suspension E', () => {
    expect(gradeOf(0, 0)).toEqual({ bps: 10_000, score: 600, grade: 'C', sales: 0 });
    expect(gradeOf(300, 0).grade).toBe('A');
    expect(gradeOf(300, 300)).toMatchObject({ bps: 7_000, grade: 'E', score: 0 });
    expect(gradeOf(300, 36).grade).toBe('D');
  });

  test('one refund of a newcomer costs it little', () => {
    expect(gradeOf(1, 1).bps).toBeGreaterThan(9_300);
  });

  test('never rises with a refund, never falls with a clean sale, and stays within its limits', () => {
    const record = fc.record({
      sales: fc.integer({ min: 0, max: 5_000 }),
      refunded: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(record, ({ sales, refunded }) => {
        const before = { sales: sales + 1, refundedBps: Math.floor(sales * refunded * 10_000) };
        const here = qualityOf(before, 7_000, 13_000).bps;
        expect(here).toBeGreaterThanOrEqual(7_000);
        expect(here).toBeLessThanOrEqual(13_000);
        expect(
          qualityOf({ ...before, refundedBps: before.refundedBps + 10_000 }, 7_000, 13_000).bps,
        ).toBeLessThanOrEqual(here);
        expect(qualityOf({ ...before, sales: before.sales + 1 }, 7_000, 13_000).bps).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});

describe('the volume discount', () => {
  test('begins at 25, 100 and 500 leads', () => {
    expect([1, 24, 25, 99, 100, 499, 500, 9_999].map((count) => volumeDiscountOf(count, factors))).toEqual([
      0, 0, 500, 500, 1_000, 1_000, 1_500, 1_500,
    ]);
  });

  test('never takes a price under the floor, and never over the price shown', () => {
    const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(0, 500, 1_000, 1_500), (price, floor, discount) => {
        const charged = discounted(price, floor, discount, 'USD');
        expect(charged <= price).toBe(true);
        expect(charged >= (floor < price ? floor : price)).toBe(true);
      }),
    );
  });
});

describe('the settings', () => {
  test('those of a new market make a sensible formula', () => {
    expect(faultOf(FIRST_VALUES)).toBeNull();
  });

  test('values out of bounds, a cold lead dearer than a warm one, and a premium that takes away are refused', () => {
    expect(faultOf({ ...FIRST_VALUES, HOT: FACTORS.HOT.most + 1 })).toMatch(/^HOT is/);
    expect(faultOf({ ...FIRST_VALUES, HOT: 12_000.5 })).toMatch(/^HOT is a whole number/);
    expect(faultOf({ ...FIRST_VALUES, COLD: 11_000 })).toBe('COLD may not be over WARM.');
    expect(faultOf({ ...FIRST_VALUES, VERIFIED: 9_000 })).toMatch(/^VERIFIED may not be under/);
  });
});
