import { systemViewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { idFrom } from '../../../platform/ids';
import { emit } from '../../../platform/outbox';
import { sealFields } from '../../../platform/seal';
import { likenessKeys } from '../alike/likenessKeys';
import { personOf } from '../alike/personOf';
import { doubtsContact } from '../checks/signals';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type Signal } from '../model';
import { moveLead } from '../moveLead';
import { isAnsweredHere, isHeldNoMore, isOfOwn, isVerified, type ProofChannel, standingFindings } from '../rules';
import { soldAmong } from '../shelf';
import { previewOf } from '../subject/correctContact';
import { type BroughtContact, FIELD_OF, FURTHER, type FurtherContact, HASH_OF, placeOf } from './furtherContacts';
import { listHashesOfContact } from './listHashes';
import { openIfSound, type openContact, sealContact } from './sealContact';

const REASON = 'The person sent the request again with the contact put right.';

/**
 * Puts the phone or the e-mail of leads right that was written wrongly, where a repeat of the person brings a sound one:
 * that is the lead's contact from then on, and the old one stands beside it. Not of what is sold: its buyers have what
 * they bought, and read the other one beside it. Joins the caller's transaction.
 */
export async function mendContacts(brought: readonly BroughtContact[], at: Date): Promise<void> {
  const sound = brought.filter((one) => one.sound.length > 0);
  if (sound.length === 0) return;
  const found = await Leads.find({
    _id: { $in: [...new Set(sound.map(({ leadId }) => leadId))] },
    state: { $in: ['ACCEPTED', 'QUARANTINED'] },
  }).lean<Lead[]>();
  const wrong = found.filter((lead) => CHANNELS.some((channel) => isWrittenWrongly(lead, channel)));
  const sold = await soldAmong(wrong.map(({ _id }) => _id));
  const open = new Map(wrong.filter(({ _id }) => !sold.has(_id)).map((lead) => [lead._id, lead]));
  for (const one of sound) {
    const lead = open.get(one.leadId);
    if (lead && lead.agencyId === one.agencyId) open.set(lead._id, await mend(lead, one, at));
  }
}

const CHANNELS: readonly ProofChannel[] = ['PHONE', 'EMAIL'];

/** Whether a lead's own phone or e-mail cannot reach anybody or looks like a slip, and nobody has answered there. */
function isWrittenWrongly(lead: Lead, channel: ProofChannel): boolean {
  const isAnswered = lead.proofs.some((proof) => proof.channel === channel && isAnsweredHere(proof) && isOfOwn(proof));
  if (isAnswered) return false;
  if (lead.reach[FIELD_OF[channel]] === 'DEAD') return true;
  return standingFindings(lead.signals, lead).some(({ code }) => doubtsContact(code) === channel);
}

async function mend(lead: Lead, brought: BroughtContact, at: Date): Promise<Lead> {
  const row = await LeadContacts.findById(lead._id).lean<LeadContactRow>();
  const channels = brought.sound.filter(
    (channel) => isWrittenWrongly(lead, channel) && row?.[HASH_OF[channel]] !== brought.hashes[HASH_OF[channel]],
  );
  const contact = row && openIfSound(row._id, row.sealed, 'is not put right');
  if (!row || !contact || channels.length === 0) return lead;
  await reseal(row, contact, brought, channels);
  const mended = factsAfter(lead, row.at, brought, channels, at);
  const { proofs, signals, reach, line } = mended;
  const preview = previewOf(mended, contact);
  const facts = { proofs, signals, reach, line, preview, mended: mended.mended!, isVerified: mended.isVerified };
  await Leads.updateOne({ _id: lead._id }, { $set: facts });
  await emit('lead.proven', lead._id, { leadId: lead._id, agencyId: lead.agencyId });
  const after = { fields: channels.map((channel) => FIELD_OF[channel]) };
  await recordAct({ actor: 'system', act: 'mendContact', subject: lead._id, reason: REASON, after });
  if (isHeldNoMore(mended))
    await moveLead(systemViewer, { leadId: lead._id, act: 'releaseFromQuarantine', reason: REASON }, () => true);
  return mended;
}

/** The contact sealed anew with what was brought, found by it, and the old one beside it. */
async function reseal(
  row: LeadContactRow,
  { consentIp, ...before }: ReturnType<typeof openContact>,
  brought: BroughtContact,
  channels: readonly ProofChannel[],
): Promise<void> {
  const contact = { ...before };
  const hashes: Partial<Record<'phoneHash' | 'emailHash' | 'domainHash', string | null>> = {};
  for (const channel of channels) {
    contact[FIELD_OF[channel]] = brought.contact[FIELD_OF[channel]];
    hashes[HASH_OF[channel]] = brought.hashes[HASH_OF[channel]];
    if (channel === 'EMAIL') hashes.domainHash = brought.hashes.domainHash;
  }
  const old = oldContact(row, before, channels);
  const oldHashes = [old?.phoneHash, old?.emailHash].filter((hash) => typeof hash === 'string');
  await LeadContacts.updateOne(
    { _id: row._id },
    {
      $set: { sealed: sealContact(row._id, contact, { ip: consentIp }), ...hashes, ...likenessKeys(personOf(contact)) },
      $addToSet: { listHashes: { $each: listHashesOfContact(brought.identity) } },
      ...(old ? { $push: { further: old } } : {}),
    },
    { overwriteImmutable: true },
  );
  if (oldHashes.length > 0)
    await LeadContacts.updateOne({ _id: row._id }, { $addToSet: { furtherHashes: { $each: oldHashes } } });
}

/** What the lead had before, as a further contact of the day on which it came. */
function oldContact(
  row: LeadContactRow,
  before: Pick<BroughtContact['contact'], 'phone' | 'email'>,
  channels: readonly ProofChannel[],
): FurtherContact | null {
  const touchId = idFrom('touch', row._id, ...channels);
  const values = Object.fromEntries(
    channels.flatMap((channel) => {
      const value = before[FIELD_OF[channel]];
      return value === null ? [] : [[FIELD_OF[channel], value]];
    }),
  );
  if (Object.keys(values).length === 0) return null;
  return {
    touchId,
    at: row.at,
    phoneHash: channels.includes('PHONE') ? row.phoneHash : null,
    emailHash: channels.includes('EMAIL') ? row.emailHash : null,
    sealed: sealFields(FURTHER, placeOf(row._id, touchId), values),
  };
}

/** The lead's facts with the contact put right: what spoke against the old one no longer stands, what is of the new does. */
function factsAfter(
  lead: Lead,
  givenAt: Date,
  brought: BroughtContact,
  channels: readonly ProofChannel[],
  at: Date,
): Lead {
  const known = new Set(lead.signals.map(({ code }) => code));
  const fresh = brought.signals.filter(
    ({ code }) => !known.has(code) && channels.some((channel) => code.startsWith(`${channel}_`)),
  );
  const signals: Signal[] = [...lead.signals, ...fresh.map((signal): Signal => ({ ...signal, isLater: true }))];
  const proofs = lead.proofs.map((proof) =>
    channels.includes(proof.channel) && isOfOwn(proof) ? { ...proof, alsoGivenAt: givenAt } : proof,
  );
  const reach = { ...lead.reach };
  for (const channel of channels) reach[FIELD_OF[channel]] = 'LIVE';
  const mended = [...(lead.mended ?? []), ...channels.map((channel) => ({ channel, at }))];
  const line = channels.includes('PHONE') ? brought.line : lead.line;
  const after = { ...lead, signals, proofs, reach, mended, line };
  return { ...after, isVerified: isVerified(signals, after) };
}
