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

/** An agency that is closed to the buyer, and who belongs to both. */
export interface OwnAgency {
  name: string;
  people: readonly string[];
}

/** So many names make it plain; the others stand among the members. */
const MOST_NAMED = 3;

export function ownLead(listingIds: readonly string[], agencies: readonly OwnAgency[]): UserError {
  const told = agencies.slice(0, MOST_NAMED).map(closedBy);
  const all = [...told, 'Nobody buys from themselves: nothing of theirs can be bought while that is so.', WAY_ON];
  return about('OwnLead', all.join(' '), listingIds);
}

const WAY_ON = 'Buy from other agencies, or have an owner take them out of one of the two. Nothing was charged.';

function closedBy({ name, people }: OwnAgency): string {
  const [first, second] = people;
  if (first === undefined) return `Somebody of your organisation belongs to the agency ${name} too.`;
  if (second === undefined) return `${first} of your organisation belongs to the agency ${name} too.`;
  const [shown, more] = [people.slice(0, MOST_NAMED), people.length - MOST_NAMED];
  if (more > 0) return `${shown.join(', ')} and ${more} more of your organisation belong to the agency ${name} too.`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} of your organisation belong to the agency ${name} too.`;
}

export const nothingFound = (): UserError =>
  new UserError('NothingFound', 'Nothing on sale fits this search and this budget.');
