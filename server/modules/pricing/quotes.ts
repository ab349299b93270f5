import { type Viewer } from '../../graphql/viewer';
import { after, MINUTE, now } from '../../platform/clock';
import { invalidInput, notFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { log } from '../../platform/log';
import { MARKET_CURRENCY, type Money, money, subtract, sum, toMinor } from '../../platform/money';
import { isSignatureOf, signText } from '../../platform/seal';
import { type QuoteItem, type QuoteRow, Quotes } from './model';
import { volumeDiscount } from './priceOf';
import { discounted, type PriceLine } from './rules';

/** For how long a shown price is honoured. */
const LOCK_MS = 10 * MINUTE;
const MOST_ITEMS = 1_000;

/** One listing of a quote, at the price that the market shows now. */
export interface QuotedListing {
  listingId: string;
  /** How many leads it hands over: 1, or the size of the lot. */
  leads: number;
  priceMinor: bigint;
  floorMinor: bigint;
}

export interface QuoteOptions {
  mode?: QuoteRow['mode'];
  /** What was asked for (a filter and a budget), as text: part of what is signed. */
  terms?: string | null;
  /** Whether somebody whom it offers is on the market as another lead too: the purchase then looks again. */
  hasRepeats?: boolean;
}

/** Prices shown to one buyer, honoured until `expiresAt`. */
export interface Quote extends Omit<QuoteRow, 'lines' | 'signature'> {
  /** Their amounts sum to the total. */
  lines: PriceLine[];
}

/**
 * Stores and signs what a buyer is shown: each listing at its market price less the discount for so many leads, never
 * under the agency's floor. Whether the listings may be bought is the asker's matter.
 */
export async function makeQuote(
  buyerId: string,
  listings: readonly QuotedListing[],
  options: QuoteOptions = {},
): Promise<Quote> {
  if (listings.length === 0 || listings.length > MOST_ITEMS)
    throw invalidInput(`A quote is for 1 to ${MOST_ITEMS} listings.`);
  if (new Set(listings.map(({ listingId }) => listingId)).size !== listings.length)
    throw invalidInput('A listing is named twice.');
  const discountBps = volumeDiscount(listings.reduce((leads, listing) => leads + listing.leads, 0));
  const items = listings.map(({ listingId, leads, priceMinor, floorMinor }): QuoteItem => ({
    listingId,
    leads,
    priceMinor,
    chargedMinor: discounted(priceMinor, leastOf(leads, floorMinor), discountBps, MARKET_CURRENCY),
  }));
  const lines = linesOf(items, discountBps);
  const madeAt = now();
  const unsigned: Omit<QuoteRow, 'signature'> = {
    _id: newId('quote'),
    buyerId,
    mode: options.mode ?? 'INDIVIDUAL',
    terms: options.terms ?? null,
    ...(options.hasRepeats ? { hasRepeats: true } : {}),
    items,
    lines: lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.minor })),
    totalMinor: sum(
      lines.map(({ amount }) => amount),
      MARKET_CURRENCY,
    ).minor,
    currency: MARKET_CURRENCY,
    madeAt,
    expiresAt: after(madeAt, LOCK_MS),
  };
  const row: QuoteRow = { ...unsigned, signature: signText('quote', canonical(unsigned)) };
  await Quotes.insertMany([row]);
  return quoteFrom(row);
}

/** Nothing is sold for nothing: one minor unit a lead, or the agency's floor. */
const leastOf = (leads: number, floorMinor: bigint): bigint =>
  floorMinor > BigInt(leads) ? floorMinor : BigInt(leads);

/** The list prices, and what the volume takes off them. */
function linesOf(items: readonly QuoteItem[], discountBps: number): PriceLine[] {
  const list = total(items, ({ priceMinor }) => priceMinor);
  const charged = total(items, ({ chargedMinor }) => chargedMinor);
  const leads = items.reduce((count, item) => count + item.leads, 0);
  const label = leads === 1 ? 'One lead' : `${leads} leads`;
  const lines: PriceLine[] = [{ code: 'LIST_PRICE', label, factor: null, amount: list }];
  if (discountBps > 0) {
    const off = `${leads} leads at once: -${discountBps / 100}%, never under an agency’s lowest price`;
    lines.push({
      code: 'VOLUME',
      label: off,
      factor: (10_000 - discountBps) / 10_000,
      amount: subtract(charged, list),
    });
  }
  return lines;
}

const total = (items: readonly QuoteItem[], minorOf: (item: QuoteItem) => bigint): Money =>
  sum(
    items.map((item) => money(minorOf(item), MARKET_CURRENCY)),
    MARKET_CURRENCY,
  );

/** All of the row but its signature, as one text: the same for the row as made and as read back. */
function canonical(row: Omit<QuoteRow, 'signature'>): string {
  return JSON.stringify([
    row._id,
    row.buyerId,
    row.mode,
    row.terms,
    row.items.map((item) => [item.listingId, item.leads, String(item.priceMinor), String(item.chargedMinor)]),
    row.lines.map((line) => [line.code, line.label, line.factor, String(line.amountMinor)]),
    String(row.totalMinor),
    row.currency,
    row.madeAt.toISOString(),
    row.expiresAt.toISOString(),
    ...(row.hasRepeats ? ['repeats'] : []),
  ]);
}

/**
 * The viewer's own quote, live or not (see `isQuoteLive`). NotFound for another's, an unknown one, and one whose row is
 * not what was signed.
 */
export async function readQuote(viewer: Pick<Viewer, 'organisationId'>, quoteId: string): Promise<Quote> {
  const row = await Quotes.findOne({ _id: quoteId, buyerId: viewer.organisationId }).lean<QuoteRow>();
  if (!row) throw notFound('quote');
  const { signature, ...unsigned } = row;
  if (!isSignatureOf('quote', canonical(unsigned), signature)) {
    log.error({ quoteId }, 'a quote in the database is not what was signed');
    throw notFound('quote');
  }
  return quoteFrom(row);
}

/** True while the quoted prices are honoured, whatever the listings cost by now. */
export const isQuoteLive = ({ expiresAt }: Pick<Quote, 'expiresAt'>, at: Date): boolean => at < expiresAt;

/** Lean reads bring small longs as numbers: they become bigint here. */
function quoteFrom({ signature: _signature, lines, ...row }: QuoteRow): Quote {
  return {
    ...row,
    items: row.items.map((item) => ({
      ...item,
      priceMinor: toMinor(item.priceMinor),
      chargedMinor: toMinor(item.chargedMinor),
    })),
    lines: lines.map(({ amountMinor, ...line }) => ({ ...line, amount: money(toMinor(amountMinor), row.currency) })),
    totalMinor: toMinor(row.totalMinor),
  };
}
