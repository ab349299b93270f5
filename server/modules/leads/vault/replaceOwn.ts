import { type ActName } from '../../../platform/actNames';
import { recordAct } from '../../../platform/audit';
import { idFrom } from '../../../platform/ids';
import { emit } from '../../../platform/outbox';
import { sealFields } from '../../../platform/seal';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type Replaced, type Signal } from '../model';
import { isOfOwn, isVerified, type Proof, type ProofChannel } from '../rules';
import { previewOf } from '../subject/correctContact';
import { type BroughtContact, FIELD_OF, FURTHER, type FurtherContact, HASH_OF, placeOf } from './furtherContacts';
import { listHashesOfContact } from './listHashes';
import { openIfSound, type openContact } from './sealContact';
import { sealedAnew } from './sealedAnew';

/** What takes the place of a lead's phone or e-mail, and when it was given, where it stood beside them before. */
export interface Replacement extends Pick<BroughtContact, 'identity' | 'hashes' | 'signals' | 'line'> {
  contact: Pick<BroughtContact['contact'], 'phone' | 'email'>;
  givenAt: Date | null;
}

/** Why it does, for the record. */
export interface Because {
  act: ActName;
  reason: string;
  at: Date;
  /** Of which channels what takes the place may be somebody else's. */
  unsure?: readonly ProofChannel[];
}

/**
 * Puts another phone or e-mail in the place of the lead's own: it is the one to call and to write to from then on, and the
 * old one stands beside it. Null where the contact does not open. In the open transaction.
 */
export async function replaceOwn(
  lead: Lead,
  row: LeadContactRow,
  by: Replacement,
  channels: readonly ProofChannel[],
  { act, reason, at, unsure = [] }: Because,
): Promise<Lead | null> {
  const contact = openIfSound(row._id, row.sealed, 'is not put right');
  if (!contact) return null;
  await reseal(row, contact, by, channels);
  const replaced = channels.map((channel) => ({
    channel,
    at,
    ...(unsure.includes(channel) ? { isUnsure: true as const } : {}),
  }));
  const after = factsAfter(lead, row.at, by, replaced);
  const { proofs, signals, reach, line, mended } = after;
  const facts = { proofs, signals, reach, line, mended: mended!, isVerified: after.isVerified };
  await Leads.updateOne({ _id: lead._id }, { $set: { ...facts, preview: previewOf(after, contact) } });
  await emit('lead.proven', lead._id, { leadId: lead._id, agencyId: lead.agencyId });
  const fields = channels.map((channel) => FIELD_OF[channel]);
  await recordAct({ actor: 'system', act, subject: lead._id, reason, after: { fields } });
  return after;
}

/** The contact sealed anew with what takes the place, found by it, and the old one beside it. */
async function reseal(
  row: LeadContactRow,
  { consentIp, ...before }: ReturnType<typeof openContact>,
  by: Replacement,
  channels: readonly ProofChannel[],
): Promise<void> {
  const contact = { ...before };
  const hashes: Partial<Record<'phoneHash' | 'emailHash' | 'domainHash', string | null>> = {};
  for (const channel of channels) {
    contact[FIELD_OF[channel]] = by.contact[FIELD_OF[channel]];
    hashes[HASH_OF[channel]] = by.hashes[HASH_OF[channel]];
    if (channel === 'EMAIL') hashes.domainHash = by.hashes.domainHash;
    // What is dialled behind the old phone is nothing behind the new one.
    else contact.details = contact.details.filter(({ label }) => label !== 'Extension');
  }
  const old = oldContact(row, before, channels);
  const oldHashes = [old?.phoneHash, old?.emailHash].filter((hash) => typeof hash === 'string');
  await LeadContacts.updateOne(
    { _id: row._id },
    {
      $set: { ...hashes, ...sealedAnew({ ...row, ...hashes }, contact, consentIp) },
      $addToSet: { listHashes: { $each: listHashesOfContact(by.identity) } },
      ...(old ? { $push: { further: old } } : {}),
    },
    { overwriteImmutable: true },
  );
  if (oldHashes.length > 0)
    await LeadContacts.updateOne({ _id: row._id }, { $addToSet: { furtherHashes: { $each: oldHashes } } });
}

const firstTouchId = (leadId: string, channels: readonly ProofChannel[]): string =>
  idFrom('touch', leadId, ...channels);

/** What stood first in a lead where another phone or e-mail took its place. */
export const firstContacts = ({ _id, further = [] }: Pick<LeadContactRow, '_id' | 'further'>): FurtherContact[] => {
  const ids = [['PHONE'], ['EMAIL'], ['PHONE', 'EMAIL']] as const;
  const first = ids.map((channels) => firstTouchId(_id, channels));
  return further.filter(({ touchId }) => first.includes(touchId));
};

/** What the lead had before, as a further contact of the day on which it came; of what was one before nothing. */
function oldContact(
  row: LeadContactRow,
  before: Pick<BroughtContact['contact'], 'phone' | 'email'>,
  channels: readonly ProofChannel[],
): FurtherContact | null {
  const stand = (channel: ProofChannel): boolean =>
    row.further?.some((one) => one[HASH_OF[channel]] !== null && one[HASH_OF[channel]] === row[HASH_OF[channel]]) ??
    false;
  const fresh = channels.filter((channel) => before[FIELD_OF[channel]] !== null && !stand(channel));
  if (fresh.length === 0) return null;
  const touchId = firstTouchId(row._id, fresh);
  const values = Object.fromEntries(fresh.map((channel) => [FIELD_OF[channel], before[FIELD_OF[channel]]!]));
  return {
    touchId,
    at: row.at,
    phoneHash: fresh.includes('PHONE') ? row.phoneHash : null,
    emailHash: fresh.includes('EMAIL') ? row.emailHash : null,
    sealed: sealFields(FURTHER, placeOf(row._id, touchId), values),
  };
}

/** The lead's facts with the contact replaced: what spoke against the old one no longer stands, what is of the new does. */
function factsAfter(lead: Lead, ownAt: Date, by: Replacement, replaced: readonly Replaced[]): Lead {
  const channels = replaced.map(({ channel }) => channel);
  const known = new Set(lead.signals.map(({ code }) => code));
  const fresh = by.signals.filter(
    ({ code }) => !known.has(code) && channels.some((channel) => code.startsWith(`${channel}_`)),
  );
  const signals: Signal[] = [...lead.signals, ...fresh.map((signal): Signal => ({ ...signal, isLater: true }))];
  const proofs = lead.proofs.map((proof) => (channels.includes(proof.channel) ? proofAfter(proof, ownAt, by) : proof));
  const reach = { ...lead.reach };
  for (const channel of channels) reach[FIELD_OF[channel]] = 'LIVE';
  const mended = [...(lead.mended ?? []), ...replaced];
  const line = channels.includes('PHONE') ? by.line : lead.line;
  const after = { ...lead, signals, proofs, reach, mended, line };
  return { ...after, isVerified: isVerified(signals, after) };
}

/** A proof of the old contact is one of what stands beside; one of what takes its place is of the lead's own. */
function proofAfter(proof: Proof, ownAt: Date, { givenAt }: Replacement): Proof {
  if (isOfOwn(proof)) return { ...proof, alsoGivenAt: ownAt };
  const { alsoGivenAt, ...own } = proof;
  return givenAt !== null && alsoGivenAt?.getTime() === givenAt.getTime() ? own : proof;
}
