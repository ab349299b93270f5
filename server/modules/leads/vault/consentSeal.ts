import { keyedHash } from '../../../platform/seal';
import { type ConsentRecord } from '../model';

type Whose = Record<'leadId' | 'agencyId', string>;

/**
 * The seal of a consent record: a keyed hash of all that it says and of whose it is. Whoever changes the record in the
 * database, or puts it under another lead, cannot make the seal that fits.
 */
export function sealOfConsent(record: ConsentRecord, { leadId, agencyId }: Whose): string {
  const { textHash, page, at, method, hasIp, userAgent, recipients, namedRecipients, isSeen } = record;
  const said = [leadId, agencyId, textHash, page, at.toISOString(), method, hasIp, userAgent ?? null, recipients];
  if (isSeen) return keyedHash('consent', JSON.stringify([...said, namedRecipients ?? null, isSeen]));
  // Of records that name nobody the seal is as it was before any did.
  return keyedHash('consent', JSON.stringify(namedRecipients ? [...said, namedRecipients] : said));
}

/** Whether a record is as it was when it was sealed; one that was never sealed is not. */
export const isAsSealed = (record: ConsentRecord, of: Whose): boolean => record.seal === sealOfConsent(record, of);
