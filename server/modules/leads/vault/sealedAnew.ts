import { keptKeys } from '../alike/likenessKeys';
import { personOf } from '../alike/personOf';
import { type Contact } from '../judgeRow';
import { type LeadContactRow } from '../model';
import { sealContact } from './sealContact';

/** What of a stored contact changes with what is sealed in it: the seal, and the keys by which likeness is found. */
export const sealedAnew = (
  row: Pick<LeadContactRow, '_id' | 'phoneHash' | 'emailHash'>,
  contact: Contact,
  consentIp: string | null,
) => ({ sealed: sealContact(row._id, contact, { ip: consentIp }), ...keptKeys(personOf(contact), row) });
