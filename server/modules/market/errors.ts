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
    'You bought this person within 90 days, by the same phone or e-mail as another lead, or it is here twice. Nothing was charged.',
    listingIds,
  );

/** People on the buyer's own list, and some drawn by lot: what is told must not prove that somebody asked for something. */
export const onOwnList = (listingIds: readonly string[]): UserError =>
  about(
    'OnOwnList',
    'You have these people already by your own list, or a competitor that you named has them; 1 lead in 50 is answered so by lot, so that nobody can be looked up. Nothing was charged.',
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
