import { after, DAY } from '../../../platform/clock';
import { sharesAmong } from '../alike/sharesOfMarket';
import { type CandidateBatch } from '../candidate';
import { DUPLICATE_DAYS } from '../rules';
import { type KnownPeople, type PersonRow } from './knownPeople';
import { MetPeople } from './metPeople';

/**
 * For each row the lead that is the same person and came within the period before the batch's time, or the one that may
 * be: by phone or e-mail, else by likeness to those that share a candidate key; also earlier rows of the same call. Four
 * look-ups in indexes, whatever the number of rows and of leads.
 */
export async function findKnown(
  rows: readonly PersonRow[],
  batch: CandidateBatch,
  isOwnOnly: boolean,
): Promise<KnownPeople> {
  const among = {
    at: { $gte: after(batch.at, -DUPLICATE_DAYS * DAY) },
    isStanding: true,
    ...(isOwnOnly ? { agencyId: batch.agencyId } : {}),
  };
  const met = new MetPeople(sharesAmong(rows.map(({ likeness }) => likeness)));
  await met.byContact(rows, among);
  // Most repeats are told by hashes alone: only for the others is there more to read.
  const open = rows.filter((row) => !met.isToldByHash(row));
  await met.byKeys(
    open.filter((row) => !met.hasPhone(row)),
    among,
  );
  await met.open(open);
  const found: KnownPeople = {
    standing: new Map(),
    suspected: new Map(),
    matchKeys: new Map(),
    names: new Map(),
    otherNames: met.otherNames,
  };
  for (const row of rows) {
    const standing = met.sameContact(row) ?? met.alike(row);
    const names = met.namesOfPhone(row, standing?.isUnsure === false ? standing.lead.leadId : null);
    if (names > 1) found.names.set(row.row, names);
    if (standing && !standing.isUnsure) {
      found.standing.set(row.row, standing.lead);
      continue;
    }
    if (standing) found.suspected.set(row.row, { ...standing.lead, alike: standing.lead.alike ?? [] });
    found.matchKeys.set(row.row, met.add(row, batch));
  }
  return found;
}
