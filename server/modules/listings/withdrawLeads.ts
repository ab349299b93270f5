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

/** Takes off all that an agency has on sale or in drafts: the flag of its suspension on the documents that sales guard. */
export async function withdrawAgency(agencyId: string): Promise<void> {
  await Listings.updateMany({ agencyId, status: { $in: statusesBefore('WITHDRAWN') } }, WITHDRAWN);
}
