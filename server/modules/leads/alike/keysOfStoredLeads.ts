import { after, DAY, now } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { DUPLICATE_DAYS } from '../rules';
import { changeStoredContacts } from '../vault/changeStoredContacts';
import { openContact } from '../vault/sealContact';
import { contactKeys, keptKeys } from './likenessKeys';
import { personOf } from './personOf';

const KEPT = ['at', 'phoneHash', 'emailHash'] as const;

/** Gives the leads that came before there were candidate keys theirs, so that they are found by likeness too. */
export const keysOfStoredLeads: Migration = {
  name: '0046-stored-leads-are-found-by-likeness',
  async up() {
    const since = after(now(), -DUPLICATE_DAYS * DAY);
    await changeStoredContacts(
      { matchKeys: { $exists: false } },
      [...KEPT, 'sealed'],
      ({ _id, sealed, at, ...hashes }) => {
        const keys = keptKeys(personOf(openContact(_id, sealed)), hashes);
        // What is older than the period is found by nobody.
        return at < since ? { ...keys, matchKeys: [] } : keys;
      },
    );
  },
};

/** Gives the leads that came before phones and e-mails were looked for among the candidate keys those of theirs. */
export const contactKeysOfStoredLeads: Migration = {
  name: '0082-stored-leads-are-found-by-one-look-up',
  up: () =>
    changeStoredContacts(
      { at: { $gte: after(now(), -DUPLICATE_DAYS * DAY) } },
      [...KEPT, 'matchKeys'],
      ({ matchKeys = [], ...hashes }) => {
        const missing = contactKeys(hashes).filter((key) => !matchKeys.includes(key));
        return missing.length === 0 ? null : { matchKeys: [...matchKeys, ...missing] };
      },
    ),
};
