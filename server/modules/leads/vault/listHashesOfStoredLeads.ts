import { log } from '../../../platform/log';
import { type Migration } from '../../../platform/manifest';
import { readEmail } from '../checks/emailSyntax';
import { type LeadContactRow } from '../model';
import { changeStoredContacts } from './changeStoredContacts';
import { listHashesOfContact } from './listHashes';
import { openContact } from './sealContact';

type Stored = Pick<LeadContactRow, '_id' | 'sealed' | 'phoneHash' | 'emailHash'>;

/**
 * Gives the leads that came before there were own lists what they are found on one by. It opens contacts in memory, for
 * nobody's eyes; broken off, it goes on with those that have none yet.
 */
export const listHashesOfStoredLeads: Migration = {
  name: '0075-stored-leads-are-found-on-own-lists',
  up: () =>
    changeStoredContacts({ listHashes: { $exists: false } }, ['sealed', 'phoneHash', 'emailHash'], (row) => ({
      listHashes: hashesOf(row),
    })),
};

function hashesOf({ _id, sealed, phoneHash, emailHash }: Stored): string[] {
  try {
    const { phone, email } = openContact(_id, sealed);
    // What has no hash cannot exist, and is kept as it was written.
    const reading = emailHash !== null && email !== null ? readEmail(email) : null;
    return listHashesOfContact({
      phone: phoneHash === null ? null : phone,
      email: reading && reading.why === undefined ? reading.normalised : null,
    });
  } catch (error) {
    log.error({ error, leadId: _id }, 'a contact does not open and is found on no own list');
    return [];
  }
}
