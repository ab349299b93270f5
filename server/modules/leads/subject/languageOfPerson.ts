import { languageFor } from '../confirm/languageFor';
import { type Language } from '../languages';
import { type Lead, LeadContacts, type LeadContactRow, Leads } from '../model';
import { openIfSound } from '../vault/sealContact';
import { type ProvenContact, whereProven } from './leadsOfPerson';

/** In what the person of a phone or an address is written to, as their latest request tells; null of who has left none. */
export async function languageOfPerson(proven: ProvenContact): Promise<Language | null> {
  const row = await LeadContacts.findOne(whereProven([proven]))
    .sort({ at: -1 })
    .lean<LeadContactRow>();
  const lead = row && (await Leads.findById(row._id).lean<Lead>());
  // Opened to be written to alone; nobody sees it.
  const contact = row && openIfSound(row._id, row.sealed, 'tells no language');
  return lead ? languageFor(lead, contact?.phone ?? null) : null;
}
