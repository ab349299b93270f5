import { after, DAY, now } from '../../../platform/clock';
import { samePeopleAs } from '../../leads';
import { type Listing } from '../../listings';
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

type Holding = Pick<Listing, 'leadIds'>;

/** The people of some listings who are other leads too. */
export interface People {
  /** Leads of people that the buyer has, or asks for twice. */
  known: Set<string>;
  /** Whether any of the people is another lead as well: only then a purchase in between can change what is known. */
  haveOthers: boolean;
}

/**
 * Which leads of the listings are people that this buyer bought within 90 days as another lead and was not refunded, or who
 * are in an earlier one of the listings too: told before it pays, for it would pay twice. Only for what it asks a quote of:
 * whom it does not have, it cannot learn.
 */
export async function knownPeopleAmong(buyerId: string, listings: readonly Holding[]): Promise<People> {
  const same = await samePeopleAs(listings.flatMap(({ leadIds }) => leadIds));
  const others = [...new Set([...same.values()].flat())];
  if (others.length === 0) return { known: new Set(), haveOthers: false };
  const heldAt = { $gte: after(now(), -KNOWN_FOR_MS) };
  const rows = await Sales.find(
    { buyerId, leadId: { $in: others }, heldAt, state: { $ne: 'REFUNDED' } },
    { leadId: 1 },
  ).lean<Pick<Sale, 'leadId'>[]>();
  const met = new Set(rows.map(({ leadId }) => leadId));
  const known = new Set<string>();
  for (const { leadIds } of listings) {
    for (const id of leadIds) if (same.get(id)?.some((other) => met.has(other))) known.add(id);
    // One whose listing is left out is not there to be met again.
    if (!leadIds.some((id) => known.has(id))) for (const id of leadIds) met.add(id);
  }
  return { known, haveOthers: true };
}
