import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { type Contact } from '../judgeRow';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type TouchRow, Touches } from '../model';
import { isOfOwn, PROOF_CHANNELS, type ProofChannel } from '../rules';
import { furtherDetails, HASH_OF, nameOfFurther, writtenTo } from '../vault/furtherContacts';
import { type DisclosureRow, Disclosures } from '../vault/model';
import { formerOf, namesOfTouches, nameDetails } from '../vault/namesGiven';
import { openContact } from '../vault/sealContact';
import { answeredHashes } from './answeredHashes';
import { factsBeside, givenBeside, holdsFirst, holdsOwn } from './besideLead';
import { touchesOfOthers } from './contested';
import { maskedEmail, maskedPhone } from './personOfBusiness';

/** A phone or an address that somebody has proven to be theirs. */
export interface ProvenContact {
  channel: ProofChannel;
  hash: string;
}

/** One lead of a person, with all that is held of them in it. */
export interface LeadOfPerson {
  lead: Lead;
  /** What the person has proven in full, the other channel masked: it may be somebody else's. */
  contact: Contact;
  /** Whether only a contact was proven that was given beside the lead's own: then nothing else of it is shown. */
  isBeside: boolean;
  /** Whether a repeat gave another contact in the place of the one that was proven: then it acts on what came with it alone. */
  isContested: boolean;
  /** Whether the lead's phone is one of those: only then a recorded call is the person's own. */
  isPhoneProven: boolean;
  /** On which of its contacts its person has answered this market: an erasure keeps them out, proven or not. */
  keptOutOn: ProofChannel[];
  /** Agencies that brought the same person again. */
  touches: { agencyId: string; at: Date }[];
  /** Who saw the contact, when last and how often. */
  looks: { organisationId: string; basis: DisclosureRow['basis']; count: number; lastAt: Date }[];
}

/** No person has more requests than this that is one person. */
const MOST = 200;

const FIELDS = { PHONE: 'phoneHash', EMAIL: 'emailHash' } as const;

/** What names a person among the leads. */
export const whereProven = (proven: readonly ProvenContact[]): object => ({
  $or: [
    ...proven.map(({ channel, hash }) => ({ [FIELDS[channel]]: hash })),
    { furtherHashes: { $in: proven.map(({ hash }) => hash) } },
  ],
});

/** Who looks at what is held of themselves; a look like any other, so it is recorded. */
const OWN = { basis: 'SUBJECT', saleId: null, organisationId: 'subject', personId: 'subject' } as const;

/**
 * All leads with one of these phones or addresses, the latest first, opened for the person who has proven them. Each look
 * is recorded before (S45). Outside of transactions.
 */
export async function leadsOfPerson(proven: readonly ProvenContact[], reason: string): Promise<LeadOfPerson[]> {
  if (proven.length === 0) return [];
  const rows = await LeadContacts.find(whereProven(proven)).sort({ at: -1 }).limit(MOST).lean<LeadContactRow[]>();
  const ids = rows.map(({ _id }) => _id);
  if (ids.length === 0) return [];
  const leads = new Map((await Leads.find({ _id: { $in: ids } }).lean<Lead[]>()).map((lead) => [lead._id, lead]));
  const touches = await Touches.find({ leadId: { $in: ids } }).lean();
  const keptOut = keptOutBeside(proven, rows, leads, touches);
  const looks = await looksAt({ leadId: { $in: ids } });
  const at = now();
  await Disclosures.insertMany(
    ids.map((leadId) => ({ _id: newId('disclosure'), leadId, ...OWN, reason, at })),
    { lean: true },
  );
  const held: LeadOfPerson[] = [];
  for (const row of rows) {
    const lead = leads.get(row._id);
    if (!lead) continue;
    const ofLead = touches.filter(({ leadId }) => leadId === row._id);
    if (!holdsFirst(proven, row, lead)) {
      held.push(await besideOf(proven, row, lead, ofLead));
      continue;
    }
    const hidden = touchesOfOthers(proven, row, lead, ofLead);
    const shown = ofLead.filter((touch) => !hidden.includes(touch));
    held.push({
      lead: hidden.length > 0 ? factsWithoutOthers(proven, row, lead) : lead,
      isBeside: false,
      isContested: !holdsOwn(proven, row, lead),
      contact: withoutOthers(proven, row, hidden),
      isPhoneProven: proven.some(({ hash }) => hash === row.phoneHash),
      keptOutOn: PROOF_CHANNELS.filter((channel) => keptOut.has(row[HASH_OF[channel]] ?? '')),
      touches: shown.map(({ agencyId, at: on }) => ({ agencyId, at: on })),
      looks: looks.filter(({ leadId }) => leadId === row._id),
    });
  }
  return held;
}

/** What an erasure keeps out of the contacts on which their person has answered, where the whole lead is theirs. */
const keptOutBeside = (
  proven: readonly ProvenContact[],
  rows: readonly LeadContactRow[],
  leads: ReadonlyMap<string, Lead>,
  touches: readonly TouchRow[],
): Set<string> =>
  new Set(
    rows.flatMap((row) => {
      const lead = leads.get(row._id);
      if (!lead || !holdsOwn(proven, row, lead)) return [];
      const ofLead = touches.filter(({ leadId }) => leadId === row._id);
      return touchesOfOthers(proven, row, lead, ofLead).length > 0 ? [] : [...answeredHashes(row, lead)];
    }),
  );

