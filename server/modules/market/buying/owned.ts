import { after, DAY, now } from '../../../platform/clock';
import { samePeopleAs } from '../../leads';
import { type Sale, Sales } from '../sales/model';

/** A person bought within this time is one that the buyer has, whichever lead it comes as. */
const KNOWN_FOR_MS = 90 * DAY;

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

/**
 * Which of the leads are people that this buyer bought within 90 days as another lead and was not refunded: told before
 * it pays, for it would pay twice. Only for what it asks a quote of: whom it does not have, it cannot learn.
 */
export async function knownPeopleAmong(buyerId: string, leadIds: readonly string[]): Promise<Set<string>> {
  const same = await samePeopleAs(leadIds);
  const others = [...new Set([...same.values()].flat())];
  if (others.length === 0) return new Set();
  const heldAt = { $gte: after(now(), -KNOWN_FOR_MS) };
  const rows = await Sales.find(
    { buyerId, leadId: { $in: others }, heldAt, state: { $ne: 'REFUNDED' } },
    { leadId: 1 },
  ).lean<Pick<Sale, 'leadId'>[]>();
  const bought = new Set(rows.map(({ leadId }) => leadId));
  return new Set([...same].filter(([, ids]) => ids.some((id) => bought.has(id))).map(([leadId]) => leadId));
}
