import { keyedHash } from '../../../platform/seal';

/**
 * For whom a request stands that is no lead of the agency which brought it: several of one person are asked as one
 * request, within its limits. Told by a hash, so that it joins nothing with another agency's lead.
 */
export const standsForLead = (agencyId: string, leadId: string): string => keyedHash('apart', `${agencyId} ${leadId}`);

/** The same of what came with a contact that is kept out; null where there is none. */
export const standsForContact = (agencyId: string, contactHash: string | null): string | null =>
  contactHash === null ? null : keyedHash('apart', `${agencyId} ${contactHash}`);