/**
 * What came with the contacts that were proven, where none of them is the lead's own, as a request of its own: that there was
 * one before is its person's. Whoever looked since has seen it; who bought the lead is not told.
 */
async function besideOf(
  proven: readonly ProvenContact[],
  row: LeadContactRow,
  whole: Lead,
  touches: readonly TouchRow[],
): Promise<LeadOfPerson> {
  const given = givenBeside(proven, row);
  const isProven = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  const lead = factsBeside(whole, given, touches);
  const valueOf = (channel: ProofChannel): string | null => {
    const field = HASH_OF[channel];
    const hash = [row[field], ...given.map((one) => one[field])].find(isProven) ?? null;
    return hash === null ? null : writtenTo(row, channel, hash);
  };
  const [phone, email] = [valueOf('PHONE'), valueOf('EMAIL')];
  const details = furtherDetails(
    { ...row, further: given },
    {
      phone: (value, hash) => (isProven(hash) ? value : maskedPhone(value)),
      email: (value, hash) => (isProven(hash) ? value : maskedEmail(value)),
    },
  );
  const name = given[0] && nameOfFurther(row._id, given[0]);
  return {
    lead,
    isBeside: true,
    isContested: false,
    contact: {
      name: name ?? namesOfTouches(row, given)[0] ?? '',
      phone,
      email,
      details: details.filter(({ value }) => value !== phone && value !== email),
    },
    isPhoneProven: false,
    keptOutOn: [],
    touches: [],
    looks: await looksAt({ leadId: row._id, at: { $gte: lead.submittedAt } }),
  };
}

/** The contact without what repeats brought that may be another person's: where one put the name right, with the former. */
function withoutOthers(
  proven: readonly ProvenContact[],
  row: LeadContactRow,
  hidden: readonly Pick<TouchRow, '_id'>[],
): Contact {
  const ids = new Set(hidden.flatMap(({ _id }) => [_id, formerOf(_id)]));
  const isKept = ({ touchId }: { touchId: string }): boolean => !ids.has(touchId);
  const { further = [], alsoNamed = [] } = row;
  const contact = shownTo(proven, { ...row, further: further.filter(isKept), alsoNamed: alsoNamed.filter(isKept) });
  const [former] = namesOfTouches(
    row,
    hidden.map(({ _id }) => ({ touchId: formerOf(_id) })),
  );
  return former === undefined ? contact : { ...contact, name: former };
}

/** The facts as the lead came: what was found later, and who answered on another contact, would tell of those repeats. */
const factsWithoutOthers = (proven: readonly ProvenContact[], row: LeadContactRow, lead: Lead): Lead => ({
  ...lead,
  signals: lead.signals.filter(({ isLater }) => !isLater),
  proofs: lead.proofs.filter(
    (proof) => isOfOwn(proof) && proven.some(({ hash }) => hash === row[HASH_OF[proof.channel]]),
  ),
});

type Looks = LeadOfPerson['looks'][number] & { leadId: string };

async function looksAt(among: object): Promise<Looks[]> {
  const rows = await Disclosures.aggregate<{ _id: Omit<Looks, 'count' | 'lastAt'>; count: number; lastAt: Date }>([
    { $match: { ...among, basis: { $ne: 'SUBJECT' } } },
    {
      $group: {
        _id: { leadId: '$leadId', organisationId: '$organisationId', basis: '$basis' },
        count: { $sum: 1 },
        lastAt: { $max: '$at' },
      },
    },
  ]);
  return rows.map(({ _id, count, lastAt }) => ({ ..._id, count, lastAt }));
}

function shownTo(proven: readonly ProvenContact[], row: LeadContactRow): Contact {
  const { _id, sealed, phoneHash, emailHash } = row;
  const { name, phone, email, details, consentIp } = openContact(_id, sealed);
  const isOwn = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  const shown = {
    phone: (value: string, hash: string | null): string => (isOwn(hash) ? value : maskedPhone(value)),
    email: (value: string, hash: string | null): string => (isOwn(hash) ? value : maskedEmail(value)),
  };
  const ip = consentIp === null ? [] : [{ label: 'IP address of the consent', value: consentIp }];
  return {
    name,
    phone: phone === null ? null : shown.phone(phone, phoneHash),
    email: email === null ? null : shown.email(email, emailHash),
    details: [...details, ...nameDetails(row, { isOwnOnly: false }), ...furtherDetails(row, shown), ...ip],
  };
}

/**
 * The leads themselves, for what the person does with them, and beside them those of which only a contact given later was
 * proven; joins the caller's transaction. Nothing is opened.
 */
export async function leadsOfContacts(proven: readonly ProvenContact[]): Promise<{ own: Lead[]; beside: Lead[] }> {
  if (proven.length === 0) return { own: [], beside: [] };
  const fields = { phoneHash: 1, emailHash: 1, further: 1 } as const;
  const rows = await LeadContacts.find(whereProven(proven), fields)
    .limit(MOST)
    .lean<Pick<LeadContactRow, '_id' | keyof typeof fields>[]>();
  const leads = await Leads.find({ _id: { $in: rows.map(({ _id }) => _id) } }).lean<Lead[]>();
  const kept = new Map(rows.map((row) => [row._id, row]));
  const owned = new Set(leads.filter((lead) => holdsOwn(proven, kept.get(lead._id)!, lead)).map(({ _id }) => _id));
  return {
    own: leads.filter(({ _id }) => owned.has(_id)),
    beside: leads.filter(({ _id }) => !owned.has(_id)),
  };
}
