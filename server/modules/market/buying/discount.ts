import { isLess, MARKET_CURRENCY, money, subtract, sum } from '../../../platform/money';
import { insufficientFunds, walletOf } from '../../ledger';
import { type Quote, volumeFrom } from '../../pricing';
import { alreadyOwned, discountGone } from '../errors';
import { salesMade, storedRefusal } from './answers';
import { ownedItems } from './attempt';
import { type StoredRefusal } from './model';
import { type Order } from './sell';

type Items = Quote['items'];

/**
 * A discount for many is for those who buy many and can pay for them; else the quote of a hundred, with money for one
 * or with the others bought before by another quote, would make that one cheaper. What was lost to other buyers is not
 * this buyer's doing and counts as bought. Gives the refusal of each listing when what counts is too little for the
 * quote's discount, null when it is due. Throws InsufficientFunds.
 */
export async function refusedDiscount(order: Order, { items, totalMinor }: Quote): Promise<StoredRefusal[] | null> {
  if (totalMinor === total(items, ({ priceMinor }) => priceMinor).minor) return null;
  const owned = await ownedItems(order, items);
  const counted = items.filter(({ listingId }) => !owned.has(listingId));
  const sold = new Set((await salesMade(order)).map(({ listingId }) => listingId));
  if (leadsOf(counted) < volumeFrom(leadsOf(items))) {
    const left = items.map(({ listingId }) => listingId).filter((id) => !sold.has(id));
    return left.map((id) => storedRefusal(id, owned.has(id) ? alreadyOwned([id]) : discountGone([id])));
  }
  // A purchase that is gone on with has shown its money already.
  if (sold.size === 0) await requireFunds(order, counted);
  return null;
}

async function requireFunds({ viewer }: Order, counted: Items): Promise<void> {
  const due = total(counted, ({ chargedMinor }) => chargedMinor);
  const { available } = await walletOf(viewer.organisationId);
  if (isLess(available, due)) throw insufficientFunds(subtract(due, available));
}

const leadsOf = (items: Items): number => items.reduce((leads, item) => leads + item.leads, 0);

const total = (items: Items, minorOf: (item: Items[number]) => bigint) =>
  sum(
    items.map((item) => money(minorOf(item), MARKET_CURRENCY)),
    MARKET_CURRENCY,
  );
