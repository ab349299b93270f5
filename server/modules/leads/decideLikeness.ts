import { type DecideLikenessInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { now } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { idFrom } from '../../platform/ids';
import { requireReason } from '../../platform/reasons';
import { inTransaction } from '../../platform/transaction';
import { cannotMove, noSuchLead } from './errors';
import { nameWordsOf } from './alike/personOf';
import { isNonsense } from './checks/name';
import { queueWithheld } from './forms/askPerson';
import { LeadContacts, Leads, Touches, type Lead, type LeadContactRow, type LeadLikeness } from './model';
import { moveLead } from './moveLead';
import { mayModerate } from './policy';
import { type BroughtContact, HASH_OF, keepFurther, soundChannels } from './vault/furtherContacts';
import { mendContacts } from './vault/mendContacts';
import { keepNames } from './vault/namesGiven';
import { openIfSound } from './vault/sealContact';
import { decide, isRefuted, openLikeness, PROOF_CHANNELS, standingFindings } from './rules';

/**
 * A moderator says whether a lead in quarantine is the same person as the lead that it is like. The same: it becomes a
 * touch of that lead and is rejected. Two people: it is released, unless something else holds it. Either way nobody is
 * asked of the two again.
 */
export async function decideLikeness(
  viewer: Viewer,
  { leadId, isSamePerson, reason }: DecideLikenessInput,
): Promise<{ lead: Lead }> {
  const words = requireReason(reason);
  const lead = await inTransaction(async () => {
    const lead = await Leads.findById(leadId).lean<Lead>();
    if (!lead || !mayModerate(viewer)) throw noSuchLead();
    const likeness = openLikeness(lead);
    if (!likeness) throw lead.state === 'QUARANTINED' ? nothingAsked() : cannotMove(['QUARANTINED'], lead.state);
    if (isSamePerson) return attach(viewer, lead, likeness, words);
    await keepApart(lead, likeness);
    if (isHeldOtherwise(lead)) return stay(viewer, lead, words);
    const released = await moveLead(viewer, { leadId, act: 'releaseFromQuarantine', reason: words }, () => true);
    await queueWithheld(released);
    return released;
  });
  return { lead };
}

const nothingAsked = () =>
  conflict('Whether this is the same person is not asked, or decided already. Nothing was done.');

/** Whether a lead is in quarantine for more than its likeness. */
const isHeldOtherwise = ({ signals, ...lead }: Lead): boolean =>
  decide(signals.filter((found) => found.code !== 'PERSON_MAY_BE_KNOWN' && !isRefuted(found, lead))) !== 'ACCEPTED';

type Known = Pick<
  LeadContactRow,
  | '_id'
  | 'agencyId'
  | 'personHash'
  | 'isStanding'
  | 'standsOnlyFor'
  | 'phoneHash'
  | 'emailHash'
  | 'domainHash'
  | 'sealed'
>;

const contactOf = (leadId: string): Promise<Known | null> =>
  LeadContacts.findById(leadId, {
    agencyId: 1,
    personHash: 1,
    isStanding: 1,
    standsOnlyFor: 1,
    phoneHash: 1,
    emailHash: 1,
    domainHash: 1,
    sealed: 1,
  }).lean<Known>();

/**
 * What the lead that becomes a touch brings to the other. It is opened to be sealed there; nobody sees it. Null of one that
 * was damaged: that is no reason to leave two leads of one person.
 */
function broughtBy(
  lead: Lead,
  { phoneHash, emailHash, domainHash, sealed }: Known,
  leadId: string,
): BroughtContact | null {
  const contact = openIfSound(lead._id, sealed, 'brings nothing to the lead that it repeats');
  if (!contact) return null;
  const { name, phone, email } = contact;
  const signals = lead.signals.filter(({ code }) => code !== 'PERSON_MAY_BE_KNOWN');
  // Of what cannot exist there is no hash.
  const identity = { phone: phoneHash && phone, email: emailHash && email };
  return {
    touchId: idFrom('touch', lead._id),
    leadId,
    agencyId: lead.agencyId,
    at: lead.submittedAt,
    contact: { name, phone, email },
    identity,
    hashes: { phoneHash, emailHash, domainHash },
    signals,
    sound: soundChannels(standingFindings(signals, lead), identity),
    line: lead.line,
  };
}

async function attach(viewer: Viewer, lead: Lead, likeness: LeadLikeness, reason: string): Promise<Lead> {
  const [own, other] = [await contactOf(lead._id), await contactOf(likeness.leadId)];
  if (!own || !other?.isStanding || (other.standsOnlyFor ?? own.agencyId) !== own.agencyId) {
    throw conflict('The other lead no longer stands for its person; decide about this one alone. Nothing was done.');
  }
  const signal = lead.signals.find(({ code }) => code === 'PERSON_MAY_BE_KNOWN');
  await Touches.create({
    _id: idFrom('touch', lead._id),
    leadId: other._id,
    leadAgencyId: other.agencyId,
    agencyId: lead.agencyId,
    batchId: lead.batchId ?? lead._id,
    row: lead.row ?? 1,
    nicheId: lead.nicheId,
    ofRow: null,
    alike: likeness.parts,
    sharedOn: PROOF_CHANNELS.filter(
      (channel) => own[HASH_OF[channel]] && own[HASH_OF[channel]] === other[HASH_OF[channel]],
    ),
    ...(signal ? { signal } : {}),
    at: lead.submittedAt,
  });
  const brought = broughtBy(lead, own, other._id);
  if (brought) {
    await mendContacts([brought], now());
    await keepFurther([brought]);
    if (isAnotherName(brought.contact.name, other)) await keepNames([brought]);
  } else await noteUnopened(viewer, lead, reason);
  await noteVerdict(lead._id, true);
  await LeadContacts.updateOne({ _id: other._id }, { $addToSet: { sameAs: own.personHash } });
  return moveLead(viewer, { leadId: lead._id, act: 'rejectLead', reason, expectedState: 'QUARANTINED' }, () => true);
}

/** Whether a name is one, and another than the lead that stands was left under. */
function isAnotherName(name: string, { _id, sealed }: Known): boolean {
  const contact = openIfSound(_id, sealed, 'is left as it is');
  return (
    contact !== null && !isNonsense(name) && nameWordsOf(name) !== '' && nameWordsOf(name) !== nameWordsOf(contact.name)
  );
}

/** The record tells why nothing of the lead's contact stands with the other. */
const noteUnopened = (viewer: Viewer, lead: Lead, reason: string): Promise<void> =>
  recordAct({
    actor: viewer.personId,
    act: 'leaveDamagedContact',
    subject: lead._id,
    reason,
    after: { isContactDamaged: true },
  });

/** Notes of both that they are not the other one. Joins the caller's transaction. */
export async function keepApart(lead: Lead, likeness: LeadLikeness): Promise<void> {
  const [own, other] = [await contactOf(lead._id), await contactOf(likeness.leadId)];
  for (const [one, another] of [
    [own, other],
    [other, own],
  ]) {
    if (one && another?.personHash)
      await LeadContacts.updateOne({ _id: one._id }, { $addToSet: { differentFrom: another.personHash } });
  }
  await noteVerdict(lead._id, false);
}

const noteVerdict = (leadId: string, isSamePerson: boolean) =>
  Leads.updateOne({ _id: leadId }, { $set: { 'likeness.isSamePerson': isSamePerson } });

async function stay(viewer: Viewer, lead: Lead, reason: string): Promise<Lead> {
  const stayed = await Leads.findOneAndUpdate(
    { _id: lead._id, state: 'QUARANTINED' },
    { $set: { decision: { reason, at: now() } } },
    { returnDocument: 'after' },
  ).lean<Lead>();
  if (!stayed) throw noSuchLead();
  await recordAct({
    actor: viewer.personId,
    act: 'decideLikeness',
    subject: lead._id,
    reason,
    before: { isSamePerson: null },
    after: { isSamePerson: false },
  });
  return stayed;
}
