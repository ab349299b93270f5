import { after, now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskKind } from '../../../platform/manifest';
import { canSend } from '../../messages';
import { storeTexts } from '../accept/storeTexts';
import { type RowOutcome, type SentByForm } from '../candidate';
import { queueApart } from '../confirm/apart';
import { askPersonsOf } from '../confirm/askToConfirm';
import { type ConfirmationRow, Confirmations, type QuestionAbout } from '../confirm/model';
import { CONFIRM } from '../confirm/rules';
import { standsForLead } from '../confirm/standsFor';
import { languageOf } from '../languages';
import { type Lead, LeadContacts, type LeadContactRow, Leads } from '../model';
import { looksLikeProgram } from '../rules';
import { HASH_OF } from '../vault/furtherContacts';
import { type Form, Forms, type FormSettings } from './model';
import { asks } from './settings';

interface Asking {
  agencyId: string;
  leadId: string;
  channel: 'EMAIL' | 'PHONE';
  /** What to ask, where it is not the lead's own. */
  contactHash?: string;
  /** What it was given with, where that is a repeat of the lead. */
  about?: QuestionAbout;
}

const CHANNELS = ['EMAIL', 'PHONE'] as const;

/** Whether whoever sends the form is to get a message: by a channel that it asks to confirm and the market can send by. */
export const willAsk = (form: Pick<FormSettings, 'confirms'>): boolean =>
  CHANNELS.some((channel) => asks(form, channel) && canSend(channel === 'EMAIL' ? 'EMAIL' : 'SMS'));

/**
 * Has whoever sent a form asked by the channels that it names; not where a program seems to have sent it, or it would make
 * the market write to strangers. Whether a lead came of it, is known already or may not be makes no difference to the sender.
 * In the transaction that stores the lead.
 */
export async function queueQuestions(form: Form, outcome: RowOutcome): Promise<void> {
  if ('sent' in outcome && outcome.sent && !outcome.sent.isOfProgram) {
    const { sent } = outcome;
    if ('ofLeadId' in outcome && outcome.ofLeadId !== undefined) return askOfOwn(form, outcome.ofLeadId, sent);
    return askApartFrom(form, sent);
  }
  if (!('leadId' in outcome)) return;
  const lead = await Leads.findById(outcome.leadId, { signals: 1 }).lean<Pick<Lead, '_id' | 'signals'>>();
  if (lead && !looksLikeProgram(lead.signals)) await queue(form, lead._id);
}

/** Of a lead that its agency took off the market nobody is asked; but whoever types its phone is as of any other. */
async function askOfOwn(form: Form, leadId: string, sent: SentByForm): Promise<void> {
  const lead = await Leads.findById(leadId, { state: 1 }).lean<Pick<Lead, 'state'>>();
  if (lead?.state === 'ACCEPTED' || lead?.state === 'QUARANTINED') return askAgain(form, leadId, sent);
  const standsFor = standsForLead(form.agencyId, leadId);
  return askApartFrom(form, { ...sent, standsFor: { PHONE: standsFor, EMAIL: standsFor } });
}

const askApartFrom = (form: Form, sent: SentByForm): Promise<void> =>
  queueApart(
    { agencyId: form.agencyId, language: languageOf(form.language) },
    CHANNELS.filter((one) => asks(form, one)),
    sent,
  );

/**
 * Who sends the form again may not have got the message, or gives another phone or address because the first was written
 * wrongly: what was given now is asked, unless it was asked just before or has been answered, and within the limits of all
 * questions. What was given before and is not given now may be a stranger's, and is asked no more.
 */
async function askAgain(form: Form, leadId: string, sent: SentByForm): Promise<void> {
  const fields = { phoneHash: 1, emailHash: 1, furtherHashes: 1 } as const;
  const kept = await LeadContacts.findById(leadId, fields).lean<Pick<LeadContactRow, keyof typeof fields>>();
  if (!kept) return;
  const lead = await Leads.findById(leadId, { signals: 1 }).lean<Pick<Lead, '_id' | 'signals'>>();
  const isWithheld = lead !== null && looksLikeProgram(lead.signals);
  const about = { nicheId: sent.nicheId, askedFor: sent.askedFor, consent: sent.consent };
  await storeTexts(new Map([[sent.consent.textHash, sent.consentText]]));
  const asked = await Confirmations.find({ leadId }, { channel: 1, contactHash: 1, state: 1, askedAt: 1 }).lean<
    Before[]
  >();
  for (const channel of CHANNELS.filter((one) => asks(form, one))) {
    const contactHash = sent[HASH_OF[channel]];
    const isOwn = contactHash === kept[HASH_OF[channel]];
    if (contactHash === null || !(isOwn || kept.furtherHashes?.includes(contactHash))) continue;
    const ofChannel = asked.filter((one) => one.channel === channel);
    const before = ofChannel.filter((one) => one.contactHash === contactHash);
    const isOver = before.every(
      ({ state, askedAt }) => state === 'OPEN' && askedAt <= after(now(), -CONFIRM.askAgainMs),
    );
    // A question that was withheld waits for a moderator.
    if (!isOver || (isOwn && isWithheld)) continue;
    if (ofChannel.length === 0 && isOwn) await queueOne({ agencyId: form.agencyId, leadId, channel, about });
    else {
      const asking: Asking = { agencyId: form.agencyId, leadId, channel, about, ...(isOwn ? {} : { contactHash }) };
      await enqueueTask(askPerson.name, asking, { key: `${leadId}:${channel}:${contactHash}:${before.length}` });
    }
  }
}

type Before = Pick<ConfirmationRow, 'channel' | 'contactHash' | 'state' | 'askedAt'>;

/**
 * Has the person asked after all when a moderator releases a lead whose question was withheld. In the transaction of the
 * release.
 */
export async function queueWithheld(lead: Pick<Lead, '_id' | 'signals' | 'source'>): Promise<void> {
  if (!lead.source?.formId || !looksLikeProgram(lead.signals)) return;
  const form = await Forms.findById(lead.source.formId).lean<Form>();
  if (form) await queue(form, lead._id);
}

async function queue(form: Form, leadId: string): Promise<void> {
  for (const channel of CHANNELS.filter((one) => asks(form, one)))
    await queueOne({ agencyId: form.agencyId, leadId, channel });
}

const queueOne = (asking: Asking): Promise<unknown> =>
  enqueueTask(askPerson.name, asking, { key: `${asking.leadId}:${asking.channel}` });

/** A message that cannot be sent or would be one too many is none; whoever filled the form is not to learn of it. */
export const askPerson: TaskKind = {
  name: 'forms.askPerson',
  async run({ agencyId, leadId, channel, contactHash, about }: Asking): Promise<void> {
    const which = contactHash ? { contactHash } : { contacts: 'OWN' as const };
    try {
      await askPersonsOf(agencyId, [leadId], channel, { ...which, ...(about ? { about } : {}) });
    } catch (error) {
      if (!(error instanceof UserError) || error.typename === 'Busy') throw error;
    }
  },
};
