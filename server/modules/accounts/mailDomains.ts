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
