import { UserError } from '../../../platform/errors';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskKind } from '../../../platform/manifest';
import { canSend } from '../../messages';
import { type RowOutcome } from '../candidate';
import { askPersonsOf } from '../confirm/askToConfirm';
import { type Form, type FormSettings } from './model';
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

/** Has the person of a new lead asked by the channels that its form names. In the transaction that stores the lead. */
export async function queueQuestions(form: Form, outcome: RowOutcome): Promise<void> {
  if (!('leadId' in outcome)) return;
  const { leadId } = outcome;
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
