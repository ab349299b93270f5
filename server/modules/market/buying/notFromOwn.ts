import { type UserError } from '../../../platform/errors';
import { namesOfShared, organisationsById } from '../../accounts';
import { type Listing } from '../../listings';
import { ownLead } from '../errors';

/**
 * That these are of agencies which share people with the buyer: which agencies, and who of the buyer's members it is, so
 * that those who may buy, who are owners and managers, know what to change.
 */
export async function notFromOwn(
  buyerId: string,
  own: readonly Pick<Listing, '_id' | 'agencyId'>[],
): Promise<UserError> {
  const agencyIds = [...new Set(own.map(({ agencyId }) => agencyId))];
  const agencies = await organisationsById(agencyIds);
  const closed = agencyIds.map(async (id) => ({
    name: agencies.get(id)?.name ?? '',
    people: await namesOfShared(buyerId, id),
  }));
  return ownLead(
    own.map(({ _id }) => _id),
    await Promise.all(closed),
  );
}
