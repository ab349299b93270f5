import { type BuyInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { hashInput } from '../../../platform/idempotency';
import { idFrom } from '../../../platform/ids';
import { duplicateKeyOf } from '../../../platform/transaction';
import { requireLiveSession, sharingPeopleAmong } from '../../accounts';
import { isQuoteLive, type Quote, readQuote } from '../../pricing';
import { personKnown, priceChanged } from '../errors';
import { answerOf, type PurchaseAnswer, replay } from './answers';
import { attempt } from './attempt';
import { buyWhatCanBeHad, closeCutOff } from './buyWhatCanBeHad';
import { inTurn } from './inTurn';
import { listingsOf } from './offers';
import { notFromOwn } from './notFromOwn';
import { knownPeopleAmong } from './owned';
import { type Order, sell } from './sell';

/**
 * Buys what a quote shows: the wallet pays, the money is held, the contacts are open to the buyer. The same client key
 * and input give the same answer for ever; other input under the same key is a Conflict; what is refused leaves
 * nothing, so the same key may be sent again after a top-up. The loser of a race pays nothing. Throws LeadAlreadySold,
 * AlreadyOwned, OwnLead, PriceChanged, InsufficientFunds, WalletFrozen, Conflict, NotFound, Busy.
 */
export async function buy(viewer: Viewer, { quoteId, clientKey, mode }: BuyInput): Promise<PurchaseAnswer> {
  await requireLiveSession(viewer);
  const order: Order = {
    viewer,
    quoteId,
    clientKey,
    purchaseId: idFrom('purchase', viewer.organisationId, clientKey),
    reqHash: hashInput({ quoteId, mode }),
  };
  try {
    const quote = await readQuote(viewer, quoteId);
    if (!isQuoteLive(quote, now())) throw priceChanged(listingIdsOf(quote));
    const keys = [viewer.organisationId, ...listingIdsOf(quote)];
    const purchase = mode === 'AS_MANY_AS_POSSIBLE' ? buyWhatCanBeHad : buyAll;
    return await inTurn(keys, async () => {
      await requireStrangers(order, quote);
      if (quote.hasRepeats) await requireNewPeople(order, quote);
      return purchase(order, quote);
    });
  } catch (error) {
    if (!(error instanceof UserError) && !duplicateKeyOf(error)) throw error;
    // Whatever stands in the way now, a key that has bought gets its answer again.
    const earlier = (await replay(order)) ?? (await closeCutOff(order, error));
    if (earlier) return earlier;
    throw error;
  }
}

const listingIdsOf = ({ items }: Pick<Quote, 'items'>): string[] => items.map(({ listingId }) => listingId);

/** Looked at again though the quote looked: since then somebody of the buyer may have joined the agency. */
async function requireStrangers({ viewer }: Order, { items }: Quote): Promise<void> {
  const listings = [...(await listingsOf(items)).values()];
  const agencyIds = new Set(listings.map(({ agencyId }) => agencyId));
  const known = await sharingPeopleAmong(viewer.organisationId, [...agencyIds]);
  const own = listings.filter(({ agencyId }) => known.has(agencyId));
  if (own.length > 0) throw await notFromOwn(viewer.organisationId, own);
}

/** Looked at again though the quote looked: two quotes may each have one of two leads of the same person. */
async function requireNewPeople({ viewer }: Order, { items }: Quote): Promise<void> {
  const listings = [...(await listingsOf(items)).values()];
  const { known } = await knownPeopleAmong(viewer.organisationId, listings);
  const had = listings.filter(({ leadIds }) => leadIds.some((id) => known.has(id)));
  if (had.length > 0) throw personKnown(had.map(({ _id }) => _id));
}

async function buyAll(order: Order, quote: Quote): Promise<PurchaseAnswer> {
  const sales = await attempt(order, quote.items, (offers) => sell(order, offers, 0));
  return answerOf(order, listingIdsOf(quote), sales, []);
}
