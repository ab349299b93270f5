import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { now } from '../../../platform/clock';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { type Quote } from '../../pricing';
import { alreadyOwned, leadAlreadySold } from '../errors';
import { type Sale, Sales } from '../sales/model';
import { keepTaken, type Offer, offersOf } from './offers';
import { type Order, PlacesMoved } from './sell';

/** How often a purchase reads anew and tries again when others take places at the same moment. */
const MOST_TRIES = 3;
/** The longest wait before trying again, so that those who met once do not meet again at the same moment. */
const MOST_WAIT_MS = 8;

/**
 * Sells the items in one transaction by `work`, all or none. Others may be buying the same: then it reads anew, up to
 * three times. Throws LeadAlreadySold and AlreadyOwned with the listings that stand in the way, what the wallet
 * refuses, and a duplicate key of `_id` (a repeat) as it is.
 */
export async function attempt(
  order: Order,
  items: Quote['items'],
  work: (offers: readonly Offer[]) => Promise<Sale[]>,
): Promise<Sale[]> {
  for (let tries = 1; ; tries++) {
    const { offers, gone } = await offersOf(items, { isFresh: tries > 1, at: now() });
    if (gone.length > 0) throw leadAlreadySold(gone);
    try {
      const sales = await inTransaction(() => work(offers));
      for (const offer of offers) keepTaken(offer);
      return sales;
    } catch (error) {
      await refuseOwned(order, offers, error);
      if (!isOvertaken(error)) throw error;
      if (tries === MOST_TRIES) throw leadAlreadySold(items.map(({ listingId }) => listingId));
      await setTimeout(randomInt(1, MOST_WAIT_MS + 1));
    }
  }
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof PlacesMoved || duplicateKeyOf(error)?.keyPattern === 'leadId,slot';

/** Turns "this buyer has this lead" into AlreadyOwned with all listings that it holds for; other errors pass. */
async function refuseOwned({ viewer, purchaseId }: Order, offers: readonly Offer[], error: unknown): Promise<void> {
  if (duplicateKeyOf(error)?.keyPattern !== 'leadId,buyerId') return;
  const leadIds = offers.flatMap(({ listing }) => listing.leadIds);
  const owned = await ownedAmong(viewer.organisationId, leadIds, purchaseId);
  const listings = offers.filter(({ listing }) => listing.leadIds.some((id) => owned.has(id)));
  if (listings.length > 0) throw alreadyOwned(listings.map(({ listing }) => listing._id));
}

/** Which of the leads this buyer has, by other purchases than this one. */
export async function ownedAmong(
  buyerId: string,
  leadIds: readonly string[],
  purchaseId: string | null = null,
): Promise<Set<string>> {
  const rows = await Sales.find({ buyerId, leadId: { $in: [...leadIds] } }, { leadId: 1, purchaseId: 1 })
    // As it is now: the sale that refused ours may not count as majority-written yet.
    .readConcern('local')
    .lean<Pick<Sale, 'leadId' | 'purchaseId'>[]>();
  return new Set(rows.filter((row) => row.purchaseId !== purchaseId).map(({ leadId }) => leadId));
}
