import { recordAct } from '../../../platform/audit';
import { emit } from '../../../platform/outbox';
import { namesIn } from '../alike/personOf';
import { sharesOfMarket } from '../alike/sharesOfMarket';
import { isCorrectionOf } from '../matching/correction';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { isAnsweredHere, isOfOwn, PROOF_CHANNELS, QUARANTINE_FROM } from '../rules';
import { soldAmong } from '../shelf';
import { previewOf } from '../subject/correctContact';
import { noteReplacedName } from '../subject/replaceName';
import { type BroughtContact, HASH_OF } from './furtherContacts';
import { formerOf, givenName, MOST_NAMES } from './namesGiven';
import { openIfSound } from './sealContact';
import { sealedAnew } from './sealedAnew';

/**
 * Puts the name of leads right that a repeat of their person spells rightly: it is the lead's name from then on, and the
 * former one stands beside it. Only what the lead's own agency brought with the same phone and e-mail, or with one on which
 * the person has answered. Not of what is sold: its buyers read the other name beside it. Joins the caller's transaction;
 * answers the touches whose name was taken.
 */
export async function mendNames(brought: readonly BroughtContact[]): Promise<Set<string>> {
  const taken = new Set<string>();
  const sound = brought.filter(isSound);
  const sold = await soldAmong([...new Set(sound.map(({ leadId }) => leadId))]);
  for (const one of sound.filter(({ leadId }) => !sold.has(leadId))) {
    const row = await LeadContacts.findById(one.leadId).lean<LeadContactRow>();
    const lead = await Leads.findById(one.leadId).lean<Lead>();
    if (row && lead && row.agencyId === one.agencyId && isOfPerson(row, lead, one) && (await mend(row, lead, one)))
      taken.add(one.touchId);
  }
  return taken;
}

/** Not what a program seems to have sent, nor a name that would hold a lead. */
const isSound = ({ sound, signals }: BroughtContact): boolean =>
  sound.length > 0 && !signals.some(({ code, weight }) => code.startsWith('NAME_') && weight >= QUARANTINE_FROM);

function isOfPerson(row: LeadContactRow, lead: Lead, { hashes }: BroughtContact): boolean {
  const same = PROOF_CHANNELS.filter(
    (channel) => row[HASH_OF[channel]] && row[HASH_OF[channel]] === hashes[HASH_OF[channel]],
  );
  return (
    same.length === PROOF_CHANNELS.length ||
    lead.proofs.some((proof) => same.includes(proof.channel) && isAnsweredHere(proof) && isOfOwn(proof))
  );
}

async function mend(row: LeadContactRow, lead: Lead, { touchId, contact: { name } }: BroughtContact): Promise<boolean> {
  const opened = openIfSound(row._id, row.sealed, 'is left as it is');
  if (!opened || (row.alsoNamed?.length ?? 0) >= MOST_NAMES) return false;
  if (!isCorrectionOf(namesIn(name), namesIn(opened.name), sharesOfMarket())) return false;
  const { consentIp, ...before } = opened;
  const contact = { ...before, name };
  const former = givenName(row._id, { touchId: formerOf(touchId), agencyId: row.agencyId, at: row.at }, before.name);
  const fields = ['name'];
  await emit('contact.corrected', row._id, { leadId: row._id, agencyId: row.agencyId, fields });
  await recordAct({ actor: 'system', act: 'mendName', subject: row._id, reason: REASON, after: { fields } });
  await LeadContacts.updateOne(
    { _id: row._id },
    {
      $set: sealedAnew(row, contact, consentIp),
      $push: { alsoNamed: former },
    },
    { overwriteImmutable: true },
  );
  await Leads.updateOne({ _id: row._id }, { $set: { preview: previewOf(lead, contact) } });
  await noteReplacedName(lead, contact, { act: 'releaseFromQuarantine', reason: REASON });
  return true;
}

const REASON = 'The person sent the request again with the name put right.';
