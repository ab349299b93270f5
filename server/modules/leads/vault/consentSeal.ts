import { keyedHash } from '../../../platform/seal';
import { type ConsentRecord } from '../model';

/**
 * The seal of a consent record: a keyed hash of all that it says and of whose it is. Whoever changes the record in the
 * database, or puts it under another lead, cannot make the seal that fits.
 */
export const sealOfConsent = (
  { textHash, page, at, method, hasIp, userAgent, recipients }: ConsentRecord,
  { leadId, agencyId }: { leadId: string; agencyId: string },
): string =>
  keyedHash(
    'consent',
    JSON.stringify([leadId, agencyId, textHash, page, at.toISOString(), method, hasIp, userAgent ?? null, recipients]),
  );

/** Whether a record is as it was when it was sealed; one that was never sealed is not. */
export const isAsSealed = (record: ConsentRecord, of: { leadId: string; agencyId: string }): boolean =>
  record.seal === sealOfConsent(record, of);
