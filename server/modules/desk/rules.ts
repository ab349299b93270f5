import { isErased } from '../leads';

/** The statuses of a card and which may follow which. A pair that is not listed is a Conflict and writes nothing. */
export const CARD_STATUSES = ['NEW', 'CONTACTED', 'QUALIFIED', 'PROPOSAL', 'WON', 'LOST', 'REJECTED'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

export const LOST_REASONS = ['TOO_EXPENSIVE', 'CHOSE_ANOTHER', 'NO_NEED', 'NOT_NOW', 'NOT_REACHED', 'OTHER'] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/**
 * The work goes forward, a proposal may fall back, a deal may fall through after it was won, and what was lost or
 * rejected can be taken up again as contacted (the second attempt).
 */
const NEXT: Readonly<Record<CardStatus, readonly CardStatus[]>> = {
  NEW: ['CONTACTED', 'LOST', 'REJECTED'],
  CONTACTED: ['QUALIFIED', 'PROPOSAL', 'WON', 'LOST', 'REJECTED'],
  QUALIFIED: ['PROPOSAL', 'WON', 'LOST', 'REJECTED'],
  PROPOSAL: ['QUALIFIED', 'WON', 'LOST'],
  WON: ['PROPOSAL', 'LOST'],
  LOST: ['CONTACTED'],
  REJECTED: ['CONTACTED'],
};

export const nextStatuses = (status: CardStatus): readonly CardStatus[] => NEXT[status];

/** Which may follow, in whole sentences and in the words of the page, so that each can be said in another language. */
export const STEPS_FROM: Readonly<Record<CardStatus, string>> = {
  NEW: 'This card stands at “New”: it can go on to “Contacted”, “Lost” or “Rejected”.',
  CONTACTED: 'This card stands at “Contacted”: it can go on to “Qualified”, “Proposal”, “Won”, “Lost” or “Rejected”.',
  QUALIFIED: 'This card stands at “Qualified”: it can go on to “Proposal”, “Won”, “Lost” or “Rejected”.',
  PROPOSAL: 'This card stands at “Proposal”: it can go on to “Qualified”, “Won” or “Lost”.',
  WON: 'This card stands at “Won”: it can go on to “Proposal” or “Lost”.',
  LOST: 'This card stands at “Lost”: it can only be taken up again as “Contacted”.',
  REJECTED: 'This card stands at “Rejected”: it can only be taken up again as “Contacted”.',
};

/** The statuses with which the value of the deal may be told. */
export const mayCarryValue = (status: CardStatus): boolean => status === 'PROPOSAL' || status === 'WON';

export type ClosedBecause = 'REFUNDED' | 'ERASED';

/**
 * Why a card is closed; null while it is not. Of both the erasure: a refund asks nothing of the buyer, the person that
 * copies are erased.
 */
export function whyClosed(
  sale: { state: string } | null,
  lead: Parameters<typeof isErased>[0] | undefined,
): ClosedBecause | null {
  if (lead && isErased(lead)) return 'ERASED';
  return sale?.state === 'REFUNDED' ? 'REFUNDED' : null;
}

/** Card and sale share the part of their ids after the prefix: one card a sale, found from either without a look-up. */
export const cardIdOf = (saleId: string): string => saleId.replace(/^sale_/, 'card_');
export const saleIdOf = (cardId: string): string => cardId.replace(/^card_/, 'sale_');
