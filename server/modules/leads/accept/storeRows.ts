import { type CandidateBatch } from '../candidate';
import { known } from '../known';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { furtherBeside } from '../vault/furtherContacts';
import { listHashesOfContact } from '../vault/listHashes';
import { openConsent } from '../vault/openConsent';
import { consentRecord, sealContact } from '../vault/sealContact';
import { type KnownPeople, type StandingLead } from './knownPeople';
import { leadOf } from './leadOfRow';
import { storeRepeats } from './storeRepeats';
import { storeTexts } from './storeTexts';
import { isRefused, type WorkedRow } from './workedRow';

/** Stores what became of rows: leads, of those that are not refused contact and consent, and repeats on earlier leads. */
export async function storeRows(
  rows: readonly WorkedRow[],
  people: KnownPeople,
  batch: CandidateBatch,
  at: Date,
): Promise<void> {
  const { standing, suspected, matchKeys } = people;
  const isRepeat = (row: WorkedRow): boolean => !isRefused(row) && standing.has(row.row);
  const fresh = rows.filter((row) => !isRepeat(row));
  const leads = fresh.map((row) => ({ ...leadOf(row, batch, at), ...likenessOf(suspected.get(row.row)) }));
  const texts = new Map<string, string>();
  const contacts = fresh.flatMap((row) => contactOf(row, matchKeys.get(row.row) ?? [], batch, texts) ?? []);
  await storeTexts(texts);
  if (contacts.length > 0) await LeadContacts.insertMany(contacts, { lean: true });
  if (leads.length > 0) await Leads.insertMany(leads, { lean: true });
  // Last: what a repeat tells may be of a lead that was stored just now.
  await storeRepeats(rows.filter(isRepeat), people, batch, at);
}

/** The sealed contact of a row, its consent text put to the others; null of a refused row. */
function contactOf(
  row: WorkedRow,
  matchKeys: string[],
  batch: CandidateBatch,
  texts: Map<string, string>,
): LeadContactRow | null {
  const { consent, contact, identity } = row.judged;
  if (isRefused(row) || !consent) return null;
  const { open, sealed } = openConsent(consent, contact, batch.defaults.consentText);
  const record = consentRecord(open, { leadId: row.leadId, agencyId: batch.agencyId });
  texts.set(record.textHash, open.text);
  const { further, listHashes } = furtherBeside(
    { leadId: row.leadId, at: batch.at, hashes: row.hashes },
    row.judged.beside,
  );
  const furtherHashes = known(further.flatMap(({ phoneHash, emailHash }) => [phoneHash, emailHash]));
  return {
    _id: row.leadId,
    agencyId: batch.agencyId,
    at: batch.at,
    isStanding: true,
    ...row.hashes,
    ...row.likeness,
    matchKeys,
    listHashes: [...listHashesOfContact(identity), ...listHashes],
    ...(further.length > 0 ? { further, furtherHashes } : {}),
    sealed: sealContact(row.leadId, { ...contact, details: [...contact.details, ...sealed] }, consent),
    consent: record,
  };
}

const likenessOf = (suspect: StandingLead | undefined): Pick<Lead, 'likeness'> =>
  suspect ? { likeness: { leadId: suspect.leadId, parts: suspect.alike ?? [], isSamePerson: null } } : {};
