import type { CardStatus, LostReason } from '../../generated/desk';

/** The statuses in the order of the work; the last two end it. */
export const STATUSES: readonly CardStatus[] = ['NEW', 'CONTACTED', 'QUALIFIED', 'PROPOSAL', 'WON', 'LOST', 'REJECTED'];

export const LOST_REASONS: readonly LostReason[] = [
  'TOO_EXPENSIVE',
  'CHOSE_ANOTHER',
  'NO_NEED',
  'NOT_NOW',
  'NOT_REACHED',
  'OTHER',
];

export const isStatus = (text: string): text is CardStatus => STATUSES.some((status) => status === text);

/** The statuses with which the value of the deal may be told. */
export const mayCarryValue = (status: CardStatus): boolean => status === 'PROPOSAL' || status === 'WON';

/** Moves that need a word more: why it was lost, or what the deal is worth. */
export const asksMore = (status: CardStatus): boolean => status === 'LOST' || mayCarryValue(status);

/** What a status means for the work; nothing is to be done any more with a card that is closed. */
export const meaningOf = ({ status, isClosed }: { status: CardStatus; isClosed: boolean }) =>
  isClosed ? ('steps.ended' as const) : (`statusMeans.${status}` as const);
