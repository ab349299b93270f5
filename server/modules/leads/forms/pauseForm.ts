import { type PauseFormInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type Form } from './model';
import { moveForm } from './moveForm';

/** Closes a form: its page says so, and nothing that is sent is taken. */
export const pauseForm = (viewer: Viewer, { formId }: PauseFormInput): Promise<{ form: Form }> =>
  moveForm(viewer, formId, 'pauseForm');
