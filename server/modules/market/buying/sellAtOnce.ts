import { UserError } from '../../../platform/errors';
import { hashInput } from '../../../platform/idempotency';
import { idFrom } from '../../../platform/ids';
import { now } from '../../../platform/clock';
import { organisationsById } from '../../accounts';
import { nicheTree } from '../../catalog';
import { moveWallets } from '../../ledger';
import { type ListedAtOnce, listSold } from '../../listings';
import { type Sale } from '../sales/model';
import { feeBpsOf } from '../sales/rules';
import { recordSales, salesOf } from './sell';

/** Who gets a place of a lead that is sold as it comes in. */
export interface Taker {
  buyerId: string;
  /** Who agreed to the wish. */
  personId: string;
  wishId: string;
}

/** A taker's wallet does not pay; the transaction is rolled back, and its caller tries without. */
export class TakerCannotPay extends Error {
  constructor(readonly buyerId: string) {
    super('a wallet does not pay');
  }
}

export interface SoldAtOnce extends Omit<ListedAtOnce, 'sold' | 'at'> {
  /** What makes it known again: the same key sells once. */
  key: string;
  takers: readonly Taker[];
}

/**
 * Sells a lead that is not on sale to those who take it, a place each, at one price, in the open transaction: the sales
 * of a purchase, with hold, window and news, but of a listing that is made as it stands afterwards. Throws TakerCannotPay,
 * and Conflict where the lead may not be sold.
 */
export async function sellAtOnce({ key, takers, ...told }: SoldAtOnce): Promise<Sale[]> {
  const heldAt = now();
  const listing = await listSold({ ...told, sold: takers.length, at: heldAt });
  const agency = (await organisationsById([listing.agencyId])).get(listing.agencyId);
  const niche = nicheTree().byId(listing.nicheId)!;
  const sales = takers.flatMap(({ buyerId, personId, wishId }, place) =>
    salesOf(
      {
        viewer: { organisationId: buyerId, personId },
        purchaseId: idFrom('purchase', buyerId, key),
        reqHash: hashInput({ key }),
        quoteId: key,
        clientKey: key,
        wishId,
      },
      [
        {
          listing,
          expectedSold: place,
          chargedMinor: told.priced.total.minor,
          feeBps: feeBpsOf(agency?.feeBps, niche.feeBps),
          windowHours: niche.windowHours,
        },
      ],
      0,
      heldAt,
    ),
  );
  const entries = await recordSales(sales);
  for (const [place, entry] of entries.entries()) await pay(sales[place]!.buyerId, () => moveWallets([entry]));
  return sales;
}

async function pay(buyerId: string, move: () => Promise<void>): Promise<void> {
  try {
    await move();
  } catch (error) {
    throw error instanceof UserError ? new TakerCannotPay(buyerId) : error;
  }
}
