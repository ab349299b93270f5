import { after, DAY, now } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { DUPLICATE_DAYS } from '../rules';
import { changeStoredContacts } from '../vault/changeStoredContacts';
import { openContact } from '../vault/sealContact';
import { likenessKeys } from './likenessKeys';
import { personOf } from './personOf';

/** Gives the leads that came before there were candidate keys theirs, so that they are found by likeness too. */
export const keysOfStoredLeads: Migration = {
  name: '0046-stored-leads-are-found-by-likeness',
  async up() {
    const since = after(now(), -DUPLICATE_DAYS * DAY);
    await changeStoredContacts({ matchKeys: { $exists: false } }, ['sealed', 'at'], ({ _id, sealed, at }) => {
      const keys = likenessKeys(personOf(openContact(_id, sealed)));
      // What is older than the period is found by nobody.
      return at < since ? { ...keys, matchKeys: [] } : keys;
    });
  },
};
