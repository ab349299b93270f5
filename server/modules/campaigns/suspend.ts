import { now } from '../../platform/clock';
import { Applications, Campaigns } from './model';

/** The campaigns of a business that may not trade take nobody; an agency that may not is taken by none. */
export async function stopOrganisation(organisationId: string): Promise<void> {
  const at = now();
  await Campaigns.updateMany(
    { businessId: organisationId, state: { $ne: 'ENDED' }, isSuspended: false },
    { $set: { isSuspended: true, state: 'PAUSED', stateSince: at }, $inc: { version: 1 } },
  );
  await Applications.updateMany(
    { agencyId: organisationId, state: { $ne: 'DECLINED' } },
    {
      $set: { state: 'DECLINED', reason: 'The market suspended the agency.', decidedAt: at },
      $inc: { version: 1 },
    },
  );
}

/** A business that may trade again decides itself which of its campaigns go on: they are paused. */
export async function readmitOrganisation(organisationId: string): Promise<void> {
  await Campaigns.updateMany(
    { businessId: organisationId, isSuspended: true },
    { $set: { isSuspended: false }, $inc: { version: 1 } },
  );
}
