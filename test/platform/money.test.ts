import fc from 'fast-check';
import {
  add,
  allocate,
  decimalText,
  feeOf,
  formatMoney,
  halfway,
  isLess,
  minorFromDecimal,
  money,
  subtract,
  sum,
  toMinor,
} from '../../server/platform/money';

const usd = (minor: bigint) => money(minor, 'USD');
const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const positive = fc.bigInt({ min: 0n, max: 10n ** 18n });

describe('adding and comparing', () => {
  test('what was added can be taken away again', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
      }),
    );
  });

  test('a sum does not depend on the order of its parts, and of nothing is zero', () => {
    fc.assert(
      fc.property(fc.array(amounts), (parts) => {
        expect(sum([...parts].reverse().map(usd))).toEqual(sum(parts.map(usd)));
      }),
    );
    expect(sum([], 'KES')).toEqual(money(0n, 'KES'));
  });

  test('two currencies never mix', () => {
    const kes = money(1n, 'KES');
    expect(() => add(usd(1n), kes)).toThrow('USD and KES do not mix');
    expect(() => subtract(usd(1n), kes)).toThrow('do not mix');
    expect(() => isLess(usd(1n), kes)).toThrow('do not mix');
    expect(() => sum([usd(1n), kes])).toThrow('do not mix');
  });

  test('less means strictly less', () => {
    expect([isLess(usd(1n), usd(2n)), isLess(usd(2n), usd(2n)), isLess(usd(3n), usd(2n))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('halfway between two is the same from either side, rounded up to the whole unit', () => {
    const middles = [
      halfway(usd(4n), usd(8n)),
      halfway(usd(4n), usd(7n)),
      halfway(usd(7n), usd(4n)),
      halfway(usd(5n), usd(5n)),
    ];
    expect(middles.map(({ minor }) => minor)).toEqual([6n, 6n, 6n, 5n]);
    expect(() => halfway(usd(1n), money(1n, 'KES'))).toThrow('do not mix');
  });

  test('an unknown currency is refused', () => {
    expect(() => money(1n, 'ZZZ')).toThrow('unknown currency ZZZ');
  });
});

describe('splitting', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 40 })
    .filter((list) => list.some((weight) => weight > 0n));

  test('the parts sum to the whole, and each lies within one unit of its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        const whole = shares.reduce((a, b) => a + b, 0n);
        const parts = allocate(usd(total), shares);
        expect(sum(parts).minor).toBe(total);
        parts.forEach((part, index) => {
          const error = part.minor * whole - total * (shares[index] ?? 0n);
          expect(error < whole && error > -whole).toBe(true);
        });
      }),
    );
  });

  test('a part of weight 0 gets nothing', () => {
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        expect(allocate(usd(total), [...shares, 0n]).at(-1)).toEqual(usd(0n));
      }),
    );
  });

  test('units left over go to the largest remainders, the first of equal ones', () => {
    expect(allocate(usd(100n), [1n, 1n, 1n]).map((part) => part.minor)).toEqual([34n, 33n, 33n]);
    expect(allocate(usd(10n), [1n, 5n]).map((part) => part.minor)).toEqual([2n, 8n]);
    expect(allocate(usd(-5n), [1n, 1n]).map((part) => part.minor)).toEqual([-3n, -2n]);
  });

  test.each([[[]], [[0n, 0n]], [[2n, -1n]]])('weights %p are refused', (list) => {
    expect(() => allocate(usd(1n), list)).toThrow('weights must be 0 or more');
  });
});

describe('the fee', () => {
  test('is rounded down, never above its exact share, and less than one unit under it', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 0, max: 10_000 }), (gross, bps) => {
        const fee = feeOf(usd(gross), bps).minor * 10_000n;
        const exact = gross * BigInt(bps);
        expect(fee <= exact && exact - fee < 10_000n).toBe(true);
      }),
    );
  });

  test.each([
    [3900n, 1500, 585n],
    [1n, 9999, 0n],
    [333n, 1500, 49n],
    [333n, 10_000, 333n],
  ])('of %p at %p bps is %p', (gross, bps, fee) => {
    expect(feeOf(usd(gross), bps)).toEqual(usd(fee));
  });

  test('of a negative amount, or at a rate that is no rate, is refused', () => {
    expect(() => feeOf(usd(-1n), 1500)).toThrow('0 or more');
    expect(() => feeOf(usd(1n), 10_001)).toThrow('bps');
    expect(() => feeOf(usd(1n), 1.5)).toThrow('bps');
  });
});

describe('decimals', () => {
  test.each([
    [1.005, 'USD', 101n],
    [1.004999, 'USD', 100n],
    [0.1 + 0.2, 'USD', 30n],
    [-1.005, 'USD', -101n],
    [1e-7, 'USD', 0n],
    [1.5e21, 'USD', 150_000_000_000_000_000_000_000n],
    [12.5, 'JPY', 13n],
    [12.5, 'HUF', 1250n],
    [1.2345, 'KWD', 1235n],
  ])('%p %s is %p minor units', (value, currency, minor) => {
    expect(minorFromDecimal(value, currency)).toBe(minor);
  });

  test('an amount written out and read again is the same amount', () => {
    const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'HUF');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), currencies, (minor, currency) => {
        expect(minorFromDecimal(Number(decimalText(money(minor, currency))), currency)).toBe(minor);
      }),
    );
  });

  test.each([NaN, Infinity])('%p is no amount', (value) => {
    expect(() => minorFromDecimal(value, 'USD')).toThrow('finite');
  });

  test('stored amounts come back whole, as number or bigint, and a broken one is refused', () => {
    expect([toMinor(5), toMinor(5n), toMinor(undefined)]).toEqual([5n, 5n, 0n]);
    expect(() => toMinor(0.5)).toThrow('not a whole minor amount');
    expect(() => toMinor(2 ** 53)).toThrow('not a whole minor amount');
  });
});

describe('text', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test.each([
    [usd(123_450n), 'en', '$1,234.50'],
    [usd(-5n), 'en', '-$0.05'],
    [money(123_450n, 'HUF'), 'hu', '1234,50 Ft'],
    [money(1235n, 'JPY'), 'en', '¥1,235'],
    [usd(900_719_925_474_099_301n), 'en', '$9,007,199,254,740,993.01'],
  ])('%p in %s reads %s', (amount, locale, text) => {
    expect(plain(formatMoney(amount, locale))).toBe(text);
  });
});
