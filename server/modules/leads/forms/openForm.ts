import { type Organisation, organisationsById } from '../../accounts';
import { nicheTree } from '../../catalog';
import { type Form, Forms } from './model';

type Closure = 'PAUSED' | 'AGENCY' | 'NICHE';

/** Why nobody can send a form; null while people can. */
export function closureOf(form: Form, agency: Organisation | undefined): Closure | null {
  if (form.state === 'PAUSED') return 'PAUSED';
  if (agency?.status !== 'ACTIVE') return 'AGENCY';
  return nicheTree().byId(form.nicheId)?.isRetired === false ? null : 'NICHE';
}

export interface ShownForm {
  form: Form;
  agencyName: string;
  isOpen: boolean;
}

/** The form of a page's address; null where there is none. */
export async function findForm(id: string): Promise<ShownForm | null> {
  const form = await Forms.findById(id).lean<Form>();
  if (!form) return null;
  const agency = (await organisationsById([form.agencyId])).get(form.agencyId);
  return { form, agencyName: agency?.name ?? '', isOpen: closureOf(form, agency) === null };
}
