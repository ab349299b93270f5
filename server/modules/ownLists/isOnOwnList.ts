import { now } from '../../platform/clock';
import { competitorDomains, listHashesOf } from '../leads';
import { listInForce } from './findList';
import { entryId } from './hashes';
import { OwnListEntries } from './model';

/**
 * Whether a lead is of a person on a business's own list, or of a competitor that it named: for sales that come about by
 * themselves, where nothing of it is told to the business. What it is told goes through `askOwnList`.
 */
export async function isOnOwnList(organisationId: string, leadId: string): Promise<boolean> {
  const at = now();
  const list = await listInForce(organisationId, at);
  const domains = await competitorDomains(organisationId, at);
  if (!list && domains.size === 0) return false;
  const { listHashes = [], domainHash = null } = (await listHashesOf([leadId])).get(leadId) ?? {};
  if (domainHash !== null && domains.has(domainHash)) return true;
  const ids = list ? listHashes.map((hash) => entryId(list._id, hash)) : [];
  return ids.length > 0 && (await OwnListEntries.exists({ _id: { $in: ids } })) !== null;
}
