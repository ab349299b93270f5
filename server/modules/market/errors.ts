import { UserError } from '../../platform/errors';

const about = (typename: string, message: string, listingIds: readonly string[]): UserError =>
  new UserError(typename, message, { listingIds: [...listingIds] });

export const leadAlreadySold = (listingIds: readonly string[]): UserError =>
  about('LeadAlreadySold', 'Another buyer was faster, or it left the market. Nothing was charged.', listingIds);

export const alreadyOwned = (listingIds: readonly string[]): UserError =>
  about('AlreadyOwned', 'You have this lead already. Nothing was charged.', listingIds);

/** The same person by phone or e-mail, bought as another lead. */
export const personKnown = (listingIds: readonly string[]): UserError =>
  about(
    'AlreadyOwned',
    'You bought this person within 90 days, by the same phone or e-mail as another lead. Nothing was charged.',
    listingIds,
  );

export const priceChanged = (listingIds: readonly string[]): UserError =>
  about(
    'PriceChanged',
    'The quote is older than 10 minutes, so its prices no longer hold. Nothing was charged.',
    listingIds,
  );

export const discountGone = (listingIds: readonly string[]): UserError =>
  about(
    'PriceChanged',
    'You have so many of the quoted leads by now that its discount no longer holds. Nothing was charged; ask for a new quote.',
    listingIds,
  );

export const ownLead = (listingIds: readonly string[]): UserError =>
  about('OwnLead', 'Somebody of your organisation belongs to the agency, and nobody buys from themselves.', listingIds);

export const nothingFound = (): UserError =>
  new UserError('NothingFound', 'Nothing on sale fits this search and this budget.');
