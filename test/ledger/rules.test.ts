import fc from 'fast-check';
import {
  accounts,
  amountOn,
  checkedEntry,
  type JournalEntry,
  kindOf,
  walletMovements,
} from '../../server/modules/ledger/rules';

const entry = (legs: JournalEntry['legs'], id = 'adj:1', currency = 'USD'): JournalEntry => ({
  id,
  currency,
  legs,
  refs: {},
  actor: 'system',
  at: new Date(0),
});

const leg = (account: string, amountMinor: bigint) => ({ account, amountMinor });

describe('an entry', () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 8 });

  test('is accepted when its legs sum to zero, and refused when they do not', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -5n, max: 5n }), (parts, error) => {
        const total = parts.reduce((sum, part) => sum + part, 0n);
        fc.pre(parts.some((part) => part !== 0n) && total !== 0n);
        const legs = [
          ...parts.map((part, index) => leg(`wallet:org_${index}`, part)),
          leg('hold:org_a', error - total),
        ];
        if (error === 0n)
          expect(checkedEntry(entry(legs)).legs.every(({ amountMinor }) => amountMinor !== 0n)).toBe(true);
        else expect(() => checkedEntry(entry(legs))).toThrow(`out of balance by ${error}`);
      }),
    );
  });

  test('loses its legs of zero, and needs two others', () => {
    const legs = [leg('hold:org_a', -9n), leg('payable:org_a', 9n), leg('revenue:fees', 0n)];
    expect(checkedEntry(entry(legs)).legs).toHaveLength(2);
    expect(() => checkedEntry(entry([leg('revenue:fees', 0n), leg('hold:org_a', 0n)]))).toThrow('fewer than two legs');
  });

  test('needs a key of a known kind and a known currency', () => {
    const legs = [leg('hold:org_a', -9n), leg('payable:org_a', 9n)];
    expect(() => checkedEntry(entry(legs, 'gift:sale_1'))).toThrow('names no kind of entry');
    expect(() => checkedEntry(entry(legs, 'rel:sale_1', 'ZZZ'))).toThrow('unknown currency');
    expect(kindOf('pur:sale_1')).toBe('PURCHASE');
  });

  test('does to an account what its legs there sum to', () => {
    const posted = entry([leg('wallet:org_a', 5n), leg('wallet:org_a', -2n), leg('hold:org_b', -3n)]);
    expect(amountOn(posted, 'wallet:org_a')).toEqual({ minor: 3n, currency: 'USD' });
    expect(amountOn(posted, 'wallet:org_c')).toEqual({ minor: 0n, currency: 'USD' });
  });
});

describe('what entries do to wallets', () => {
  test('is summed per wallet and currency, in one order whatever order they come in', () => {
    const entries = [
      entry([leg(accounts.wallet('org_b'), -9n), leg(accounts.hold('org_x'), 9n)]),
      entry([leg(accounts.wallet('org_a'), -4n), leg(accounts.reserved('org_a'), 4n)]),
      entry([leg(accounts.hold('org_x'), -3n), leg(accounts.wallet('org_b'), 3n)]),
      entry([leg(accounts.wallet('org_a'), 7n), leg(accounts.adjustment(), -7n)], 'adj:2', 'KES'),
    ];
    const expected = [
      { organisationId: 'org_a', currency: 'KES', available: 7n, reserved: 0n },
      { organisationId: 'org_a', currency: 'USD', available: -4n, reserved: 4n },
      { organisationId: 'org_b', currency: 'USD', available: -6n, reserved: 0n },
    ];
    expect(walletMovements(entries)).toEqual(expected);
    expect(walletMovements([...entries].reverse())).toEqual(expected);
  });
});
