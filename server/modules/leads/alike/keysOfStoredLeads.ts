import { after, DAY, now } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { DUPLICATE_DAYS } from '../rules';
import { LeadContacts } from '../model';
import { changeStoredContacts } from '../vault/changeStoredContacts';
import { openContact, openIfSound } from '../vault/sealContact';
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

/**
 * Leads of before were kept under what their names sounded like then: those of whose keys one is another one by now get
 * theirs anew. A key alone that is missing was full. What was decided of somebody is told by the hash of its details.
 */
export const soundsOfStoredLeads: Migration = {
  name: '0096-stored-leads-are-found-by-finer-sounds',
  async up() {
    const decided = new Set<string>();
    for (const field of ['sameAs', 'differentFrom'] as const)
      for (const hash of await LeadContacts.distinct(field)) if (hash) decided.add(hash);
    const renamed = new Map<string, string>();
    await changeStoredContacts(
      { at: { $gte: after(now(), -DUPLICATE_DAYS * DAY) }, matchKeys: { $exists: true } },
      [...KEPT, 'sealed', 'matchKeys', 'personHash'],
      ({ _id, sealed, at: _at, matchKeys = [], personHash, ...hashes }) => {
        const contact = openIfSound(_id, sealed, 'keeps its keys');
        if (!contact) return null;
        const keys = keptKeys(personOf(contact), hashes);
        if (personHash && decided.has(personHash)) renamed.set(personHash, keys.personHash);
        const hasMoved = matchKeys.some((key) => !keys.matchKeys.includes(key));
        return hasMoved ? keys : { personHash: keys.personHash };
      },
    );
    for (const [before, hash] of renamed)
      for (const field of ['sameAs', 'differentFrom'] as const)
        await LeadContacts.updateMany({ [field]: before }, { $addToSet: { [field]: hash } });
  },
};
