import { log } from '../../../platform/log';
import { type Migration } from '../../../platform/manifest';
import { readEmail } from '../checks/emailSyntax';
import { LeadContacts, type LeadContactRow } from '../model';
import { openContact, hashIdentity } from './sealContact';

const PAGE = 500;

type Stored = Pick<LeadContactRow, '_id' | 'sealed' | 'emailHash'>;

/**
 * Gives the leads that came before addresses were known by their mailbox the hash of that. It opens contacts in memory,
 * for nobody's eyes; broken off, it begins anew.
 */
export const mailboxesOfStoredLeads: Migration = {
  name: '0078-stored-leads-are-known-by-mailbox',
  async up() {
    let last = '';
    for (;;) {
      const page = await LeadContacts.find(
        { _id: { $gt: last }, emailHash: { $type: 'string' } },
        { sealed: 1, emailHash: 1 },
      )
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Stored[]>();
      const updates = page.flatMap((row) => {
        const emailHash = hashOf(row);
        return emailHash === row.emailHash
          ? []
          : [{ updateOne: { filter: { _id: row._id }, update: { $set: { emailHash } } } }];
      });
      if (updates.length > 0) await LeadContacts.bulkWrite(updates);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
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
