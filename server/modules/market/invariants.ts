import { database } from '../../platform/database';
import { type Invariant } from '../../platform/manifest';
import { entriesOf, type JournalEntry, sameness } from '../ledger';
import { looksForSales } from '../leads';
import { factsOf, onSale } from '../listings';
import { type BoardRow, board, rowOf } from './board';
import { reviewsThatDoNotFit } from './reviews/reviewsFitSales';
import { purchaseEntry, refundEntry, releaseEntry } from './sales/entries';
import { type Sale, saleFrom, type SaleRow, Sales } from './sales/model';
import { salesById } from './sales/readSales';

const MOST_SHOWN = 20;

const allSales = (): AsyncIterable<SaleRow> => Sales.find().lean<SaleRow>().cursor() as AsyncIterable<SaleRow>;

/** The entries that the journal must have for a sale in its state, and no other. */
function demanded(sale: Sale): JournalEntry[] {
  const entries = [purchaseEntry(sale, '')];
  if (sale.refundedMinor > 0n) entries.push(refundEntry(sale, sale.refundedMinor, { actor: '', at: sale.heldAt }));
  if (sale.state === 'RELEASED') entries.push(releaseEntry(sale, '', sale.heldAt));
  return entries;
}

const PAGE = 1000;

/** What the journal has about each sale, read in one walk: `<kind>:<sale>` and `<kind>:<sale>:<part>`. */
async function entriesBySale(): Promise<Map<string, string[]>> {
  const bySale = new Map<string, string[]>();
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const entries = await entriesOf(null, { limit: PAGE, after });
    for (const entry of entries) {
      const saleId = entry.id.split(':')[1] ?? '';
      if (saleId.startsWith('sale_')) bySale.set(saleId, [...(bySale.get(saleId) ?? []), sameness(entry)]);
    }
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return bySale;
    after = { at: last.at, id: last.id };
  }
}

async function wrongJournals(): Promise<string[]> {
  const bySale = await entriesBySale();
  const violations: string[] = [];
  for await (const row of allSales()) {
    const sale = saleFrom(row);
    const wanted = demanded(sale).map(sameness).sort().join('; ');
    const found = (bySale.get(sale._id) ?? []).sort().join('; ');
    if (wanted !== found) violations.push(`${sale._id} is ${sale.state}: the journal has [${found}], not [${wanted}]`);
    bySale.delete(sale._id);
  }
  return [
    ...violations,
    ...[...bySale.keys()].map((saleId) => `the journal speaks of ${saleId}, which does not exist`),
  ];
}

async function wrongPlaces(): Promise<string[]> {
  const places = new Map<string, { slots: number[]; maxSales: number }>();
  for await (const { leadId, slot, maxSales } of allSales()) {
    const lead = places.get(leadId) ?? { slots: [], maxSales };
    lead.slots.push(slot);
    lead.maxSales = Math.min(lead.maxSales, maxSales);
    places.set(leadId, lead);
  }
  return [...places].flatMap(([leadId, { slots, maxSales }]) => {
    const isWhole = slots.sort((a, b) => a - b).every((slot, index) => slot === index + 1);
    return isWhole && slots.length <= maxSales ? [] : [`${leadId} has the places ${slots.join()} of ${maxSales}`];
  });
}

interface CountedListing {
  _id: string;
  leadIds: string[];
  sold: number;
}

/** The last place that each listing's sales took of each of its leads. */
async function lastPlaces(): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  for await (const { listingId, leadId, slot } of allSales()) {
    const key = `${listingId} ${leadId}`;
    places.set(key, Math.max(places.get(key) ?? 0, slot));
  }
  return places;
}

/**
 * Places taken of every listing against the sales of its leads, its own and those of the listings that held them before
 * it: also where a listing has no sale at all.
 */
async function wrongCounts(): Promise<string[]> {
  const places = await lastPlaces();
  const taken = new Map<string, number>();
  const violations: string[] = [];
  const listings = database()
    .collection<CountedListing>('listings')
    .find({}, { projection: { leadIds: 1, sold: 1 }, sort: { createdAt: 1, _id: 1 } });
  for await (const { _id, leadIds, sold } of listings) {
    for (const leadId of leadIds) {
      const last = Math.max(taken.get(leadId) ?? 0, places.get(`${_id} ${leadId}`) ?? 0);
      taken.set(leadId, last);
      places.delete(`${_id} ${leadId}`);
      if (last !== sold) violations.push(`${_id} says ${sold} sold, the sales of ${leadId} took ${last} places`);
    }
  }
  return [...violations, ...[...places.keys()].map((key) => `there are sales of ${key}, which does not exist`)];
}

async function wrongBoard(): Promise<string[]> {
  const rows = new Map<string, BoardRow>();
  for await (const listings of onSale(2000)) {
    for (const listing of listings) rows.set(listing._id, rowOf(factsOf(listing)));
  }
  const missing = [...rows].filter(
    ([id, row]) => JSON.stringify(sorted(board().get(id))) !== JSON.stringify(sorted(row)),
  );
  const surplus = [...board().ids()].filter((id) => !rows.has(id));
  return [
    ...missing.map(([id]) => `${id} is on sale, and the board has it not, or otherwise`),
    ...surplus.map((id) => `${id} is on the board and not on sale`),
  ];
}

const sorted = (row: BoardRow | null): unknown => row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

/** A look at a contact that names a sale: the sale was made before, of that lead, to the organisation that looked. */
async function looksWithoutSale(): Promise<string[]> {
  const violations: string[] = [];
  for await (const looks of looksForSales()) {
    const sales = await salesById(looks.flatMap(({ saleId }) => saleId ?? []));
    for (const { _id, saleId, leadId, organisationId, at } of looks) {
      const sale = sales.get(saleId ?? '');
      const isGround = sale?.leadId === leadId && sale.buyerId === organisationId && sale.heldAt <= at;
      if (!isGround) violations.push(`${_id} is a look for ${saleId}, which is no ground for it`);
    }
  }
  return violations;
}

const CATCH_UP_MS = 100;
const MOST_CATCH_UPS = 30;

/** The board follows within a moment: what is wrong for longer is wrong. */
async function wrongBoardOnceQuiet(): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const violations = await wrongBoard();
    if (violations.length === 0 || tries === MOST_CATCH_UPS) return violations;
    await new Promise((resolve) => setTimeout(resolve, CATCH_UP_MS));
  }
}

const first = (check: () => Promise<string[]>) => async (): Promise<string[]> => (await check()).slice(0, MOST_SHOWN);

/** What must hold over all sales and this process's board. */
export const invariants: Invariant[] = [
  { code: 'I4', title: 'the journal of each sale is exactly what its state demands', check: first(wrongJournals) },
  {
    code: 'I5',
    title: 'a lead is sold at most as often as it may be, in places 1 to n, and its listing counts them',
    check: first(async () => [...(await wrongPlaces()), ...(await wrongCounts())]),
  },
  {
    code: 'I10',
    title: 'every look for a sale is by its buyer, at its lead, after it was made',
    check: first(looksWithoutSale),
  },
  { code: 'I21', title: 'reviews and their sales agree', check: first(reviewsThatDoNotFit) },
  { code: 'I17', title: 'the board is what the database has on sale', check: first(wrongBoardOnceQuiet) },
];
