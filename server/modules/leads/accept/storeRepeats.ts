import { DAY } from '../../../platform/clock';
import { likenessInWords } from '../alike/likeness';
import { isPlayedWith, type PhoneNames } from '../alike/phoneNames';
import { type CandidateBatch } from '../candidate';
import { finding } from '../checks/signals';
import { LeadContacts, Leads, Touches, type Signal, type TouchRow } from '../model';
import { type Proof, PROOF_CHANNELS } from '../rules';
import { manyNames } from './aboutPeople';
import { type KnownPeople, type StandingLead } from './knownPeople';
import { type BroughtContact, keepFurther, soundChannels } from '../vault/furtherContacts';
import { mendContacts } from '../vault/mendContacts';
import { mendNames } from '../vault/mendNames';
import { keepNames } from '../vault/namesGiven';
import { signalIn } from './leadOfRow';
import { notePlayedPhones } from './notePlayedPhones';
import { type WorkedRow } from './workedRow';

/** Notes repeats on the leads that their people are: a touch each, and what the repeat tells of the lead. */
export async function storeRepeats(
  repeats: readonly WorkedRow[],
  people: KnownPeople,
  batch: CandidateBatch,
  at: Date,
): Promise<void> {
  const { standing, names, otherNames, played } = people;
  const touches = repeats.map((row) => {
    const lead = standing.get(row.row)!;
    return touchOf(row, lead, batch, signalOf(lead, names.get(row.row), at));
  });
  await crossCheck([...standing.values()], batch, at);
  if (touches.length > 0) await Touches.insertMany(touches, { lean: true });
  const brought = repeats.map((row) => broughtBy(row, standing.get(row.row)!, batch, at));
  // First: what puts the lead's own contact right is none beside it.
  await mendContacts(brought, at);
  await keepFurther(brought);
  const named = brought.filter((_, place) => standing.get(repeats[place]!.row)!.bringsName);
  const taken = await mendNames(named);
  await keepNames(named.filter(({ touchId }) => !taken.has(touchId)));
  await noteOtherNames(otherNames);
  await notePlayedPhones(played, at);
}

const touchOf = (row: WorkedRow, lead: StandingLead, batch: CandidateBatch, signal: Signal | undefined): TouchRow => ({
  _id: row.touchId,
  leadId: lead.leadId,
  leadAgencyId: lead.agencyId,
  agencyId: batch.agencyId,
  batchId: batch._id,
  row: row.row,
  nicheId: row.judged.facts.nicheId,
  ofRow: lead.ofRow,
  ...(lead.bringsOther ? { bringsOther: true } : {}),
  ...(lead.bringsName ? { bringsName: true } : {}),
  sharedOn: lead.sharedOn,
  ...(lead.alike ? { alike: lead.alike } : {}),
  ...(signal ? { signal } : {}),
  at: batch.at,
});

const broughtBy = (
  { touchId, hashes, judged }: WorkedRow,
  { leadId }: StandingLead,
  batch: CandidateBatch,
  at: Date,
): BroughtContact => ({
  touchId,
  leadId,
  agencyId: batch.agencyId,
  at: batch.at,
  contact: judged.contact,
  identity: judged.identity,
  hashes,
  signals: judged.findings.map((found) => signalIn(found, at)),
  sound: soundChannels(judged.findings, judged.identity),
  line: judged.facts.line,
});

/** What a repeat tells of its person: by what likeness it was known, or that the phone is left under many names. */
function signalOf({ alike }: StandingLead, names: PhoneNames | undefined, at: Date): Signal | undefined {
  if (alike) return signalIn(finding('DUPLICATE_ALIKE', { how: likenessInWords(alike) }), at);
  return names && isPlayedWith(names) ? signalIn(manyNames(names), at) : undefined;
}

/** Names that a list keeps of one phone: more tell nothing more. */
const MOST_KEPT_NAMES = 20;

async function noteOtherNames(otherNames: KnownPeople['otherNames']): Promise<void> {
  if (otherNames.size === 0) return;
  await LeadContacts.bulkWrite(
    [...otherNames].map(([_id, hashes]) => ({
      updateOne: {
        filter: { _id, [`otherNames.${MOST_KEPT_NAMES - 1}`]: { $exists: false } },
        update: { $addToSet: { otherNames: { $each: [...hashes] } } },
      },
    })),
  );
}

/**
 * Notes on leads that another agency brought the same phone with the same e-mail on another day. One command for all of
 * them, and once for each lead.
 */
async function crossCheck(standing: readonly StandingLead[], { agencyId, at }: CandidateBatch, foundAt: Date) {
  const crossed = standing.filter(
    (lead) => lead.isSamePair && lead.agencyId !== agencyId && lead.at && at.getTime() - lead.at.getTime() >= DAY,
  );
  if (crossed.length === 0) return;
  const proofs: Proof[] = PROOF_CHANNELS.map((channel) => ({ channel, method: 'EARLIER_TOUCH', at: foundAt }));
  await Leads.updateMany(
    { _id: { $in: crossed.map(({ leadId }) => leadId) }, 'proofs.method': { $ne: 'EARLIER_TOUCH' } },
    { $push: { proofs: { $each: proofs } } },
  );
}
