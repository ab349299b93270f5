import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type Form, Forms } from './model';

const MOVES = {
  pauseForm: { to: 'PAUSED', already: 'This form is paused already.' },
  resumeForm: { to: 'ACTIVE', already: 'This form is open already.' },
} as const;

/** Opens or closes a form of the viewer's agency. */
export async function moveForm(viewer: Viewer, formId: string, act: keyof typeof MOVES): Promise<{ form: Form }> {
  const { to, already } = MOVES[act];
  const form = await inTransaction(async () => {
    const own = { _id: formId, agencyId: viewer.organisationId };
    const moved = await Forms.findOneAndUpdate(
      { ...own, state: { $ne: to } },
      { $set: { state: to, changedAt: now() } },
      { returnDocument: 'after' },
    ).lean<Form>();
    if (!moved) throw (await Forms.exists(own)) ? conflict(already) : notFound('form');
    await recordAct({ actor: viewer.personId, act, subject: formId });
    return moved;
  });
  return { form };
}
