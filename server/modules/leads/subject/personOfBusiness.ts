import { requireLiveSession } from '../../accounts';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { isInTransaction } from '../../../platform/transaction';
import { cleanText } from '../checks/cleanText';
import { checkEmail } from '../checks/email';
import { checkPhone } from '../checks/phone';
import { type Contact } from '../judgeRow';
import { takeFences } from '../personFence';
import { suppressedAmong } from '../suppress/suppressions';
import { listHashesOfContact } from '../vault/listHashes';
import { Disclosures } from '../vault/model';
import { type ContactHashes, hashIdentity } from '../vault/sealContact';

/** Somebody of whom a business itself told the market, read as the people of leads are. */
export interface PersonOfBusiness {
  contact: Contact;
  hashes: Pick<ContactHashes, 'phoneHash' | 'emailHash'>;
  /** By which the person is found on own lists. */
  listHashes: string[];
}

interface Told {
  name: string;
  phone: string | null;
  email: string | null;
}

const tidy = (text: string): string => cleanText(text).normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Reads the person; `country` is where a phone without its country's code is from. What cannot exist is kept as it was
 * written and found by nothing: it is the business's own customer, whom nobody else is to judge.
 */
export function readPersonOfBusiness({ name, phone, email }: Told, country: string): PersonOfBusiness {
  const { e164 } = checkPhone(phone ?? undefined, country);
  const { normalised, address } = checkEmail(email ?? undefined, country);
  const identity = { phone: e164, email: normalised };
  const { phoneHash, emailHash } = hashIdentity(identity);
  const kept = (written: string | null): string | null => (written === null ? null : tidy(written) || null);
  const contact = { name: tidy(name), phone: e164 ?? kept(phone), email: address ?? kept(email), details: [] };
  return { contact, hashes: { phoneHash, emailHash }, listHashes: listHashesOfContact(identity) };
}

/**
 * Whether the market may keep somebody, in the open transaction: whoever was erased or denied a request is kept out. An
 * erasure at the same moment is first, or finds what is kept.
 */
export async function mayKeepPerson(hashes: PersonOfBusiness['hashes']): Promise<boolean> {
  await takeFences([{ ...hashes, domainHash: null }]);
  return (await suppressedAmong([hashes])).get(0)?.isKeptOut !== true;
}

/** Records looks of a business at contacts that it brought itself. Outside of transactions, before they are opened (S45). */
export async function recordOwnLooks(viewer: Viewer, ids: readonly string[], reason: string): Promise<void> {
  if (isInTransaction()) throw new Error('Contacts are read outside of transactions');
  await requireLiveSession(viewer);
  const { organisationId, personId } = viewer;
  const at = now();
  const look = { basis: 'OWNER' as const, saleId: null, organisationId, personId, reason, at };
  if (ids.length === 0) return;
  await Disclosures.insertMany(
    ids.map((leadId) => ({ _id: newId('disclosure'), leadId, ...look })),
    { lean: true },
  );
}

/** Looks at these by others than their person, and the record of the person's own look now. */
export async function looksForPerson(
  ids: readonly string[],
  reason: string,
): Promise<Map<string, { count: number; lastAt: Date }>> {
  if (ids.length === 0) return new Map();
  const rows = await Disclosures.aggregate<{ _id: string; count: number; lastAt: Date }>([
    { $match: { leadId: { $in: [...ids] }, basis: { $ne: 'SUBJECT' } } },
    { $group: { _id: '$leadId', count: { $sum: 1 }, lastAt: { $max: '$at' } } },
  ]);
  const own = { basis: 'SUBJECT' as const, saleId: null, organisationId: 'subject', personId: 'subject' };
  const at = now();
  await Disclosures.insertMany(
    ids.map((leadId) => ({ _id: newId('disclosure'), leadId, ...own, reason, at })),
    { lean: true },
  );
  return new Map(rows.map(({ _id, count, lastAt }) => [_id, { count, lastAt }]));
}

/** A contact as the person sees it who has proven some of it: the rest is masked, it may be somebody else's. */
export function contactForPerson(
  { name, phone, email }: Contact,
  hashes: PersonOfBusiness['hashes'],
  proven: readonly { hash: string }[],
): Contact {
  const isOwn = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  return {
    name,
    phone: phone === null || isOwn(hashes.phoneHash) ? phone : maskedPhone(phone),
    email: email === null || isOwn(hashes.emailHash) ? email : maskedEmail(email),
    details: [],
  };
}

export const maskedPhone = (phone: string): string => `•••${phone.slice(-3)}`;
export const maskedEmail = (email: string): string => email.replace(/^(.).*@/su, '$1•••@');
