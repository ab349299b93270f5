import { checkEmail } from '../checks/email';
import { checkPhone } from '../checks/phone';
import { signalIn } from '../accept/leadOfRow';
import { Confirmations } from '../confirm/model';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { decide, isAnswered, isAnsweredHere, isOfOwn, type ProofChannel, standingFindings } from '../rules';
import { soldAmong } from '../shelf';
import { FIELD_OF, type FurtherContact, HASH_OF, writtenTo } from './furtherContacts';
import { type Because, replaceOwn, type Replacement } from './replaceOwn';
import { hashIdentity } from './sealContact';

const IN_MARKET: readonly string[] = ['ACCEPTED', 'QUARANTINED'];

/**
 * Makes a phone or an e-mail that stands beside a lead's own, and on which its person has answered, the one to call or to
 * write to first, where nobody has answered on the own one and somebody has on the lead's own contact of the other channel,
 * asked since: whoever knows somebody's phone can send a form with it and an address of their own. Not of what is sold: its
 * buyers have what they bought, and read beside it where somebody has answered. Answers the lead as it stands then, null
 * where nothing was changed. In the open transaction.
 */
export async function promoteProven(
  leadId: string,
  channel: ProofChannel,
  hash: string,
  at: Date,
): Promise<Lead | null> {
  const lead = await Leads.findById(leadId).lean<Lead>();
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (!lead || !row || !IN_MARKET.includes(lead.state) || row[HASH_OF[channel]] === hash) return null;
  const isOwnAnswered = lead.proofs.some((proof) => proof.channel === channel && isAnswered(proof) && isOfOwn(proof));
  const further = furtherOf(row, channel).find((one) => one[HASH_OF[channel]] === hash);
  if (isOwnAnswered || !further || !(await isOtherAnswered(row, channel, further.at))) return null;
  if ((await soldAmong([leadId])).has(leadId)) return null;
  const reason = `The person answered on this ${NAME_OF[channel]}, and on the one given first nobody has.`;
  return promote(lead, row, channel, further, { act: 'callProvenFirst', reason, at });
}

/** Whether the lead's own contact of the other channel was asked since then, and answered there. */
export async function isOtherAnswered(row: LeadContactRow, channel: ProofChannel, since: Date): Promise<boolean> {
  const contactHash = row[HASH_OF[channel === 'PHONE' ? 'EMAIL' : 'PHONE']];
  if (contactHash === null) return false;
  const asked = { leadId: row._id, contactHash, askedAt: { $gte: since } };
  return (await Confirmations.exists({ ...asked, state: 'CONFIRMED', isAnsweredElsewhere: { $ne: true } })) !== null;
}

const NAME_OF = { PHONE: 'phone', EMAIL: 'e-mail address' } as const;

/**
 * What takes the place of a lead's own phone or e-mail when somebody says there that the request is not theirs: what its
 * person has answered on, else the last that its person gave in its place. Null where there is none, so that nobody is left
 * who may have asked.
 */
export function successorOf(lead: Lead, row: LeadContactRow, channel: ProofChannel): FurtherContact | null {
  const standing = furtherOf(row, channel).filter((one) => one[HASH_OF[channel]] !== row[HASH_OF[channel]]);
  const isProven = ({ at }: FurtherContact): boolean =>
    lead.proofs.some(
      (proof) => proof.channel === channel && isAnsweredHere(proof) && proof.alsoGivenAt?.getTime() === at.getTime(),
    );
  // What stands beside one that was put right was written before it, and wrongly.
  const isFirst = !lead.mended?.some((one) => one.channel === channel);
  return standing.findLast(isProven) ?? (isFirst ? standing.at(-1) : undefined) ?? null;
}

const furtherOf = (row: LeadContactRow, channel: ProofChannel): FurtherContact[] =>
  (row.further ?? []).filter((one) => one[HASH_OF[channel]] !== null);

/** Makes a further contact the lead's own, where its own form does not speak against it once its owner has answered. */
export async function promote(
  lead: Lead,
  row: LeadContactRow,
  channel: ProofChannel,
  further: FurtherContact,
  because: Because,
): Promise<Lead | null> {
  const by = replacementOf(lead, row, channel, further, because.at);
  const proofs = lead.proofs.flatMap(({ alsoGivenAt, ...proof }) =>
    proof.channel === channel && alsoGivenAt?.getTime() === further.at.getTime() ? [proof] : [],
  );
  if (!by || decide(standingFindings(by.signals, { proofs })) !== 'ACCEPTED') return null;
  return replaceOwn(lead, row, by, [channel], because);
}

/** A further contact read again, as a row with it would be: what was found of it when it came was not kept. */
function replacementOf(
  lead: Lead,
  row: LeadContactRow,
  channel: ProofChannel,
  further: FurtherContact,
  at: Date,
): Replacement | null {
  const value = writtenTo(row, channel, further[HASH_OF[channel]]!);
  if (value === null) return null;
  const contact = { phone: null, email: null, [FIELD_OF[channel]]: value };
  if (channel === 'PHONE') {
    const { e164, line, findings } = checkPhone(value, lead.countryCode);
    const identity = { phone: e164, email: null };
    const signals = findings.map((found) => signalIn(found, at));
    return { contact, identity, hashes: hashIdentity(identity), signals, line, givenAt: further.at };
  }
  const { normalised, findings } = checkEmail(value, lead.countryCode);
  const identity = { phone: null, email: normalised };
  const signals = findings.map((found) => signalIn(found, at));
  return { contact, identity, hashes: hashIdentity(identity), signals, line: lead.line, givenAt: further.at };
}
