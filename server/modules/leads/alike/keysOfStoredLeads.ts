import { after, DAY, now } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { LeadContacts, type LeadContactRow } from '../model';
import { openContact } from '../vault/sealContact';
import { DUPLICATE_DAYS } from '../rules';
import { likenessKeys } from './likenessKeys';
import { personOf } from './personOf';

const PAGE = 500;

/** Gives the leads that came before there were candidate keys theirs, so that they are found by likeness too. */
export const keysOfStoredLeads: Migration = {
  name: '0046-stored-leads-are-found-by-likeness',
  async up() {
    const since = after(now(), -DUPLICATE_DAYS * DAY);
    let last = '';
    for (;;) {
      const page = await LeadContacts.find({ _id: { $gt: last }, matchKeys: { $exists: false } }, { sealed: 1, at: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<Pick<LeadContactRow, '_id' | 'sealed' | 'at'>[]>();
      const updates = page.map(({ _id, sealed, at }) => {
        const keys = likenessKeys(personOf(openContact(_id, sealed)));
        // What is older than the period is found by nobody.
        return { updateOne: { filter: { _id }, update: { $set: at < since ? { ...keys, matchKeys: [] } : keys } } };
      });
      if (updates.length > 0) await LeadContacts.bulkWrite(updates);
      if (page.length < PAGE) return;
      last = page.at(-1)!._id;
    }
  },
};
