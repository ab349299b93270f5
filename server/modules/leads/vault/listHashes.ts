import { purposeHash, sha256 } from '../../../platform/seal';
import { type JudgedRow } from '../judgeRow';
import { LeadContacts, type LeadContactRow } from '../model';

/**
 * The keyed form of a plain SHA-256 of a phone or an e-mail, under a key of its own: plain ones can be guessed through,
 * and these are comparable with nothing but each other.
 */
export const hashForLists = (plainHash: string): string => purposeHash('own-list', plainHash);

/** By what a contact is found on a business's own list: what the business's browser would make of phone and e-mail. */
export const listHashesOfContact = ({ phone, email }: JudgedRow['identity']): string[] =>
  [phone, email].flatMap((value) => (value === null ? [] : [hashForLists(sha256(value))]));

/** By what stored leads are found on an own list, and the hash of their e-mail domain. */
export interface ListHashes {
  listHashes: readonly string[];
  domainHash: string | null;
}

/** The same of stored leads. For comparing with lists, never for the API. */
export async function listHashesOf(leadIds: readonly string[]): Promise<Map<string, ListHashes>> {
  const rows = await LeadContacts.find({ _id: { $in: [...leadIds] } }, { listHashes: 1, domainHash: 1 }).lean<
    Pick<LeadContactRow, '_id' | 'listHashes' | 'domainHash'>[]
  >();
  return new Map(rows.map(({ _id, listHashes = [], domainHash }) => [_id, { listHashes, domainHash }]));
}
