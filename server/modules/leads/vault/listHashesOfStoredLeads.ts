import { log } from '../../../platform/log';
import { type Migration } from '../../../platform/manifest';
import { readEmail } from '../checks/emailSyntax';
import { LeadContacts, type LeadContactRow } from '../model';
import { listHashesOfContact } from './listHashes';
import { openContact } from './sealContact';

const PAGE = 500;

type Stored = Pick<LeadContactRow, '_id' | 'sealed' | 'phoneHash' | 'emailHash'>;

/**
 * Gives the leads that came before there were own lists what they are found on one by. It opens contacts in memory, for
 * nobody's eyes; broken off, it goes on with those that have none yet.
 */
export const listHashesOfStoredLeads: Migration = {
  name: '0075-stored-leads-are-found-on-own-lists',
  async up() {
    let last = '';
    for (;;) {
      const page = await LeadContacts.find(
        { _id: { $gt: last }, listHashes: { $exists: false } },
        { sealed: 1, phoneHash: 1, emailHash: 1 },
      )
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Stored[]>();
      const updates = page.map((row) => ({
        updateOne: { filter: { _id: row._id }, update: { $set: { listHashes: hashesOf(row) } } },
      }));
      if (updates.length > 0) await LeadContacts.bulkWrite(updates);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
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
