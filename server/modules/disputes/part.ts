import { invalidInput } from '../../platform/errors';
import { isLess, type Money, money, scale } from '../../platform/money';
import { type PartRow } from './model';
import { type Subject } from './subjects';

/** What so many of the counted parts are worth: the same share each, to the nearest minor unit and never nothing. */
export function worthOf(count: number, of: number, gross: Money): Money {
  const share = scale(gross, BigInt(count), BigInt(of));
  const least = money(1n, gross.currency);
  return isLess(share, least) ? least : share;
}

/** The part of a subject that a claim is about, and what it is worth; all where none is named. Throws InvalidInput. */
export function claimedOf(
  { count: paid, grossMinor, currency }: Subject,
  named: number | null | undefined,
): { part: PartRow | null; claimedMinor: bigint } {
  if (paid === null) {
    if (typeof named === 'number') throw invalidInput('Only of a batch of clicks a number can be claimed.', ['count']);
    return { part: null, claimedMinor: grossMinor };
  }
  const claimed = named ?? paid;
  if (!Number.isInteger(claimed) || claimed < 1 || claimed > paid)
    throw invalidInput(`Claim 1 to ${paid} clicks: so many were billed.`, ['count']);
  return {
    part: { claimed, of: paid, refunded: null },
    claimedMinor: worthOf(claimed, paid, money(grossMinor, currency)).minor,
  };
}
