import { keyedHash } from '../../platform/seal';
import { Members, People } from './model';

/** Domains that the standards keep for examples: boxes there belong to anybody. */
const NOBODYS = new Set(['example.com', 'example.net', 'example.org']);

/** The hash under which the domain of a login's address is compared; null where it tells nothing of an employer. */
export function mailDomainHash(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return NOBODYS.has(domain) ? null : keyedHash('domain', domain);
}

const MOST_PEOPLE = 200;

/** The organisations that have a member whose address has one of these domains, by its hash: two look-ups for any number. */
export async function organisationsOfMailDomains(domainHashes: readonly string[]): Promise<Map<string, string[]>> {
  const people = await People.find({ mailDomainHash: { $in: [...domainHashes] } }, { mailDomainHash: 1 }).lean();
  if (people.length === 0) return new Map();
  const domainOf = new Map(people.map(({ _id, mailDomainHash }) => [_id, mailDomainHash!]));
  const rows = await Members.find({ personId: { $in: [...domainOf.keys()] } }, { organisationId: 1, personId: 1 }).lean<
    { organisationId: string; personId: string }[]
  >();
  const found = new Map<string, string[]>();
  for (const { organisationId, personId } of rows) {
    const domain = domainOf.get(personId)!;
    if (!found.get(domain)?.includes(organisationId)) found.set(domain, [...(found.get(domain) ?? []), organisationId]);
  }
  return found;
}

/**
 * Organisations with a member whose address has a domain of this hash, each with when its first such member joined: to
 * tell a seller's staff by a lead's domain. The link of an invitation is the inviter's too, so an address may be made up and
 * is only as good as it is old.
 */
export async function organisationsByMailDomain(domainHash: string): Promise<Map<string, Date>> {
  const people = await People.find({ mailDomainHash: domainHash }, { _id: 1 })
    .sort({ createdAt: 1 })
    .limit(MOST_PEOPLE)
    .lean();
  const personIds = people.map(({ _id }) => _id);
  const rows = await Members.find({ personId: { $in: personIds } }, { organisationId: 1, joinedAt: 1 })
    .sort({ joinedAt: -1 })
    .lean<{ organisationId: string; joinedAt: Date }[]>();
  // Earlier ones stand over later ones.
  return new Map(rows.map(({ organisationId, joinedAt }) => [organisationId, joinedAt]));
}
