import { after } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { openFields, sealFields, type SealedFields } from '../../../platform/seal';
import { type Line } from '../checks/phone';
import { type Contact, type JudgedRow } from '../judgeRow';
import { doubtsContact, isOfContact, isOfSender } from '../checks/signals';
import { known } from '../known';
import { LeadContacts, type LeadContactRow, type Signal } from '../model';
import { decide, PROOF_CHANNELS, type ProofChannel, QUARANTINE_FROM } from '../rules';
import { listHashesOfContact } from './listHashes';
import { type ContactHashes, hashIdentity, openContact } from './sealContact';

/**
 * A phone or an e-mail of a person that a repeat brought and the lead has not: whoever asks again because the first was
 * written wrongly must not be lost by it. It lies with the lead's contact, so that whatever erases that erases it too.
 */
export interface FurtherContact {
  touchId: string;
  at: Date;
  /** Of what is other than the lead's own; null of what is the same, or was not given. */
  phoneHash: string | null;
  emailHash: string | null;
  sealed: SealedFields;
}

/** What a repeat brought. */
export interface BroughtContact {
  touchId: string;
  leadId: string;
  /** Who brought it. */
  agencyId: string;
  at: Date;
  contact: Pick<Contact, 'name' | 'phone' | 'email'>;
  identity: JudgedRow['identity'];
  hashes: ContactHashes;
  /** What was found of it; and of which of its phone and e-mail nothing speaks against taking them for the person's. */
  signals: readonly Signal[];
  sound: readonly ProofChannel[];
  line: Line | null;
}

/** Further contacts that are kept of one lead: who sends more tells nothing more. */
const MOST_KEPT = 10;

/** What AAD binds them to. */
export const FURTHER = 'lead_contacts.further';

export const HASH_OF = { PHONE: 'phoneHash', EMAIL: 'emailHash' } as const;
export const FIELD_OF = { PHONE: 'phone', EMAIL: 'email' } as const;

type HashedContact = Pick<LeadContactRow, 'phoneHash' | 'emailHash' | 'further'>;

export const placeOf = (leadId: string, touchId: string): string => `${leadId}/${touchId}`;

type Kept = Pick<LeadContactRow, '_id' | 'agencyId' | 'phoneHash' | 'emailHash' | 'furtherHashes'>;

/**
 * Seals with the leads what repeats brought beside their phones and e-mails, each value once; in the caller's transaction.
 * Only what the lead's own agency brought: the consent to another one names that other one, and is not this lead's.
 */
export async function keepFurther(brought: readonly BroughtContact[]): Promise<void> {
  if (brought.length === 0) return;
  const ids = [...new Set(brought.map(({ leadId }) => leadId))];
  const fields = { agencyId: 1, phoneHash: 1, emailHash: 1, furtherHashes: 1 } as const;
  const rows = await LeadContacts.find({ _id: { $in: ids } }, fields).lean<Kept[]>();
  const kept = new Map(rows.map((row) => [row._id, { ...row, furtherHashes: [...(row.furtherHashes ?? [])] }]));
  const updates = brought.flatMap((one) => {
    const lead = kept.get(one.leadId);
    const further = lead && lead.agencyId === one.agencyId ? otherThan(lead, one) : null;
    if (!further) return [];
    const hashes = known([further.phoneHash, further.emailHash]);
    lead!.furtherHashes.push(...hashes);
    return [
      {
        updateOne: {
          filter: { _id: one.leadId, [`further.${MOST_KEPT - 1}`]: { $exists: false } },
          update: {
            $push: { further },
            $addToSet: {
              furtherHashes: { $each: hashes },
              listHashes: { $each: listHashesOfContact(valuesOf(one.identity, further)) },
            },
          },
        },
      },
    ];
  });
  if (updates.length > 0) await LeadContacts.bulkWrite(updates);
}

const besideId = (leadId: string, place: number): string => idFrom('touch', leadId, 'beside', place);

/** Whether it was given with the lead's own, and not by a repeat. */
export const isOfFirstRequest = (leadId: string, { touchId }: FurtherContact): boolean =>
  Array.from({ length: MOST_KEPT }, (_, place) => besideId(leadId, place)).includes(touchId);

