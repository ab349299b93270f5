import { type Lead, type LeadContactRow, type TouchRow } from '../model';
import { isAnsweredHere, isOfOwn, PROOF_CHANNELS, type ProofChannel } from '../rules';
import { type FurtherContact, HASH_OF, isOfFirstRequest } from '../vault/furtherContacts';
import { firstContacts } from '../vault/replaceOwn';
import { type ProvenContact } from './leadsOfPerson';

/**
 * Two requests with one phone and two e-mails, or the other way about: which of the two is of who has the phone nobody can
 * tell before it is proven, and to have been first proves nothing. So the holder of one acts on what came with it alone.
 */

type Kept = Pick<LeadContactRow, '_id' | 'phoneHash' | 'emailHash' | 'further'>;

/** What repeats gave on a channel in the place of the lead's own, beside the same contact of the other channel. */
export const rivalsOn = (row: Kept, channel: ProofChannel): FurtherContact[] => {
  const first = firstContacts(row);
  return (row.further ?? []).filter((one) => {
    const hash = one[HASH_OF[channel]];
    const isRepeated = !first.includes(one) && !isOfFirstRequest(row._id, one);
    return isRepeated && hash !== null && hash !== row[HASH_OF[channel]] && one[HASH_OF[otherThan(channel)]] === null;
  });
};

/**
 * The channel of which only the lead's own contact was proven while a repeat gave another; null where what both share, or
 * the other, was proven as well, or the person has answered this market on both of the lead's own.
 */
export function contestedOn(
  proven: readonly ProvenContact[],
  row: Kept,
  { proofs }: Pick<Lead, 'proofs'>,
): ProofChannel | null {
  const isProven = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  if (isAnsweredOnBoth(proofs)) return null;
  const contested = PROOF_CHANNELS.find((channel) => {
    const shared = row[HASH_OF[otherThan(channel)]];
    const rivals = rivalsOn(row, channel);
    if (!isProven(row[HASH_OF[channel]]) || shared === null || isProven(shared) || rivals.length === 0) return false;
    return !rivals.some((one) => isProven(one[HASH_OF[channel]]));
  });
  return contested ?? null;
}

/**
 * The repeats that came by a contact of the lead which was not proven, of whichever agency: they may be of another person,
 * who has that one, so neither they nor what they brought are shown. Of one from before it was kept by what it came every
 * contact of the lead counts; of one that a likeness alone told none does.
 */
export function touchesOfOthers(
  proven: readonly ProvenContact[],
  row: Kept,
  { proofs }: Pick<Lead, 'proofs'>,
  touches: readonly TouchRow[],
): TouchRow[] {
  if (isAnsweredOnBoth(proofs)) return [];
  const isProven = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  const first = firstContacts(row);
  const isProvenOn = (channel: ProofChannel): boolean => [row, ...first].some((one) => isProven(one[HASH_OF[channel]]));
  const own = PROOF_CHANNELS.filter((channel) => row[HASH_OF[channel]] !== null);
  const brought = (row.further ?? []).filter((one) =>
    PROOF_CHANNELS.some((channel) => isProven(one[HASH_OF[channel]])),
  );
  return touches.filter(({ _id, sharedOn, alike }) => {
    if (brought.some(({ touchId }) => touchId === _id)) return false;
    if (sharedOn?.length === 0 && alike) return false;
    return sharedOn && sharedOn.length > 0 ? !sharedOn.some(isProvenOn) : !own.every(isProvenOn);
  });
}

const isAnsweredOnBoth = (proofs: Lead['proofs']): boolean =>
  PROOF_CHANNELS.every((channel) =>
    proofs.some((proof) => proof.channel === channel && isAnsweredHere(proof) && isOfOwn(proof)),
  );

const otherThan = (channel: ProofChannel): ProofChannel => (channel === 'PHONE' ? 'EMAIL' : 'PHONE');
