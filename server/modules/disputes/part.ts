import { invalidInput } from '../../platform/errors';
import { isLess, type Money, money, scale } from '../../platform/money';
import { type ClickChoice, type Worth } from './choice';
import { type PartRow } from './model';
import { type Subject } from './subjects';

/** What so many of the counted parts are worth: the same share each, to the nearest minor unit and never nothing. */
export function worthOf(count: number, of: number, gross: Money): Money {
  const share = scale(gross, BigInt(count), BigInt(of));
  const least = money(1n, gross.currency);
  return isLess(share, least) ? least : share;
}

/** Parts that a claim names, with what they are worth. */
export interface Chosen extends Worth {
  named: ClickChoice;
}

/**
 * The part of a subject that a claim is about, and what it is worth: clicks that are named exactly what was paid for
 * them, so many the same share each, and all where nothing is said. Throws InvalidInput.
 */
export function claimedOf(
  { count: paid, grossMinor, currency }: Subject,
  counted: number | null | undefined,
  chosen: Chosen | null = null,
): { part: PartRow | null; claimedMinor: bigint } {
  if (paid === null) {
    if (typeof counted === 'number')
      throw invalidInput('Only of a batch of clicks a number can be claimed.', ['count']);
    return { part: null, claimedMinor: grossMinor };
  }
  if (chosen) {
    if (typeof counted === 'number') throw invalidInput('Name the clicks or their number, not both.', ['count']);
    const { named, count, minor } = chosen;
    return { part: { claimed: count, of: paid, refunded: null, named }, claimedMinor: minor };
  }
  const claimed = counted ?? paid;
  if (!Number.isInteger(claimed) || claimed < 1 || claimed > paid)
    throw invalidInput(`Claim 1 to ${paid} clicks: so many were billed.`, ['count']);
  return {
    part: { claimed, of: paid, refunded: null },
    claimedMinor: worthOf(claimed, paid, money(grossMinor, currency)).minor,
  };
}
