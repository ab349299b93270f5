import fc from 'fast-check';
import { amountFault, exponentOf, parseMinor } from '../../client/src/app/format';
import { regionalAmong } from '../../client/src/app/region';
import { sumsOf, sumsOfLot } from '../../client/src/pages/leads/sums';
import { dayWords, numberWords } from '../../client/src/ui/useDetails';
import { percentOf, plainAmount, sharesAfter } from '../../client/src/pages/disputes/shares';

/** The client's arithmetic of money: what is typed is what is sent, and a preview of a decision loses no cent. */

describe('an amount that a person types', () => {
  test.each([
    ['12', 'USD', 1200],
    ['12.5', 'USD', 1250],
    ['1,204.50', 'USD', 120450],
    ['1.204,50', 'USD', 120450],
    ['12,50', 'USD', 1250],
    ['12,5', 'USD', 1250],
    ['1,204', 'USD', 120400],
    ['1,204,500', 'USD', 120450000],
    ['1.204.500', 'USD', 120450000],
    ['1 204.5', 'USD', 120450],
    ['12.', 'USD', 1200],
    ['1.234', 'KWD', 1234],
    [' 3 ', 'KWD', 3000],
    ['700', 'JPY', 700],
    ['0.07', 'EUR', 7],
  ])('%j in %s is %i minor units', (text, currency, minor) => {
    expect(parseMinor(text, currency)).toBe(minor);
  });

  test.each([
    ['', 'USD'],
    ['-1', 'USD'],
    ['1.234', 'USD'],
    ['1,2,3', 'USD'],
    ['12,3456', 'USD'],
    ['1,20,450', 'USD'],
    ['1,204,50', 'USD'],
    ['1.204.50', 'USD'],
    [',', 'USD'],
    ['.5.', 'USD'],
    ['1.5', 'JPY'],
    ['ten', 'USD'],
    ['1e3', 'USD'],
    ['99999999999999999', 'USD'],
  ])('%j in %s is none', (text, currency) => {
    expect(parseMinor(text, currency)).toBeNull();
  });

  test.each([
    ['12.50', 'USD', null],
    ['0', 'USD', 'nothing'],
    ['0.00', 'USD', 'nothing'],
    ['-4', 'USD', 'nothing'],
    ['−4,50', 'USD', 'nothing'],
    ['0.001', 'USD', 'decimals'],
    ['1.005', 'USD', 'decimals'],
    ['1.5', 'JPY', 'decimals'],
    ['1.234', 'KWD', null],
    ['', 'USD', 'amount'],
    ['abc', 'USD', 'amount'],
    ['-abc', 'USD', 'amount'],
    ['99999999999999999', 'USD', 'amount'],
  ])('of %j in %s the fault is %s', (text, currency, fault) => {
    expect(amountFault(text, currency)).toBe(fault);
  });

  test('reads back what it was written as', () => {
    const currencies = fc.constantFrom('USD', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), currencies, (minor, currency) => {
        expect(parseMinor(plainAmount({ minor, currency }), currency)).toBe(minor);
      }),
    );
    expect(['USD', 'JPY', 'KWD'].map(exponentOf)).toEqual([2, 0, 3]);
  });
});

test('what buyer, agency and platform have after a decision sums to what was paid', () => {
  const whole = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 3000 }),
      (minor, percent, feeBps) => {
        const gross = { minor, currency: 'USD' };
        const refund = percentOf(gross, percent);
        const { buyer, agency, fee } = sharesAfter(gross, refund, feeBps);
        expect(Number(buyer.minor) + Number(agency.minor) + Number(fee.minor)).toBe(minor);
        expect(Math.min(Number(buyer.minor), Number(agency.minor), Number(fee.minor))).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

describe('the region by which numbers and dates are written', () => {
  test.each([
    ['en', ['en-GB', 'en-US'], 'en-GB'],
    ['el', ['en-GB', 'el-CY'], 'el-CY'],
    ['en', ['sw-KE', 'el'], 'en'],
    ['en', ['en-US@posix', 'en-US'], 'en-US'],
    ['en', ['en-US@posix'], 'en'],
    ['en', [], 'en'],
  ])('%s among %j is %s', (language, tags, region) => {
    expect(regionalAmong(language, tags)).toBe(region);
  });
});

describe('what leads would bring, before they are put on sale', () => {
  const usd = (minor: number) => ({ minor, currency: 'USD' });
  const price = (minor: number, count: number, feeBps: number | null = 1500) => ({
    total: usd(minor),
    net: feeBps === null ? null : usd(minor - Math.floor((minor * feeBps) / 10_000)),
    feeBps,
    count,
  });

  test('one by one they bring their prices, as often as each is sold', () => {
    expect(sumsOf([price(1000, 2), price(3000, 1)], 3)).toEqual({ together: 15_000, gross: 15_000, net: 12_750 });
  });

  test('a lot that costs less than its floor costs the floor, and its fee is of that', () => {
    expect(sumsOfLot([price(3893, 2)], 8000)).toEqual({ together: 7786, gross: 8000, net: 6800 });
    expect(sumsOfLot([price(3893, 2)], 7000)).toEqual({ together: 7786, gross: 7786, net: 6620 });
  });

  test('where the fee is not known, neither is what is earned', () => {
    expect(sumsOfLot([price(1000, 2, null)], 4000)).toEqual({ together: 2000, gross: 4000, net: null });
    expect(sumsOf([price(1000, 1), price(1000, 1, null)], 1).net).toBeNull();
  });
});

test.each([
  ['2026-12-24', 'en-GB', '24 Dec 2026'],
  ['2026-12-24', 'en-US', 'Dec 24, 2026'],
  ['2026-13-24', 'en-US', '2026-13-24'],
  ['on 2026-12-24', 'en-US', 'on 2026-12-24'],
  ['two children', 'en-US', 'two children'],
])('the answer %j is told in %s as %j', (text, locale, words) => expect(dayWords(text, locale)).toBe(words));

test.each([
  ['430000', 'MONEY', 'en', '430,000'],
  ['90000.5', 'MONEY', 'de', '90.000,5'],
  ['2015', 'NUMBER', 'en', '2015'],
  ['12000', 'NUMBER', 'en', '12,000'],
  ['12 500 EUR', 'MONEY', 'en', '12 500 EUR'],
  ['0712345678', 'TEXT', 'en', '0712345678'],
  ['430000', undefined, 'en', '430000'],
])('the answer %j to a question of kind %s is told in %s as %j', (text, kind, locale, words) =>
  expect(numberWords(text, kind, locale)).toBe(words),
);
