import { inTransaction } from '../../platform/transaction';
import { organisationsById } from '../accounts';
import { Listings } from './model';
import { statusesBefore } from './rules';

const WITHDRAWN = { $set: { status: 'WITHDRAWN' as const, holdsLeads: false, repriceAt: null } };

/** Takes off every listing that holds one of these leads and is not sold out, lots with all they hold. */
export async function withdrawLeads(leadIds: readonly string[]): Promise<void> {
  await Listings.updateMany(
    { leadIds: { $in: [...leadIds] }, status: { $in: statusesBefore('WITHDRAWN') } },
    WITHDRAWN,
  );
}

/**
 * Takes off all that a suspended agency has on sale or in drafts: the flag of its suspension on the documents that sales
 * guard. The news may come late: an agency that was reinstated meanwhile, as the transaction sees it, keeps what it has.
 */
export const withdrawIfSuspended = (agencyId: string): Promise<void> =>
  inTransaction(async () => {
    const agency = (await organisationsById([agencyId])).get(agencyId);
    if (agency?.status !== 'SUSPENDED') return;
    await Listings.updateMany({ agencyId, status: { $in: statusesBefore('WITHDRAWN') } }, WITHDRAWN);
  });
