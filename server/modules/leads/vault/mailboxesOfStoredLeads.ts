import { log } from '../../../platform/log';
import { type Migration } from '../../../platform/manifest';
import { readEmail } from '../checks/emailSyntax';
import { type LeadContactRow } from '../model';
import { changeStoredContacts } from './changeStoredContacts';
import { hashIdentity, openContact } from './sealContact';

type Stored = Pick<LeadContactRow, '_id' | 'sealed' | 'emailHash'>;

/**
 * Gives the leads that came before addresses were known by their mailbox the hash of that. It opens contacts in memory,
 * for nobody's eyes; broken off, it begins anew.
 */
export const mailboxesOfStoredLeads: Migration = {
  name: '0078-stored-leads-are-known-by-mailbox',
  up: () =>
    changeStoredContacts({ emailHash: { $type: 'string' } }, ['sealed', 'emailHash'], (row) => {
      const emailHash = hashOf(row);
      return emailHash === row.emailHash ? null : { emailHash };
    }),
};

function hashOf({ _id, sealed, emailHash }: Stored): string | null {
  try {
    const reading = readEmail(openContact(_id, sealed).email ?? '');
    return reading.why === undefined ? hashIdentity({ phone: null, email: reading.normalised }).emailHash : emailHash;
  } catch (error) {
    log.error({ error, leadId: _id }, 'a contact does not open and keeps the hash it has');
    return emailHash;
  }
}
