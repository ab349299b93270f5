import { LeadContacts, type LeadContactRow } from './model';

/** Another lead that is the same person, and by what it is known. */
export interface SamePerson {
  leadId: string;
  matchedOn: 'PHONE' | 'EMAIL';
}

/**
 * Other leads with the phone or the e-mail of this one, of any agency and age, by keyed hash: two look-ups in their
 * indexes. Null when the lead has neither, so that there is nothing to compare by.
 */
export async function samePersonAs(leadId: string): Promise<SamePerson[] | null> {
  const hashes = { phoneHash: 1, emailHash: 1 } as const;
  const own = await LeadContacts.findById(leadId, hashes).lean<Pick<LeadContactRow, keyof typeof hashes>>();
  if (!own?.phoneHash && !own?.emailHash) return null;
  const found = new Map<string, SamePerson>();
  for (const [field, matchedOn] of [
    ['phoneHash', 'PHONE'],
    ['emailHash', 'EMAIL'],
  ] as const) {
    const hash = own[field];
    if (!hash) continue;
    const rows = await LeadContacts.find({ [field]: hash, _id: { $ne: leadId } }, { _id: 1 }).lean<{ _id: string }[]>();
    for (const { _id } of rows) if (!found.has(_id)) found.set(_id, { leadId: _id, matchedOn });
  }
  return [...found.values()];
}
