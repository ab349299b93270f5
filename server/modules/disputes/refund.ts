import { type DecideDisputeInput } from '../../generated/graphql';
import { invalidInput } from '../../platform/errors';
import { allocate, formatMoney, isLess, type Money, money, toMinor } from '../../platform/money';
import { type Chosen } from './part';
import { type DisputeRow } from './model';
import { worthOf } from './part';

const WHOLE_BPS = 10_000;

type Claim = Pick<DisputeRow, 'grossMinor' | 'claimedMinor' | 'currency' | 'part'>;

/** What goes back, and how many clicks or which where the adjudicator counted or named them. */
export interface Refund {
  amount: Money;
  count?: number;
  named?: Chosen['named'];
}

/**
 * How much an accepted claim gives back: all that is claimed unless the adjudicator named an amount, a share, a number of
 * clicks or clicks of the claim (`chosen`). A part is refused where the reason's rule does not allow one. Throws
 * InvalidInput.
 */
export function refundOf(
  { outcome, refund }: DecideDisputeInput,
  claim: Claim,
  allowsPart: boolean,
  chosen: Chosen | null = null,
): Refund | null {
  if (outcome === 'REJECTED') {
    if (refund) throw invalidInput('A rejected claim gives nothing back.', ['refund']);
    return null;
  }
  const claimed = money(toMinor(claim.claimedMinor), claim.currency);
  const named = refund ? namedRefund(refund, claim, claimed, chosen) : { amount: claimed };
  if (isLess(named.amount, claimed) && !allowsPart) {
    throw invalidInput('What was none is never paid for: this reason is refunded in full or not at all.', ['refund']);
  }
  return named;
}

type Named = NonNullable<DecideDisputeInput['refund']>;

function namedRefund(
  { amount, shareBps, count, clicks }: Named,
  claim: Claim,
  claimed: Money,
  chosen: Chosen | null,
): Refund {
  const given = [amount, shareBps, count, clicks].filter((each) => each !== null && each !== undefined);
  if (given.length !== 1)
    throw invalidInput('Give an amount, a share, a number of clicks or which, one of them.', ['refund']);
  if (chosen) return refundOfChosen(chosen, claim, claimed);
  if (typeof count === 'number') return { amount: worthOfClicks(count, claim), count };
  if (typeof shareBps === 'number') return { amount: shareOf(claimed, shareBps) };
  const named = amount!;
  if (named.currency !== claimed.currency) {
    throw invalidInput(`It was paid in ${claimed.currency}.`, ['refund', 'amount', 'currency']);
  }
  if (named.minor <= 0n || named.minor > claimed.minor) {
    throw invalidInput(`Give more than 0 and at most ${formatMoney(claimed)}.`, ['refund', 'amount', 'minor']);
  }
  return { amount: money(named.minor, named.currency) };
}

/** Where a claim only counts its clicks, those that are named are no more than it claims. */
function refundOfChosen({ named, count, minor }: Chosen, { part }: Claim, claimed: Money): Refund {
  if (!part || count > part.claimed || minor > claimed.minor)
    throw invalidInput(`These ${count} clicks cost more than the ${formatMoney(claimed)} that are claimed.`, [
      'refund',
      'clicks',
    ]);
  return { amount: money(minor, claimed.currency), count, named };
}

function worthOfClicks(count: number, { part, grossMinor, claimedMinor, currency }: Claim): Money {
  if (!part) throw invalidInput('There are no clicks to count: name an amount or a share.', ['refund', 'count']);
  if (count < 1 || count > part.claimed)
    throw invalidInput(`Give back 1 to ${part.claimed} clicks: so many are claimed.`, ['refund', 'count']);
  if (part.named) return worthOf(count, part.claimed, money(toMinor(claimedMinor), currency));
  return worthOf(count, part.of, money(toMinor(grossMinor), currency));
}

/** The share of what is claimed, to the nearest minor unit; never nothing. */
function shareOf(claimed: Money, shareBps: number): Money {
  if (shareBps < 1 || shareBps > WHOLE_BPS) throw invalidInput('A share is 1 to 10,000.', ['refund', 'shareBps']);
  const [share] = allocate(claimed, [BigInt(shareBps), BigInt(WHOLE_BPS - shareBps)]);
  if (share!.minor === 0n) throw invalidInput('This share is less than one minor unit.', ['refund', 'shareBps']);
  return share!;
}
