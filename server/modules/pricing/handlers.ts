import { type EventHandler } from '../../platform/manifest';
import { inTransaction } from '../../platform/transaction';
import { type EventTopics } from '../events';
import { countryIdOf } from './competition';
import { AgencyRecords, MissedSearches, type SaleFactRow, SaleFacts } from './model';

/** A sale is demand in its cell and one more in the agency's record. Its fact is kept once, so is the count. */
async function countSale(sale: EventTopics['sale.held']): Promise<void> {
  await inTransaction(async () => {
    const fact = await SaleFacts.findById(sale.saleId).lean<SaleFactRow>();
    if (fact?.heldAt) return;
    const known = {
      agencyId: sale.agencyId,
      heldAt: new Date(sale.heldAt),
      nicheId: sale.nicheId,
      countryId: countryIdOf(sale.regionId),
      grossMinor: BigInt(sale.grossMinor),
    };
    await SaleFacts.updateOne(
      { _id: sale.saleId },
      { $set: known, $setOnInsert: { refundedBps: 0 } },
      { upsert: true },
    );
    await AgencyRecords.updateOne(
      { _id: sale.agencyId },
      { $inc: { sales: 1 }, $setOnInsert: { refundedBps: 0 } },
      { upsert: true },
    );
  });
}

/** The part of the price that a decision gave back, 0 to 10000. */
function refundedPart(
  { outcome, refundedMinor }: Pick<EventTopics['dispute.decided'], 'outcome' | 'refundedMinor'>,
  grossMinor: bigint | null,
): number {
  if (outcome !== 'ACCEPTED') return 0;
  if (!grossMinor) return 10_000;
  const part = Number((BigInt(refundedMinor) * 10_000n) / BigInt(grossMinor));
  return Math.min(part, 10_000);
}

/** A decision counts against the agency as far as the buyer was found right; a later one replaces it. */
async function countDecision({ saleId, ...decision }: EventTopics['dispute.decided']): Promise<void> {
  // Clicks and calls are counted where they are.
  if (saleId === null) return;
  await inTransaction(async () => {
    const fact = await SaleFacts.findById(saleId).lean<SaleFactRow>();
    const before = fact?.refundedBps ?? 0;
    const refundedBps = refundedPart(decision, fact?.grossMinor ?? null);
    if (refundedBps === before) return;
    await SaleFacts.updateOne(
      { _id: saleId },
      { $set: { refundedBps }, $setOnInsert: { agencyId: decision.agencyId, heldAt: null } },
      { upsert: true },
    );
    await AgencyRecords.updateOne(
      { _id: decision.agencyId },
      { $inc: { refundedBps: refundedBps - before }, $setOnInsert: { sales: 0 } },
      { upsert: true },
    );
  });
}

/** How an agency's leads fared is counted where they are; the last count stands. */
async function countLeads({ agencyId, judged, accepted, verified }: EventTopics['agency.counted']): Promise<void> {
  await AgencyRecords.updateOne(
    { _id: agencyId },
    { $set: { judged, accepted, verified }, $setOnInsert: { sales: 0, refundedBps: 0 } },
    { upsert: true },
  );
}

/** So is how much of clicks and calls was refunded. */
async function countUsage({ agencyId, kind, count, refundedBps }: EventTopics['agency.usageCounted']): Promise<void> {
  await AgencyRecords.updateOne(
    { _id: agencyId },
    { $set: { [`used.${kind}`]: { count, refundedBps } }, $setOnInsert: { sales: 0, refundedBps: 0 } },
    { upsert: true },
  );
}

/** The same buyer looking for the same thing again on one day is one wish. A search of all countries has no place. */
async function countMissedSearch(
  { nicheId, regionId, buyerId }: EventTopics['search.foundNothing'],
  at: Date,
): Promise<void> {
  const countryId = regionId && countryIdOf(regionId);
  if (!countryId) return;
  const _id = `${buyerId}:${nicheId}:${countryId}:${at.toISOString().slice(0, 10)}`;
  await MissedSearches.updateOne({ _id }, { $setOnInsert: { nicheId, countryId, at } }, { upsert: true });
}

export const handlers: EventHandler[] = [
  { topic: 'sale.held', name: 'pricing.countSale', handle: (sale) => countSale(sale) },
  { topic: 'dispute.decided', name: 'pricing.countDecision', handle: (decision) => countDecision(decision) },
  { topic: 'agency.counted', name: 'pricing.countLeads', handle: (counts) => countLeads(counts) },
  { topic: 'agency.usageCounted', name: 'pricing.countUsage', handle: (counts) => countUsage(counts) },
  {
    topic: 'search.foundNothing',
    name: 'pricing.countMissedSearch',
    handle: (search, { at }) => countMissedSearch(search, at),
  },
];
