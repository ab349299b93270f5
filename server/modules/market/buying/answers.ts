import { UserError } from '../../../platform/errors';
import { keyReused } from '../../../platform/idempotency';
import { formatMoney, MARKET_CURRENCY, type Money, money, sum, toMinor } from '../../../platform/money';
import { type Sale, saleFrom, type SaleRow, Sales } from '../sales/model';
import { Purchases, type PurchaseRow, type StoredRefusal } from './model';

export interface SaleHeldAnswer {
  __typename: 'SaleHeld';
  listingId: string;
  sales: Sale[];
  charged: Money;
}

type RefusalName = 'LeadAlreadySold' | 'AlreadyOwned' | 'PriceChanged' | 'InsufficientFunds' | 'WalletFrozen' | 'Busy';

/** A refusal of one listing, as the member of the item's union that it is. */
export interface RefusalAnswer {
  __typename: RefusalName;
  message: string;
  path: null;
  listingIds: string[];
  shortfall?: Money;
}

export type BuyItemAnswer = SaleHeldAnswer | RefusalAnswer;

export interface PurchaseAnswer {
  purchaseId: string;
  items: BuyItemAnswer[];
  charged: Money;
}

/** What tells one purchase from another, and a repeat from a new one. */
export interface PurchaseKey {
  purchaseId: string;
  reqHash: string;
}

const ITEM_REFUSALS: readonly string[] = [
  'LeadAlreadySold',
  'AlreadyOwned',
  'PriceChanged',
  'InsufficientFunds',
  'WalletFrozen',
  'Busy',
] satisfies RefusalName[];

/** Tells a refusal that may stand for one listing of a purchase from other errors. */
export const isItemRefusal = (error: unknown): error is UserError =>
  error instanceof UserError && ITEM_REFUSALS.includes(error.typename);

/** The refusal of one listing as it is stored; any other error is thrown on. */
export function storedRefusal(listingId: string, error: unknown): StoredRefusal {
  if (!isItemRefusal(error)) throw error;
  const shortfall = error.fields.shortfall as Money | undefined;
  return { listingId, typename: error.typename, message: error.message, shortfallMinor: shortfall?.minor ?? null };
}

/**
 * The refusal as it reads where it stands for ever: the words of one that may be had under the same key later would
 * send the buyer in a circle.
 */
export function finalRefusal(refusal: StoredRefusal): StoredRefusal {
  const { typename, shortfallMinor } = refusal;
  if (typename === 'Busy')
    return { ...refusal, message: 'The market was busy. Nothing was charged for it; ask for a new quote.' };
  if (typename !== 'InsufficientFunds' || shortfallMinor === null) return refusal;
  const short = formatMoney(money(toMinor(shortfallMinor), MARKET_CURRENCY));
  const message = `The wallet is short of ${short}. Nothing was charged for it; top up and ask for a new quote.`;
  return { ...refusal, message };
}

function refusalAnswer({ listingId, typename, message, shortfallMinor }: StoredRefusal): RefusalAnswer {
  const answer = { __typename: typename as RefusalName, message, path: null, listingIds: [listingId] };
  return shortfallMinor === null ? answer : { ...answer, shortfall: money(toMinor(shortfallMinor), MARKET_CURRENCY) };
}

/** The answer in the order of the quote's listings. */
export function answerOf(
  { purchaseId }: Pick<PurchaseKey, 'purchaseId'>,
  listingIds: readonly string[],
  sales: readonly Sale[],
  refusals: readonly StoredRefusal[],
): PurchaseAnswer {
  const items = listingIds.flatMap((listingId): BuyItemAnswer[] => {
    // A sale that another send of the key made stands, though this one was refused it.
    const sold = sales.filter((sale) => sale.listingId === listingId);
    if (sold.length > 0) return [{ __typename: 'SaleHeld', listingId, sales: sold, charged: grossOf(sold) }];
    const refusal = refusals.find((one) => one.listingId === listingId);
    return refusal ? [refusalAnswer(refusal)] : [];
  });
  return { purchaseId, items, charged: grossOf(sales) };
}

const grossOf = (sales: readonly Sale[]): Money =>
  sum(
    sales.map(({ grossMinor, currency }) => money(grossMinor, currency)),
    MARKET_CURRENCY,
  );

/** As it is now: what refused ours as a duplicate must be found, even before it counts as majority-written. */
const salesOf = (purchaseId: string): Promise<SaleRow[]> =>
  Sales.find({ purchaseId }).sort({ number: 1 }).readConcern('local').lean<SaleRow[]>();

/** The sales that a purchase has made so far, in their order. Throws Conflict when its key was used with other input. */
export async function salesMade({ purchaseId, reqHash }: PurchaseKey): Promise<Sale[]> {
  const rows = await salesOf(purchaseId);
  if (rows.some((row) => row.reqHash !== reqHash)) throw keyReused();
  return rows.map(saleFrom);
}

/**
 * The answer that this key got before, and gets for ever; null when it has bought nothing yet or is not done. Throws
 * Conflict when the key was used with other input.
 */
export async function replay(key: PurchaseKey): Promise<PurchaseAnswer | null> {
  const sales = await salesMade(key);
  if (sales.length === 0) return null;
  const purchase = await rowOf(key.purchaseId);
  if (purchase && !purchase.isClosed) return null;
  return answerOf(key, idsOf(purchase, sales), sales, purchase?.refusals ?? []);
}

/** What a purchase has bought up to now, whatever it was asked for; null while it has bought nothing. */
export async function boughtBy(purchaseId: string): Promise<PurchaseAnswer | null> {
  const sales = (await salesOf(purchaseId)).map(saleFrom);
  if (sales.length === 0) return null;
  const purchase = await rowOf(purchaseId);
  const ids = idsOf(purchase, sales);
  const refusals = purchase && !purchase.isClosed ? ids.map(notBoughtYet) : (purchase?.refusals ?? []);
  return answerOf({ purchaseId }, ids, sales, refusals);
}

const rowOf = (purchaseId: string): Promise<PurchaseRow | null> =>
  Purchases.findById(purchaseId).readConcern('local').lean<PurchaseRow>();

/** What was asked for; a purchase of all or nothing has bought all of it. */
const idsOf = (purchase: PurchaseRow | null, sales: readonly Sale[]): string[] =>
  purchase ? purchase.listingIds : [...new Set(sales.map(({ listingId }) => listingId))];

const notBoughtYet = (listingId: string): StoredRefusal => ({
  listingId,
  typename: 'Busy',
  message: 'It was not bought up to now, and nothing was charged for it. Ask for a new quote.',
  shortfallMinor: null,
});
