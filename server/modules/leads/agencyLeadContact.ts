import { type Viewer } from '../../graphql/viewer';
import { UserError } from '../../platform/errors';
import { type Contact } from './judgeRow';
import { readContact } from './vault/readContact';

/** The contact of the agency's own lead; null for every other id. */
export async function agencyLeadContact(viewer: Viewer, leadId: string): Promise<Contact | null> {
  try {
    return await readContact(viewer, leadId, { reason: 'own lead' });
  } catch (error) {
    if (error instanceof UserError && error.typename === 'NotFound') return null;
    throw error;
  }
}