/** What stood beside a lead's own phone and e-mail in their fields, as further contacts: given with them, and behind them. */
export function furtherBeside(
  { leadId, at, hashes }: Pick<BroughtContact, 'leadId' | 'at' | 'hashes'>,
  { phones, emails }: JudgedRow['beside'],
): { further: FurtherContact[]; listHashes: string[] } {
  const given = [...phones.map((phone) => ({ phone })), ...emails.map((email) => ({ email }))].flatMap(
    (values, place) => {
      const identity = { phone: null, email: null, ...values };
      const { phoneHash, emailHash } = hashIdentity(identity);
      // Two ways of writing one mail box.
      if (emailHash !== null && emailHash === hashes.emailHash) return [];
      const touchId = besideId(leadId, place);
      const sealed = sealFields(FURTHER, placeOf(leadId, touchId), values);
      return [{ touchId, at: after(at, -place - 1), phoneHash, emailHash, sealed, identity }];
    },
  );
  return {
    further: given.slice(0, MOST_KEPT).map(({ identity: _identity, ...further }) => further),
    listHashes: given.slice(0, MOST_KEPT).flatMap(({ identity }) => listHashesOfContact(identity)),
  };
}

/** What of a repeat's contact the lead has not; null where that is nothing. */
function otherThan(
  lead: Required<Kept>,
  { touchId, leadId, at, contact, hashes }: BroughtContact,
): FurtherContact | null {
  const unlike = (hash: string | null, own: string | null): string | null =>
    hash === null || hash === own || lead.furtherHashes.includes(hash) ? null : hash;
  const phoneHash = unlike(hashes.phoneHash, lead.phoneHash);
  const emailHash = unlike(hashes.emailHash, lead.emailHash);
  const values = valuesOf(contact, { phoneHash, emailHash });
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  if (given.length === 0) return null;
  // As it was written, for whoever proves what came with it: that the lead has the same name is not theirs to know.
  const written = { ...Object.fromEntries(given), name: contact.name };
  return { touchId, at, phoneHash, emailHash, sealed: sealFields(FURTHER, placeOf(leadId, touchId), written) };
}

const valuesOf = (
  { phone, email }: Pick<Contact, 'phone' | 'email'>,
  { phoneHash, emailHash }: Pick<FurtherContact, 'phoneHash' | 'emailHash'>,
): Pick<Contact, 'phone' | 'email'> => ({
  phone: phoneHash === null ? null : phone,
  email: emailHash === null ? null : email,
});

/** The further contact with that phone or e-mail; null where there is none. */
const withHash = (row: Pick<LeadContactRow, 'further'>, channel: ProofChannel, hash: string): FurtherContact | null =>
  row.further?.find((one) => one[HASH_OF[channel]] === hash) ?? null;

/** When a contact of a lead was given later than the lead's own of that channel; null of the own one. */
export const alsoGivenAt = (row: HashedContact, channel: ProofChannel, hash: string): Date | null =>
  row[HASH_OF[channel]] === hash ? null : (withHash(row, channel, hash)?.at ?? null);

/** The phone or the e-mail of a lead that a message goes to, its own or a further one; null where it is not kept. */
export function writtenTo(row: LeadContactRow, channel: ProofChannel, hash: string): string | null {
  const field = FIELD_OF[channel];
  if (row[HASH_OF[channel]] === hash) return openContact(row._id, row.sealed)[field];
  const further = withHash(row, channel, hash);
  return further && openFurther(row._id, further)[field];
}

/** Takes a further contact off a lead, in the open transaction: somebody else has it. */
export async function dropFurther(row: LeadContactRow, channel: ProofChannel, hash: string): Promise<void> {
  const touched = (row.further ?? []).filter((one) => one[HASH_OF[channel]] === hash);
  if (touched.length === 0) return;
  const field = FIELD_OF[channel];
  const value = openFurther(row._id, touched[0]!)[field];
  const further = row.further!.flatMap((one) => (touched.includes(one) ? without(row._id, one, channel) : [one]));
  const listHashes = listHashesOfContact({ phone: null, email: null, [field]: value });
  await LeadContacts.updateOne(
    { _id: row._id },
    {
      $set: { further },
      // Nor is the name theirs that came with it.
      $pull: {
        furtherHashes: hash,
        listHashes: { $in: listHashes },
        alsoNamed: { touchId: { $in: touched.map(({ touchId }) => touchId) } },
      },
    },
  );
}

