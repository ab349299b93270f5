import { after, DAY } from '../../platform/clock';
import { type CandidateBatch } from './candidate';
import { LeadContacts, Leads, Touches, type LeadContactRow } from './model';
import { DUPLICATE_DAYS } from './rules';
import { type ContactHashes } from './vault/sealContact';

/** The lead that a person already is. */
export interface StandingLead {
  leadId: string;
  agencyId: string;
  /** The row of the same batch that it came from, where it is one. */
  ofRow: number | null;
}

export interface HashedRow {
  row: number;
  leadId: string;
  hashes: ContactHashes;
}

/** The values that are there, each once. */
export const known = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/**
 * For each row the lead of any agency that is the same person by phone or e-mail and came within the period before
 * `at`; of several the earliest. Two look-ups of keyed hashes in their indexes, whatever the number of leads.
 */
export async function findStanding(rows: readonly HashedRow[], at: Date): Promise<Map<number, StandingLead>> {
  const since = after(at, -DUPLICATE_DAYS * DAY);
  const byHash = new Map<string, StandingLead>();
  for (const field of ['phoneHash', 'emailHash'] as const) {
    const hashes = known(rows.map((row) => row.hashes[field]));
    if (hashes.length === 0) continue;
    const found = await LeadContacts.find(
      { [field]: { $in: hashes }, at: { $gte: since }, isStanding: true },
      { agencyId: 1, at: 1, [field]: 1 },
    ).lean<Pick<LeadContactRow, '_id' | 'agencyId' | 'at' | typeof field>[]>();
    found.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { _id, agencyId, [field]: hash } of found) {
      if (hash !== null && !byHash.has(hash)) byHash.set(hash, { leadId: _id, agencyId, ofRow: null });
    }
  }
  const standing = new Map<number, StandingLead>();
  for (const { row, hashes } of rows) {
    const lead = byHash.get(hashes.phoneHash ?? '') ?? byHash.get(hashes.emailHash ?? '');
    if (lead) standing.set(row, lead);
  }
  return standing;
}

/**
 * Adds to `standing` the rows that are the same person as an earlier row of the same call which becomes a lead.
 */
export function findWithin(
  rows: readonly HashedRow[],
  standing: Map<number, StandingLead>,
  batch: CandidateBatch,
): void {
  const first = new Map<string, StandingLead>();
  for (const { row, leadId, hashes } of rows) {
    if (standing.has(row)) continue;
    const keys = known([hashes.phoneHash, hashes.emailHash]);
    const earlier = keys.map((key) => first.get(key)).find((lead) => lead !== undefined);
    if (earlier) {
      standing.set(row, earlier);
      continue;
    }
    for (const key of keys) first.set(key, { leadId, agencyId: batch.agencyId, ofRow: row });
  }
}

/** Which rows of a batch were judged by an earlier call: their leads and touches by the ids that the rows give. */
export async function findJudged(leadIds: readonly string[], touchIds: readonly string[]) {
  const leads = await Leads.find({ _id: { $in: leadIds } }, { row: 1, state: 1, signals: 1 }).lean();
  const touches = leads.length === leadIds.length ? [] : await Touches.find({ _id: { $in: touchIds } }).lean();
  return {
    leads: new Map(leads.map((lead) => [lead._id, lead])),
    touches: new Map(touches.map((touch) => [touch._id, touch])),
  };
}
