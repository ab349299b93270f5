import { after, now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskKind } from '../../../platform/manifest';
import { canSend } from '../../messages';
import { type RowOutcome } from '../candidate';
import { isOfRobots } from '../checks/signals';
import { askPersonsOf } from '../confirm/askToConfirm';
import { type ConfirmationRow, Confirmations } from '../confirm/model';
import { CONFIRM } from '../confirm/rules';
import { type Lead, LeadContacts, type LeadContactRow, Leads } from '../model';
import { decide } from '../rules';
import { type Form, Forms, type FormSettings } from './model';
import { asks } from './settings';

interface Asking {
  agencyId: string;
  leadId: string;
  channel: 'EMAIL' | 'PHONE';
}

const CHANNELS = ['EMAIL', 'PHONE'] as const;

/** Whether whoever sends the form is to get a message: by a channel that it asks to confirm and the market can send by. */
export const willAsk = (form: Pick<FormSettings, 'confirms'>): boolean =>
  CHANNELS.some((channel) => asks(form, channel) && canSend(channel === 'EMAIL' ? 'EMAIL' : 'SMS'));

/**
 * Has the person of a new lead asked by the channels that its form names; not where a program seems to have sent it, or
 * it would make the market write to strangers. In the transaction that stores the lead.
 */
export async function queueQuestions(form: Form, outcome: RowOutcome): Promise<void> {
  if (outcome.outcome === 'DUPLICATE' && outcome.ofLeadId !== undefined) return askAgain(form, outcome.ofLeadId);
  if (!('leadId' in outcome)) return;
  const lead = await Leads.findById(outcome.leadId, { signals: 1 }).lean<Pick<Lead, '_id' | 'signals'>>();
  if (lead && !looksLikeProgram(lead)) await queue(form, lead._id);
}

/**
 * Who sends the form again may not have got the message: they are asked again by each channel by which they were asked
 * and did not answer, once some time is over and within the limits of all questions. Not where a repeat brought another
 * phone or address, since the first may be a stranger's.
 */
async function askAgain(form: Form, leadId: string): Promise<void> {
  const contact = await LeadContacts.findById(leadId, { further: 1 }).lean<Pick<LeadContactRow, 'further'>>();
  const asked = await Confirmations.find({ leadId }, { channel: 1, state: 1, askedAt: 1 }).lean<Before[]>();
  for (const channel of CHANNELS.filter((one) => asks(form, one))) {
    const before = asked.filter((one) => one.channel === channel);
    const isOver = before.every(
      ({ state, askedAt }) => state === 'OPEN' && askedAt <= after(now(), -CONFIRM.askAgainMs),
    );
    const isOther = (contact?.further ?? []).some((one) => one[HASH_OF[channel]] !== null);
    if (before.length === 0 || !isOver || isOther) continue;
    const asking: Asking = { agencyId: form.agencyId, leadId, channel };
    await enqueueTask(askPerson.name, asking, { key: `${leadId}:${channel}:${before.length}` });
  }
}

type Before = Pick<ConfirmationRow, 'channel' | 'state' | 'askedAt'>;

const HASH_OF = { EMAIL: 'emailHash', PHONE: 'phoneHash' } as const;

/**
 * Has the person asked after all when a moderator releases a lead whose question was withheld. In the transaction of the
 * release.
 */
export async function queueWithheld(lead: Pick<Lead, '_id' | 'signals' | 'source'>): Promise<void> {
  if (!lead.source?.formId || !looksLikeProgram(lead)) return;
  const form = await Forms.findById(lead.source.formId).lean<Form>();
  if (form) await queue(form, lead._id);
}

/** Whether what tells of programs would hold the lead by itself. */
const looksLikeProgram = ({ signals }: Pick<Lead, 'signals'>): boolean =>
  decide(signals.filter(({ code }) => isOfRobots(code))) !== 'ACCEPTED';

async function queue(form: Form, leadId: string): Promise<void> {
  for (const channel of CHANNELS.filter((one) => asks(form, one))) {
    const asking: Asking = { agencyId: form.agencyId, leadId, channel };
    await enqueueTask(askPerson.name, asking, { key: `${leadId}:${channel}` });
  }
}

/** A message that cannot be sent or would be one too many is none; whoever filled the form is not to learn of it. */
export const askPerson: TaskKind = {
  name: 'forms.askPerson',
  async run({ agencyId, leadId, channel }: Asking): Promise<void> {
    try {
      await askPersonsOf(agencyId, [leadId], channel);
    } catch (error) {
      if (!(error instanceof UserError) || error.typename === 'Busy') throw error;
    }
  },
};
