import { after, DAY } from '../../platform/clock';

export const LISTING_STATUSES = ['DRAFT', 'LISTED', 'SOLD_OUT', 'WITHDRAWN', 'EXPIRED'] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

/** What may become of a listing; a pair that is not listed is refused without a write. Only lots begin as drafts. */
const NEXT: Readonly<Record<ListingStatus, readonly ListingStatus[]>> = {
  DRAFT: ['LISTED', 'WITHDRAWN', 'EXPIRED'],
  LISTED: ['SOLD_OUT', 'WITHDRAWN', 'EXPIRED'],
  SOLD_OUT: [],
  WITHDRAWN: [],
  EXPIRED: [],
};

/** The statuses from which a listing may come into this one: the guard of every change of status. */
export const statusesBefore = (to: ListingStatus): ListingStatus[] =>
  LISTING_STATUSES.filter((from) => NEXT[from].includes(to));

/** The statuses in which the agency may change a price. */
export const PRICEABLE: readonly ListingStatus[] = ['DRAFT', 'LISTED'];

/** A shared lead is sold to this many at most, and to at least two. */
export const MIN_SHARED = 2;
export const MAX_SHARED = 5;

export const MIN_LOT = 2;
export const MAX_LOT = 100;

/** How long a listing stands where the agency does not say, and at most. */
export const DEFAULT_LISTED_DAYS = 30;
export const MAX_LISTED_DAYS = 90;

/** When the price of a listing is due to be worked out anew: as its leads get a whole day older. */
export function nextRepricing(firstListedAt: Date, at: Date): Date {
  const days = Math.floor((at.getTime() - firstListedAt.getTime()) / DAY);
  return after(firstListedAt, (Math.max(0, days) + 1) * DAY);
}

/** Why a lead cannot be put on sale. */
export const REFUSAL_WORDS = {
  NOT_FOUND: 'There is no such lead.',
  NOT_ACCEPTED: 'The lead has not passed the checks, or was withdrawn.',
  NO_CONSENT: 'The lead has no consent record that lets buyers use the contact.',
  ALREADY_LISTED: 'The lead is on sale, in a lot, or sold out already.',
  SOLD_BEFORE: 'The lead was sold before, so it can only be shared with more buyers than have it.',
  PROMISED_FEWER: 'Earlier buyers of the lead were promised fewer buyers than this.',
} as const;
export type ListingRefusal = keyof typeof REFUSAL_WORDS;
