import { known } from '../known';
import { type Lead, type LeadContactRow } from '../model';
import { countsForOwn, isAnsweredHere } from '../rules';
import { HASH_OF } from '../vault/furtherContacts';

/** On which of a lead's own contacts its person has answered this market: they are as surely theirs as what they prove at /me. */
export const answeredHashes = (
  row: Pick<LeadContactRow, 'phoneHash' | 'emailHash'>,
  lead: Pick<Lead, 'proofs' | 'mended' | 'reach'>,
): Set<string> => {
  const answered = lead.proofs.filter((proof) => isAnsweredHere(proof) && countsForOwn(proof, lead));
  return new Set(known(answered.map(({ channel }) => row[HASH_OF[channel]])));
};
