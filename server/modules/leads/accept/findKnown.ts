import { after, DAY } from '../../../platform/clock';
import { sharesAmong } from '../alike/sharesOfMarket';
import { type CandidateBatch } from '../candidate';
import { DUPLICATE_DAYS } from '../rules';
import { isPlayedWith, type PhoneNames } from '../alike/phoneNames';
import { type KnownPeople, type PersonRow } from './knownPeople';
import { type Met, MetPeople } from './metPeople';

/**
 * For each row the lead that is the same person and came within the period before the batch's time, or the one that may
 * be: by phone or e-mail, else by likeness to those that share a candidate key; also earlier rows of the same call. One
 * look-up in an index for a few rows, two for many, whatever the number of leads.
 */
export async function findKnown(
  rows: readonly PersonRow[],
  batch: CandidateBatch,
  isOwnOnly: boolean,
): Promise<KnownPeople> {
  const among = {
    at: { $gte: after(batch.at, -DUPLICATE_DAYS * DAY) },
    isStanding: true,
    // Null: for whoever brings its person.
    standsOnlyFor: { $in: [null, batch.agencyId] },
    ...(isOwnOnly ? { agencyId: batch.agencyId } : {}),
  };
  const met = new MetPeople(sharesAmong(rows.map(({ likeness }) => likeness)));
  await met.find(rows, among);
  // Who asks again with the same details is told by hashes alone: only for the others is there more to read.
  await met.open(rows.filter((row) => !met.withSameDetails(row)));
  const found: KnownPeople = {
    standing: new Map(),
    suspected: new Map(),
    matchKeys: new Map(),
    names: new Map(),
    played: new Map(),
    otherNames: met.otherNames,
  };
  for (const row of rows) {
    const standing = met.of(row);
    const names = met.namesOfPhone(row, standing?.isUnsure === false ? standing.lead.leadId : null);
    if (names) noteNames(found, row, names, met.under(row.hashes.phoneHash));
    if (standing && !standing.isUnsure) {
      const { lead } = standing;
      found.standing.set(row.row, { ...lead, bringsName: met.noteName(row, lead.leadId) });
      continue;
    }
    if (standing) found.suspected.set(row.row, { ...standing.lead, alike: standing.lead.alike ?? [] });
    found.matchKeys.set(row.row, met.add(row, batch));
  }
  return found;
}

/** Notes the names of a row's phone on the row and, where somebody plays with it, on every lead that has it. */
function noteNames(found: KnownPeople, { row }: PersonRow, names: PhoneNames, sharing: readonly Met[]): void {
  found.names.set(row, names);
  if (!isPlayedWith(names)) return;
  for (const { leadId, ofRow } of sharing) {
    if (ofRow === null) found.played.set(leadId, names);
    else found.names.set(ofRow, names);
  }
}
