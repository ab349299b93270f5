import { now } from '../../platform/clock';
import { competitorDomainsOf, listHashesOf } from '../leads';
import { listsInForce } from './findList';
import { entryId } from './hashes';
import { OwnListEntries } from './model';

/**
 * Which of these businesses have a lead's person on their own list, or named its domain as a competitor's: for sales that
 * come about by themselves, where nothing of it is told to the business. What it is told goes through `askOwnList`. At most
 * four look-ups, however many businesses are asked about.
 */
export async function whoHasPerson(organisationIds: readonly string[], leadId: string): Promise<Set<string>> {
  const at = now();
  const lists = await listsInForce(organisationIds, at);
  const domains = await competitorDomainsOf(organisationIds, at);
  if (lists.size === 0 && domains.size === 0) return new Set();
  const { listHashes = [], domainHash = null } = (await listHashesOf([leadId])).get(leadId) ?? {};
  const idsOf = (organisationId: string): string[] => {
    const list = lists.get(organisationId);
    return list ? listHashes.map((hash) => entryId(list._id, hash)) : [];
  };
  const ids = organisationIds.flatMap(idsOf);
  const rows = ids.length > 0 ? await OwnListEntries.find({ _id: { $in: ids } }, { _id: 1 }).lean() : [];
  const found = new Set(rows.map(({ _id }) => _id));
  const hasPerson = (id: string): boolean =>
    idsOf(id).some((entry) => found.has(entry)) || domains.get(id)?.has(domainHash ?? '') === true;
  return new Set(organisationIds.filter(hasPerson));
}