/** Leaves of what stands beside a lead, contacts and names, what came with these repeats alone; in the open transaction. */
export async function keepAlone(
  { _id, phoneHash, emailHash, further = [], alsoNamed = [] }: LeadContactRow,
  touchIds: ReadonlySet<string>,
): Promise<void> {
  const isKept = ({ touchId }: { touchId: string }): boolean => touchIds.has(touchId);
  const kept = further.filter(isKept);
  const staying = new Set([phoneHash, emailHash, ...kept.flatMap((one) => [one.phoneHash, one.emailHash])]);
  const gone = further.filter((one) => !isKept(one));
  const hashes = known(gone.flatMap((one) => [one.phoneHash, one.emailHash])).filter((hash) => !staying.has(hash));
  const listHashes = gone.flatMap((one) => {
    const { phone, email } = openFurther(_id, one);
    const isGone = (hash: string | null): boolean => hash !== null && hashes.includes(hash);
    return listHashesOfContact({
      phone: isGone(one.phoneHash) ? phone : null,
      email: isGone(one.emailHash) ? email : null,
    });
  });
  await LeadContacts.updateOne(
    { _id },
    {
      $set: { further: kept, alsoNamed: alsoNamed.filter(isKept) },
      $pull: { furtherHashes: { $in: hashes }, listHashes: { $in: listHashes } },
    },
  );
}

/** What is left of a further contact without its phone or its e-mail. */
function without(leadId: string, further: FurtherContact, channel: ProofChannel): FurtherContact[] {
  const rest = { ...openFurther(leadId, further), [FIELD_OF[channel]]: null };
  const given = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null);
  if (given.length === 0) return [];
  const sealed = sealFields(FURTHER, placeOf(leadId, further.touchId), Object.fromEntries(given));
  return [{ ...further, [HASH_OF[channel]]: null, sealed }];
}

/** Opens a further contact. Called only after the look was recorded, or for a message alone. */
function openFurther(leadId: string, { touchId, sealed }: FurtherContact): Pick<Contact, 'phone' | 'email'> {
  const { phone, email } = openFields(FURTHER, placeOf(leadId, touchId), sealed);
  return { phone: phone ?? null, email: email ?? null };
}

/** The name that was written with a further contact; null of one that came before it was kept. */
export const nameOfFurther = (leadId: string, { touchId, sealed }: FurtherContact): string | null =>
  openFields(FURTHER, placeOf(leadId, touchId), sealed).name ?? null;

type Shown = (value: string, hash: string | null) => string;

/** Of a contact that was put right by it. */
const isNow = (own: string | null, hash: string | null): boolean => hash !== null && hash === own;

/** What else the person gave, each with its day, as it stands with the contact; `shown` may mask it. */
export const furtherDetails = (
  { _id, phoneHash, emailHash, further = [] }: Pick<LeadContactRow, '_id' | 'phoneHash' | 'emailHash' | 'further'>,
  shown: Record<'phone' | 'email', Shown> = { phone: (value) => value, email: (value) => value },
): Contact['details'] =>
  further.flatMap((one) => {
    const { phone, email } = openFurther(_id, one);
    const day = one.at.toISOString().slice(0, 10);
    return [
      ...(phone === null || isNow(phoneHash, one.phoneHash)
        ? []
        : [{ label: `Phone also given on ${day}`, value: shown.phone(phone, one.phoneHash) }]),
      ...(email === null || isNow(emailHash, one.emailHash)
        ? []
        : [{ label: `E-mail also given on ${day}`, value: shown.email(email, one.emailHash) }]),
    ];
  });

/** Of which of a request's phone and e-mail neither they themselves nor who sent them speak against taking them for the person's. */
export const soundChannels = (
  findings: readonly Pick<Signal, 'code' | 'weight'>[],
  identity: JudgedRow['identity'],
): ProofChannel[] => {
  if (decide(findings.filter(({ code }) => isOfSender(code))) !== 'ACCEPTED') return [];
  const isDoubted = (channel: ProofChannel): boolean =>
    findings.some(
      ({ code, weight }) =>
        doubtsContact(code) === channel || (isOfContact(code, channel) && weight >= QUARANTINE_FROM),
    );
  return PROOF_CHANNELS.filter((channel) => identity[FIELD_OF[channel]] !== null && !isDoubted(channel));
};
