import type { ListingKind, ListingStatus } from '../../generated/listings';

/** In the order in which an agency wants to see them. */
export const STATUSES: readonly ListingStatus[] = ['LISTED', 'DRAFT', 'SOLD_OUT', 'WITHDRAWN', 'EXPIRED'];
export const KINDS: readonly ListingKind[] = ['SINGLE', 'LOT'];

/** What the address bar says of the list of listings. */
export interface ListingChoices {
  status: ListingStatus;
  kind?: ListingKind;
}

/** Reads the address; what means nothing is as if it were not there, and told on the page. */
export const choicesOf = (params: URLSearchParams): ListingChoices => ({
  status: STATUSES.find((status) => status === params.get('status')) ?? 'LISTED',
  kind: KINDS.find((kind) => kind === params.get('kind')),
});
