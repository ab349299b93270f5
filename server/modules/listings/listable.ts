import { type ConsentRead, consentsOf, type Lead, leadsById } from '../leads';
import { Listings } from './model';
import { type ListingRefusal, REFUSAL_WORDS } from './rules';

export interface RefusedLead {
  leadId: string;
  reason: ListingRefusal;
  message: string;
}

/** A lead that may be put on sale, with what earlier listings of it left behind. */
export interface ListableLead {
  lead: Lead;
  /** When it was first on sale: taking it off and putting it on again does not make it young. */
  firstListedAt: Date | null;
  /** How many buyers have it from listings before. */
  soldBefore: number;
}

export const refusedLead = (leadId: string, reason: ListingRefusal): RefusedLead => ({
  leadId,
  reason,
  message: REFUSAL_WORDS[reason],
});

/**
 * Tells the agency's leads that may be put on sale to `maxSales` buyers from those that may not, each with its reason.
 * Another agency's lead reads as a missing one. The database has the last word on "already listed": its unique index.
 */
export async function findListable(
  agencyId: string,
  leadIds: readonly string[],
  maxSales: number,
): Promise<{ listable: ListableLead[]; refused: RefusedLead[] }> {
  const ids = [...new Set(leadIds)];
  const leads = await leadsById(ids);
  const consents = await consentsOf(ids);
  const histories = await historiesOf(ids);
  const listable: ListableLead[] = [];
  const refused: RefusedLead[] = [];
  for (const id of ids) {
    const lead = leads.get(id);
    const history = histories.get(id) ?? { isHeld: false, firstListedAt: null, soldBefore: 0, promised: null };
    const reason = refusalOf(agencyId, lead, mayGoToBuyers(consents.get(id)), history, maxSales);
    if (reason !== null || !lead) refused.push(refusedLead(id, reason ?? 'NOT_FOUND'));
    else listable.push({ lead, firstListedAt: history.firstListedAt, soldBefore: history.soldBefore });
  }
  return { listable, refused };
}

/** S41: without a record of what the person agreed to, and that buyers are among the recipients, there is no listing. */
const mayGoToBuyers = (consent: ConsentRead | undefined): boolean =>
  consent !== undefined && consent.text !== '' && consent.recipients.includes('BUYERS');

interface LeadHistory {
  isHeld: boolean;
  firstListedAt: Date | null;
  soldBefore: number;
  /** The fewest buyers that a buyer of the lead was promised; null when it was never sold. */
  promised: number | null;
}

function refusalOf(
  agencyId: string,
  lead: Lead | undefined,
  hasConsent: boolean,
  history: LeadHistory,
  maxSales: number,
): ListingRefusal | null {
  if (lead?.agencyId !== agencyId) return 'NOT_FOUND';
  if (lead.state !== 'ACCEPTED') return 'NOT_ACCEPTED';
  if (!hasConsent) return 'NO_CONSENT';
  if (history.isHeld) return 'ALREADY_LISTED';
  if (history.soldBefore >= maxSales) return 'SOLD_BEFORE';
  return history.promised !== null && maxSales > history.promised ? 'PROMISED_FEWER' : null;
}

interface HistoryRow {
  leadIds: string[];
  holdsLeads: boolean;
  sold: number;
  maxSales: number;
  firstListedAt: Date;
  listedAt: Date | null;
}

/** A listing counts on from the places sold before it: only when it has more was it sold itself, and promised. */
function promisedAfter(earlier: LeadHistory | undefined, { sold, maxSales }: HistoryRow): number | null {
  const promised = earlier?.promised ?? null;
  if (sold <= (earlier?.soldBefore ?? 0)) return promised;
  return Math.min(promised ?? maxSales, maxSales);
}

/** A draft that never came on sale makes nobody's lead older. */
function earliest(known: Date | null | undefined, { firstListedAt, listedAt }: HistoryRow): Date | null {
  if (listedAt === null) return known ?? null;
  return known && known < firstListedAt ? known : firstListedAt;
}

async function historiesOf(leadIds: readonly string[]): Promise<Map<string, LeadHistory>> {
  const rows = await Listings.find(
    { leadIds: { $in: [...leadIds] } },
    { leadIds: 1, holdsLeads: 1, sold: 1, maxSales: 1, firstListedAt: 1, listedAt: 1 },
  )
    // In the order in which they held the lead, one after the other.
    .sort({ createdAt: 1, _id: 1 })
    .lean<HistoryRow[]>();
  const histories = new Map<string, LeadHistory>();
  for (const row of rows) {
    for (const leadId of row.leadIds) {
      const earlier = histories.get(leadId);
      histories.set(leadId, {
        isHeld: row.holdsLeads || (earlier?.isHeld ?? false),
        firstListedAt: earliest(earlier?.firstListedAt, row),
        soldBefore: Math.max(earlier?.soldBefore ?? 0, row.sold),
        promised: promisedAfter(earlier, row),
      });
    }
  }
  return histories;
}
