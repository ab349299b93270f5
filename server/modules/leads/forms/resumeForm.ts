import { type ResumeFormInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type Form } from './model';
import { moveForm } from './moveForm';

/** Opens a paused form again. */
export const resumeForm = (viewer: Viewer, { formId }: ResumeFormInput): Promise<{ form: Form }> =>
  moveForm(viewer, formId, 'resumeForm');
