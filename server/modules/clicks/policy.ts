import { type Viewer } from '../../graphql/viewer';
import { applicationOf, type Campaign, seesSpending } from '../campaigns';

/** What of the clicks of a campaign a viewer sees, as a filter; null for nothing at all. */
export async function partIn(viewer: Viewer, { _id, businessId }: Campaign): Promise<{ agencyId?: string } | null> {
  if (seesSpending(viewer, businessId)) return {};
  const { organisationKind, organisationId } = viewer;
  if (organisationKind !== 'AGENCY') return null;
  return (await applicationOf(organisationId, _id)) ? { agencyId: organisationId } : null;
}
