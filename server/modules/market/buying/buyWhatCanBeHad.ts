import { duplicateKeyOf } from '../../../platform/transaction';
import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { type Quote } from '../../pricing';
import { priceChanged } from '../errors';
import {
  answerOf,
  finalRefusal,
  isItemRefusal,
  type PurchaseAnswer,
  replay,
  salesMade,
  storedRefusal,
} from './answers';
import { attempt } from './attempt';
import { refusedDiscount } from './discount';
import { Purchases, type PurchaseRow, type StoredRefusal } from './model';
import { type Order, sell } from './sell';

/**
 * Buys each listing of a quote by itself, as many as can be had. What was sold before a crash is found again by the
 * key and the rest is gone on with; once an answer was given it stands, whatever may be had later.
 */
export async function buyWhatCanBeHad(order: Order, quote: Quote): Promise<PurchaseAnswer> {
  const earlier = await replay(order);
  if (earlier) return earlier;
  const listingIds = quote.items.map(({ listingId }) => listingId);
  const refusals = (await refusedDiscount(order, quote)) ?? (await buyEach(order, quote));
  return (await close(order, refusals)) ?? answerOf(order, listingIds, [], refusals);
}

/** Tries each listing by itself; the refusals of those that were not sold. */
async function buyEach(order: Order, quote: Quote): Promise<StoredRefusal[]> {
  const refusals: StoredRefusal[] = [];
  for (const item of quote.items) {
    const refusal = await buyOne(order, quote, item);
    if (refusal === 'CLOSED') break;
    if (refusal) refusals.push(refusal);
  }
  return refusals;
}

/** Null when it was sold, now or by the same purchase before; CLOSED when another send of this key has answered. */
async function buyOne(
  order: Order,
  quote: Quote,
  item: Quote['items'][number],
): Promise<StoredRefusal | 'CLOSED' | null> {
  const isMade = async (): Promise<boolean> =>
    (await salesMade(order)).some(({ listingId }) => listingId === item.listingId);
  try {
    await attempt(order, [item], async (offers) => {
      const number = await nextNumber(order, quote, item.leads);
      return sell(order, offers, number);
    });
    return null;
  } catch (error) {
    if (await isMade()) return null;
    if (duplicateKeyOf(error)?.keyPattern === '_id') return 'CLOSED';
    return storedRefusal(item.listingId, error);
  }
}

/**
 * Counts the purchase's sales on while it is open, in the open transaction; a closed one, and one with other input, is
 * met as a duplicate key. The first write of each item, so that two sends of one key go one after the other.
 */
async function nextNumber(
  { purchaseId, reqHash, viewer, quoteId }: Order,
  quote: Quote,
  leads: number,
): Promise<number> {
  const first = {
    buyerId: viewer.organisationId,
    quoteId,
    listingIds: quote.items.map(({ listingId }) => listingId),
    refusals: [],
    at: now(),
  };
  const row = await Purchases.findOneAndUpdate(
    { _id: purchaseId, reqHash, isClosed: false },
    { $inc: { made: leads }, $setOnInsert: first },
    { upsert: true, returnDocument: 'after' },
  ).lean<PurchaseRow>();
  return row.made - leads;
}

/** Makes the answer stand; null when nothing was sold, so that nothing is left and the key may be sent again. */
async function close(order: Order, refusals: StoredRefusal[]): Promise<PurchaseAnswer | null> {
  await Purchases.updateOne(
    { _id: order.purchaseId, reqHash: order.reqHash, isClosed: false },
    { $set: { isClosed: true, refusals: refusals.map(finalRefusal) } },
  );
  return replay(order);
}

/**
 * The answer of a purchase that was cut off after some of its sales and cannot be gone on with, since `refusal` now
 * stands in the way: what was sold, and the rest refused. Null when nothing was sold or no purchase is open.
 */
export async function closeCutOff(order: Order, refusal: unknown): Promise<PurchaseAnswer | null> {
  if (!(refusal instanceof UserError)) return null;
  const sold = new Set((await salesMade(order)).map(({ listingId }) => listingId));
  if (sold.size === 0) return null;
  const open = await Purchases.findOne({ _id: order.purchaseId, reqHash: order.reqHash, isClosed: false })
    .readConcern('local')
    .lean<PurchaseRow>();
  if (!open) return null;
  const left = open.listingIds.filter((listingId) => !sold.has(listingId));
  // What is no refusal of a listing, such as a quote that is gone, means for the rest that its price no longer holds.
  const refusals = left.map((listingId) =>
    storedRefusal(listingId, isItemRefusal(refusal) ? refusal : priceChanged([listingId])),
  );
  return close(order, refusals);
}
