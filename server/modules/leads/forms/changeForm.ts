import { type ChangeFormInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type Form, Forms, type FormSettings } from './model';
import { readSettings } from './settings';

/** May be taken away; of everything else null stands for what is there. */
const MAY_BE_NONE: ReadonlySet<string> = new Set(['regionId', 'redirectUrl']);

/** Changes a form of the viewer's agency; what is left out stays. */
export async function changeForm(viewer: Viewer, { formId, ...input }: ChangeFormInput): Promise<{ form: Form }> {
  const form = await inTransaction(async () => {
    const before = await Forms.findOne({ _id: formId, agencyId: viewer.organisationId }).lean<Form>();
    if (!before) throw notFound('form');
    const told = Object.entries(input).filter(
      ([field, value]) => value !== undefined && (value !== null || MAY_BE_NONE.has(field)),
    );
    const settings = readSettings({ ...before, ...Object.fromEntries(told) });
    const changed = (Object.keys(settings) as (keyof FormSettings)[]).filter(
      (field) => JSON.stringify(settings[field]) !== JSON.stringify(before[field]),
    );
    if (changed.length === 0) return before;
    const changes = { ...settings, changedAt: now() };
    await Forms.updateOne({ _id: formId }, { $set: changes });
    await recordAct({
      actor: viewer.personId,
      act: 'changeForm',
      subject: formId,
      before: Object.fromEntries(changed.map((field) => [field, before[field]])),
      after: Object.fromEntries(changed.map((field) => [field, settings[field]])),
    });
    return { ...before, ...changes };
  });
  return { form };
}
