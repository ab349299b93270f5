import { now } from '../../platform/clock';
import { competitorDomainsOf, listHashesOf } from '../leads';
import { isDrawn } from './drawn';
import { listsInForce, NO_LISTS } from './findList';
import { entryId, ownPersonId } from './hashes';
import { OwnListEntries } from './model';
import { ripePeople } from './ownPeople';

/**
 * Which of these businesses have a lead's person on their own list or by a conversion, or named its domain as a
 * competitor's, some drawn by lot among them: for sales that come about by themselves, where nothing of it is told to the
 * business, but its agency sees that it did not buy. Without the lot that would prove whose customer a person is. What the
 * business is told goes through `askOwnList`. At most five look-ups, however many businesses are asked about.
 */
export async function whoHasPerson(organisationIds: readonly string[], leadId: string): Promise<Set<string>> {
  const at = now();
  const lists = await listsInForce(organisationIds, at);
  const domains = await competitorDomainsOf(organisationIds, at);
  if (lists.size === 0 && domains.size === 0) return new Set();
  const { listHashes = [], domainHash = null } = (await listHashesOf([leadId])).get(leadId) ?? {};
  const listed = (organisationId: string): string[] => {
    const { list } = lists.get(organisationId) ?? NO_LISTS;
    return list ? listHashes.map((hash) => entryId(list._id, hash)) : [];
  };
  const brought = (organisationId: string): string[] =>
    lists.get(organisationId)?.hasPeople ? listHashes.map((hash) => ownPersonId(organisationId, hash)) : [];
  const ids = organisationIds.flatMap(listed);
  const rows = ids.length > 0 ? await OwnListEntries.find({ _id: { $in: ids } }, { _id: 1 }).lean() : [];
  const found = new Set([...rows.map(({ _id }) => _id), ...(await ripePeople(organisationIds.flatMap(brought), at))]);
  const hasList = (id: string): boolean => lists.has(id) || domains.has(id);
  const hasPerson = (id: string): boolean =>
    (hasList(id) && isDrawn(id, leadId)) ||
    [...listed(id), ...brought(id)].some((entry) => found.has(entry)) ||
    domains.get(id)?.has(domainHash ?? '') === true;
  return new Set(organisationIds.filter(hasPerson));
}
