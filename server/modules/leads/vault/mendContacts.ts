import { systemViewer } from '../../../graphql/viewer';
import { doubtsContact } from '../checks/signals';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { moveLead } from '../moveLead';
import { isAnsweredHere, isHeldNoMore, isOfOwn, type ProofChannel, standingFindings } from '../rules';
import { soldAmong } from '../shelf';
import { type BroughtContact, FIELD_OF, HASH_OF } from './furtherContacts';
import { isPutRight } from './putRight';
import { replaceOwn } from './replaceOwn';
import { openIfSound } from './sealContact';

const REASON = 'The person sent the request again with the contact put right.';

/**
 * Puts the phone or the e-mail of leads right that was written wrongly, where a repeat of the person brings a sound one:
 * that is the lead's contact from then on, and the old one stands beside it. One that is not plainly the old one put right
 * takes but the place of what can reach nobody, and may be somebody else's; any other stays beside until it is answered on.
 * Not of what is sold: its buyers have what they bought, and read the other one beside it. Joins the caller's transaction.
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
  const wrong = brought.sound.filter(
    (channel) => isWrittenWrongly(lead, channel) && row?.[HASH_OF[channel]] !== brought.hashes[HASH_OF[channel]],
  );
  const former = row && wrong.length > 0 ? openIfSound(row._id, row.sealed, 'is not put right') : null;
  if (!row || !former) return lead;
  const unsure = wrong.filter((channel) => {
    const [before, later] = [former[FIELD_OF[channel]], brought.contact[FIELD_OF[channel]]];
    return before === null || later === null || !isPutRight(channel, before, later, lead.countryCode);
  });
  const channels = wrong.filter((channel) => !unsure.includes(channel) || lead.reach[FIELD_OF[channel]] === 'DEAD');
  if (channels.length === 0) return lead;
  const because = { act: 'mendContact', reason: REASON, at, unsure } as const;
  const mended = await replaceOwn(lead, row, { ...brought, givenAt: null }, channels, because);
  if (mended && isHeldNoMore(mended))
    await moveLead(systemViewer, { leadId: lead._id, act: 'releaseFromQuarantine', reason: REASON }, () => true);
  return mended ?? lead;
}
