import { now } from '../../platform/clock';
import { keyedHash } from '../../platform/seal';
import { PostedPeople } from './model';

/** SHA-256 of a phone in E.164 and of an e-mail in lower case, as an agency gives them or its lead has them. */
export interface PersonDigests {
  phoneSha256?: string | null | undefined;
  emailSha256?: string | null | undefined;
}

interface PersonHashes {
  phoneHash: string | null;
  emailHash: string | null;
}

/**
 * What is kept of a person whom an agency asks about. A plain SHA-256 of a phone is undone by trying all numbers, so it is
 * keyed at once; and the agency is part of it, so that its question can meet nothing but its own posts.
 */
export function hashesOf(agencyId: string, { phoneSha256, emailSha256 }: PersonDigests): PersonHashes {
  const keyed = (kind: string, digest: string | null | undefined): string | null =>
    digest ? keyedHash(`posted-${kind}`, `${agencyId}:${digest.toLowerCase()}`) : null;
  return { phoneHash: keyed('phone', phoneSha256), emailHash: keyed('email', emailSha256) };
}

const given = ({ phoneHash, emailHash }: PersonHashes): string[] =>
  [phoneHash, emailHash].filter((one) => one !== null);

/** Whether the agency posted this person before. One look-up by the key, and none where nothing is asked. */
export async function isPosted(hashes: PersonHashes): Promise<boolean> {
  const ids = given(hashes);
  return ids.length > 0 && (await PostedPeople.exists({ _id: { $in: ids } })) !== null;
}

/** Notes that the agency posted this person, whatever else it did before. */
export async function notePosted(hashes: PersonHashes): Promise<void> {
  const ids = given(hashes);
  if (ids.length === 0) return;
  const at = now();
  await PostedPeople.bulkWrite(
    ids.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: { at } }, upsert: true } })),
  );
}
