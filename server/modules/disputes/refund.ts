import { type DecideDisputeInput } from '../../generated/graphql';
import { invalidInput } from '../../platform/errors';
import { allocate, formatMoney, isLess, type Money, money } from '../../platform/money';

const WHOLE_BPS = 10_000;

/**
 * How much an accepted claim gives back: all of `paid` unless the adjudicator named an amount or a share. A part is
 * refused where the reason's rule does not allow one. Throws InvalidInput.
 */
export function refundOf({ outcome, refund }: DecideDisputeInput, paid: Money, allowsPart: boolean): Money | null {
  if (outcome === 'REJECTED') {
    if (refund) throw invalidInput('A rejected claim gives nothing back.', ['refund']);
    return null;
  }
  const amount = refund ? namedRefund(refund, paid) : paid;
  if (isLess(amount, paid) && !allowsPart) {
    throw invalidInput('A pseudo-lead is never paid for: this reason is refunded in full or not at all.', ['refund']);
  }
  return amount;
}

function namedRefund({ amount, shareBps }: NonNullable<DecideDisputeInput['refund']>, paid: Money): Money {
  if (Boolean(amount) === (typeof shareBps === 'number')) {
    throw invalidInput('Give an amount or a share, one of the two.', ['refund']);
  }
  if (typeof shareBps === 'number') return shareOf(paid, shareBps);
  const named = amount!;
  if (named.currency !== paid.currency) {
    throw invalidInput(`The sale was paid in ${paid.currency}.`, ['refund', 'amount', 'currency']);
  }
  if (named.minor <= 0n || named.minor > paid.minor) {
    throw invalidInput(`Give more than 0 and at most ${formatMoney(paid)}.`, ['refund', 'amount', 'minor']);
  }
  return money(named.minor, named.currency);
}

/** The share of what was paid, to the nearest minor unit; never nothing. */
function shareOf(paid: Money, shareBps: number): Money {
  if (shareBps < 1 || shareBps > WHOLE_BPS) throw invalidInput('A share is 1 to 10,000.', ['refund', 'shareBps']);
  const [share] = allocate(paid, [BigInt(shareBps), BigInt(WHOLE_BPS - shareBps)]);
  if (share!.minor === 0n) throw invalidInput('This share is less than one minor unit.', ['refund', 'shareBps']);
  return share!;
}
