import { known } from './known';
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

/**
 * The other leads, of any agency and age, that are the same people as these by phone or e-mail; leads that are nobody
 * else's person are left out. Three look-ups in indexes, however many are asked for.
 */
export async function samePeopleAs(leadIds: readonly string[]): Promise<Map<string, string[]>> {
  const hashes = { phoneHash: 1, emailHash: 1 } as const;
  type Hashed = Pick<LeadContactRow, '_id' | keyof typeof hashes>;
  const own = await LeadContacts.find({ _id: { $in: [...leadIds] } }, hashes).lean<Hashed[]>();
  const byHash = new Map<string, string[]>();
  for (const field of ['phoneHash', 'emailHash'] as const) {
    const wanted = known(own.map((row) => row[field]));
    if (wanted.length === 0) continue;
    const rows = await LeadContacts.find({ [field]: { $in: wanted } }, { [field]: 1 }).lean<Hashed[]>();
    for (const { _id, [field]: hash } of rows) byHash.set(hash!, [...(byHash.get(hash!) ?? []), _id]);
  }
  const same = own.map(({ _id, phoneHash, emailHash }): [string, string[]] => {
    const ids = known([phoneHash, emailHash]).flatMap((hash) => byHash.get(hash) ?? []);
    return [_id, [...new Set(ids)].filter((id) => id !== _id)];
  });
  return new Map(same.filter(([, ids]) => ids.length > 0));
}
