import { parseMinor } from '../../app/format';
import type { DisputeDecision, DisputeFieldsFragment, RefundInput } from '../../generated/disputes';
import { type Chosen, choiceInput, sumOfChosen } from './claim';
import { countOf, ofMinor, worthOf } from './shares';

/** A decision as it is written. */
export interface Draft {
  outcome: DisputeDecision | null;
  /** As typed; null means in full, as nothing was. */
  amount: string | null;
  /** Clicks of a batch, as typed; null means all that are claimed. */
  count: string | null;
  /** Which of them, where they are named instead. */
  chosen: Chosen | null;
  note: string;
}

export const NOTHING: Draft = { outcome: null, amount: null, count: null, chosen: null, note: '' };

type Claim = Pick<DisputeFieldsFragment, 'kind' | 'reason' | 'amounts' | 'part' | 'claimedParts'>;

/** Of a sale a part may go back only where the lead is real, but not as listed; of clicks always, of a call never. */
export const mayBePart = ({ kind, reason }: Pick<Claim, 'kind' | 'reason'>, outcome: DisputeDecision | null): boolean =>
  outcome === 'ACCEPTED' && (kind === 'CLICK_BATCH' || (kind === 'SALE' && reason === 'NOT_AS_LISTED'));

/** What goes back if the claim is accepted, in minor units; null when what was typed is no amount that may. */
export function refundOf(claim: Claim, { outcome, amount, count, chosen }: Draft): number | null {
  const { claimed } = claim.amounts;
  const whole = Number(claimed.minor);
  if (!mayBePart(claim, outcome)) return whole;
  if (claim.part && chosen) {
    const named = sumOfChosen(chosen, claim.claimedParts);
    // Of a claim that only counts its clicks, those that are named are no more than it claims.
    const isClaimed = named.count <= claim.part.claimed && named.minor <= whole;
    return named.count > 0 && isClaimed ? named.minor : null;
  }
  if (claim.part) {
    const clicks = countOf(count, claim.part.claimed);
    return clicks === null ? null : worthOf(clicks, ...countedOf(claim.part, claim.amounts));
  }
  const named = amount === null ? whole : parseMinor(amount, claimed.currency);
  return named !== null && named > 0 && named <= whole ? named : null;
}

/** What clicks that are given back by number are a share of: of those that a claim names, or of all that were billed. */
export const countedOf = (
  { claimed, of, clicks }: NonNullable<Claim['part']>,
  amounts: Claim['amounts'],
): [of: number, worth: Claim['amounts']['paid']] => (clicks ? [claimed, amounts.claimed] : [of, amounts.paid]);

/** How the part is told to the market: in clicks where they are named or counted, else as an amount. */
export function partOf({ part, amounts }: Claim, { count, chosen }: Draft, refund: number): RefundInput {
  if (part && chosen) return { clicks: choiceInput(chosen) };
  if (!part) return { amount: ofMinor(refund, amounts.claimed) };
  return { count: countOf(count, part.claimed) ?? part.claimed };
}
