import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { now } from '../../../platform/clock';
import { busy, type UserError } from '../../../platform/errors';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type Quote } from '../../pricing';
import { alreadyOwned, leadAlreadySold } from '../errors';
import { type Sale } from '../sales/model';
import { keepTaken, listingsOf, type Offer, offersOf } from './offers';
import { ownedAmong } from './owned';
import { type Order, PlacesMoved } from './sell';

/** How often a purchase reads anew and tries again when others take places at the same moment. */
const MOST_TRIES = 3;
/** The longest wait before trying again, so that those who met once do not meet again at the same moment. */
const MOST_WAIT_MS = 8;

/**
 * Sells the items in one transaction by `work`, all or none. Others may be buying the same: then it reads anew, up to
 * three times, then Busy. Throws LeadAlreadySold and AlreadyOwned with the listings that stand in the way, what the wallet
 * refuses, and a duplicate key of `_id` (a repeat) as it is.
 */
export async function attempt(
  order: Order,
  items: Quote['items'],
  work: (offers: readonly Offer[]) => Promise<Sale[]>,
): Promise<Sale[]> {
  for (let tries = 1; ; tries++) {
    const { offers, gone } = await offersOf(items, { isFresh: tries > 1, at: now() });
    if (gone.length > 0) {
      // Who has it already is told so: "another was faster" would be untrue of an exclusive lead that is its own.
      await refuseOwned(order, items);
      throw leadAlreadySold(gone);
    }
    try {
      const sales = await inTransaction(() => work(offers));
      for (const offer of offers) keepTaken(offer);
      return sales;
    } catch (error) {
      const isLast = isOvertaken(error) && tries === MOST_TRIES;
      if (isLast || duplicateKeyOf(error)?.keyPattern === 'leadId,buyerId') await refuseOwned(order, items);
      if (!isOvertaken(error)) throw error;
      if (isLast) throw await lostTo(items);
      await setTimeout(randomInt(1, MOST_WAIT_MS + 1));
    }
  }
}

/** Names what is gone by now; where all may still be had, others were only faster three times: it may be tried again. */
async function lostTo(items: Quote['items']): Promise<UserError> {
  const { gone } = await offersOf(items, { isFresh: true, at: now() });
  return gone.length > 0 ? leadAlreadySold(gone) : busy();
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof PlacesMoved || duplicateKeyOf(error)?.keyPattern === 'leadId,slot';

/** Throws AlreadyOwned with the items that hold a lead which this buyer has by another purchase; else does nothing. */
async function refuseOwned(order: Order, items: Quote['items']): Promise<void> {
  const owned = await ownedItems(order, items);
  if (owned.size > 0) throw alreadyOwned([...owned]);
}

/** The listings of the items that hold a lead which this buyer has by another purchase. */
export async function ownedItems({ viewer, purchaseId }: Order, items: Quote['items']): Promise<Set<string>> {
  const listings = [...(await listingsOf(items)).values()];
  const leadIds = listings.flatMap((listing) => listing.leadIds);
  const owned = await ownedAmong(viewer.organisationId, leadIds, purchaseId);
  return new Set(listings.filter((listing) => listing.leadIds.some((id) => owned.has(id))).map(({ _id }) => _id));
}
