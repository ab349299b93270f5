import { recordAct } from '../../../platform/audit';
import { invalidInput } from '../../../platform/errors';
import { emit } from '../../../platform/outbox';
import { regionTree } from '../../catalog';
import { cleanText, isTurnedAround } from '../checks/cleanText';
import { checkName, isCommand } from '../checks/name';
import { type SignalCode } from '../checks/signals';
import { noSuchLead } from '../errors';
import { type Contact } from '../judgeRow';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { isErased, maskName, previewText } from '../rules';
import { openContact } from '../vault/sealContact';
import { noteReplacedName } from './replaceName';
import { sealedAnew } from '../vault/sealedAnew';

export interface Correction {
  name?: string | null | undefined;
  city?: string | null | undefined;
}

const MOST_CHARS = 100;

/**
 * What is no name at all. A name that is famous, rude in another language or that of a film is taken, since whoever has
 * proven the contact may bear it, and noted with the lead as where a form brings it.
 */
const NO_NAME: ReadonlySet<SignalCode> = new Set<SignalCode>([
  'NAME_EMPTY',
  'NAME_NOT_GIVEN',
  'NAME_NO_LETTERS',
  'NAME_IS_CONTACT',
  'NAME_LINK',
  'NAME_FORMULA',
  'NAME_TOO_LONG',
  'NAME_KEYBOARD_RUN',
  'NAME_REPEATED',
  'TEST_LEAD',
]);

/** What people write to whoever reads it, in the place of a name: whole words that are in no name. */
const MESSAGE = /(?<!\p{L})(?:consent|refund|please|do not|don['’]?t|(?:call|text|phone) (?:me|us|now))(?!\p{L})/iu;

/** As many digits as no ordinal of a name has. */
const NUMBER = /(?:\p{N}[\s().-]*){3,}/u;

const WHAT_A_NAME_IS = 'Give your name alone, as people call you: a number or a message is none.';

/** What is right of a correction, tidied. Throws InvalidInput at the field that is not. */
export function readCorrection({ name, city }: Correction): { name?: string; city?: string } {
  const read: { name?: string; city?: string } = {};
  if (typeof name === 'string') {
    const { name: tidied, findings } = checkName({ fullName: cleanText(name) });
    const against = findings.find(({ code }) => NO_NAME.has(code) || isCommand(name));
    if (tidied === null || against || isTurnedAround(name))
      throw invalidInput(against?.evidence ?? 'Give your name.', ['name']);
    if (NUMBER.test(tidied) || MESSAGE.test(tidied)) throw invalidInput(WHAT_A_NAME_IS, ['name']);
    read.name = tidied;
  }
  if (typeof city === 'string') {
    const tidied = cleanText(city).normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (tidied === '' || tidied.length > MOST_CHARS || tidied.includes('@') || isCommand(tidied))
      throw invalidInput('Give the name of your town.', ['city']);
    read.city = tidied;
  }
  if (Object.keys(read).length === 0) throw invalidInput('Say what is to be corrected.', ['name']);
  return read;
}

/**
 * Puts the name or the town of a lead right by its person's word, in the open transaction: sealed anew, found by what is
 * right, and its buyers told by the event. The facts that the lead was sold by stay as they were.
 */
export async function correctContact(leadId: string, correction: ReturnType<typeof readCorrection>): Promise<void> {
  const lead = await Leads.findById(leadId).lean<Lead>();
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (!lead || !row) throw noSuchLead();
  const { consentIp, ...contact } = openContact(leadId, row.sealed);
  const corrected = withCorrection(contact, correction);
  const fields = Object.keys(correction);
  await emit('contact.corrected', leadId, { leadId, agencyId: lead.agencyId, fields });
  await recordAct({
    actor: 'system',
    act: 'correctMyData',
    subject: leadId,
    reason: 'The person corrected it.',
    after: { fields },
  });
  await LeadContacts.updateOne(
    { _id: leadId },
    { $set: sealedAnew(row, corrected, consentIp) },
    { overwriteImmutable: true },
  );
  await Leads.updateOne({ _id: leadId }, { $set: { preview: isErased(lead) ? '' : previewOf(lead, corrected) } });
  if (corrected.name !== contact.name) await noteReplacedName(lead, corrected, RELEASED);
}

const RELEASED = { act: 'confirmRequest', reason: 'The person corrected the name that was in doubt.' } as const;

function withCorrection(contact: Contact, { name, city }: ReturnType<typeof readCorrection>): Contact {
  const others = contact.details.filter(({ label }) => label !== 'City');
  const details = city === undefined ? contact.details : [{ label: 'City', value: city }, ...others];
  return { ...contact, name: name ?? contact.name, details };
}

export const previewOf = ({ regionId, line, reach }: Lead, { name }: Pick<Contact, 'name'>): string =>
  previewText(maskName(name), regionTree().byId(regionId)?.name ?? '', { line, hasEmail: reach.email === 'LIVE' });
