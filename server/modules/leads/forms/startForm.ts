import { type StartFormInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { once } from '../../../platform/idempotency';
import { newId } from '../../../platform/ids';
import { type Form, Forms } from './model';
import { readSettings } from './settings';

const MOST_FORMS = 200;

/** Makes a form of the viewer's agency. The same client key answers with the same form. */
export async function startForm(viewer: Viewer, { clientKey, ...input }: StartFormInput): Promise<{ form: Form }> {
  const settings = readSettings(input);
  const request = { actor: viewer.organisationId, operation: 'startForm', key: clientKey, input };
  const formId = await once(request, async () => {
    const others = await Forms.countDocuments({ agencyId: viewer.organisationId });
    if (others >= MOST_FORMS)
      throw conflict(`An agency has at most ${MOST_FORMS} forms. Change one that is not needed any more.`);
    const at = now();
    const form: Form = {
      _id: newId('form'),
      agencyId: viewer.organisationId,
      ...settings,
      state: 'ACTIVE',
      createdBy: viewer.personId,
      createdAt: at,
      changedAt: at,
    };
    await Forms.insertMany([form]);
    await recordAct({ actor: viewer.personId, act: 'startForm', subject: form._id });
    return form._id;
  });
  const form = await Forms.findById(formId).readConcern('local').lean<Form>();
  return { form: form! };
}
