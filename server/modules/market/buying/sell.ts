import { type Viewer } from '../../../graphql/viewer';
import { after, HOUR, now } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { MARKET_CURRENCY, money } from '../../../platform/money';
import { emitAll } from '../../../platform/outbox';
import { type JournalEntry, moveWallets, recordEntries } from '../../ledger';
import { takeSlots } from '../../listings';
import { purchaseEntry } from '../sales/entries';
import { saleFacts } from '../sales/facts';
import { type Sale, Sales } from '../sales/model';
import { nothingOf, RULE_VERSIONS, sharesOf, sharesOfLot } from '../sales/rules';
import { type Offer } from './offers';

/** Somebody else took a place of one of the listings since it was read: the caller reads anew and tries again. */
export class PlacesMoved extends Error {}

export interface Order {
  viewer: Pick<Viewer, 'organisationId' | 'personId'>;
  purchaseId: string;
  reqHash: string;
  quoteId: string;
  clientKey: string;
  /** The buying wish that buys; left out where a person does. */
  wishId?: string;
}

/**
 * The purchase itself, in the open transaction and in as many commands for a hundred listings as for one: inserts first
 * (a repeat or an owned lead stops here, as a duplicate key), then the places by compare-and-set, then the wallet, which
 * is the document that purchases meet on. `firstNumber` is the number of the purchase's first sale made here.
 */
export async function sell(order: Order, offers: readonly Offer[], firstNumber: number): Promise<Sale[]> {
  const heldAt = now();
  const sales = salesOf(order, offers, firstNumber, heldAt);
  const entries = await recordSales(sales);
  const claims = offers.map(({ listing, expectedSold }) => ({
    listingId: listing._id,
    expectedSold,
    maxSales: listing.maxSales,
  }));
  if (!(await takeSlots(claims, heldAt))) throw new PlacesMoved();
  await moveWallets(entries);
  return sales;
}

/** The inserts of sales in the open transaction: the sales, what the journal has of them, the news. Gives the entries. */
export async function recordSales(sales: readonly Sale[]): Promise<JournalEntry[]> {
  const entries = sales.map((sale) => purchaseEntry(sale, sale.personId));
  await Sales.insertMany(sales, { lean: true });
  await recordEntries(entries);
  await emitAll(sales.map((sale) => ({ topic: 'sale.held' as const, aggregate: sale._id, payload: heldFacts(sale) })));
  return entries;
}

/** The sales that an order makes of offers, in their order. */
export function salesOf(order: Order, offers: readonly Offer[], firstNumber: number, heldAt: Date): Sale[] {
  const parts = offers.flatMap((offer) => partsOf(offer));
  return parts.map(({ offer, lead, gross }, index) => {
    const { listing, feeBps } = offer;
    const { fee, net } = sharesOf(gross, nothingOf(gross.currency), feeBps);
    const number = firstNumber + index;
    return {
      _id: saleIdOf(order, number),
      purchaseId: order.purchaseId,
      number,
      listingId: listing._id,
      leadId: lead.id,
      slot: offer.expectedSold + 1,
      maxSales: listing.maxSales,
      buyerId: order.viewer.organisationId,
      personId: order.viewer.personId,
      agencyId: listing.agencyId,
      nicheId: listing.nicheId,
      model: listing.model,
      regionId: lead.regionId,
      channel: lead.channel,
      grossMinor: gross.minor,
      feeBps,
      feeMinor: fee.minor,
      netMinor: net.minor,
      refundedMinor: 0n,
      currency: gross.currency,
      state: 'HELD',
      heldAt,
      windowEndsAt: after(heldAt, offer.windowHours * HOUR),
      releasedAt: null,
      refundedAt: null,
      quoteId: order.quoteId,
      ...(order.wishId ? { wishId: order.wishId } : {}),
      reqHash: order.reqHash,
      ruleVersions: { ...RULE_VERSIONS },
    };
  });
}

/** Each lead of an offer, with its own place and channel, and its part of what is charged for all of them. */
function partsOf(offer: Offer) {
  const { leadIds, leadRegionIds, leadChannels, leadPricesMinor } = offer.listing;
  const shares = sharesOfLot(money(offer.chargedMinor, MARKET_CURRENCY), leadPricesMinor);
  return leadIds.map((id, index) => ({
    offer,
    lead: { id, regionId: leadRegionIds[index]!, channel: leadChannels[index]! },
    gross: shares[index]!,
  }));
}

/**
 * Made of the buyer, its key and the sale's number, so that whatever a key buys first has the same id: a repeat, and
 * other input under the same key, meet it as a duplicate.
 */
const saleIdOf = ({ viewer, clientKey }: Order, number: number): string =>
  idFrom('sale', viewer.organisationId, clientKey, number);

const heldFacts = (sale: Sale) => ({
  ...saleFacts(sale),
  leadId: sale.leadId,
  heldAt: sale.heldAt.toISOString(),
  windowEndsAt: sale.windowEndsAt.toISOString(),
});
