import { type Viewer } from '../../graphql/viewer';
import { applicationOf, type Campaign } from '../campaigns';

/** What of the clicks of a campaign a viewer sees, as a filter; null for nothing at all. */
export async function partIn(viewer: Viewer, { _id, businessId }: Campaign): Promise<{ agencyId?: string } | null> {
  const { organisationKind, organisationId } = viewer;
  if (organisationKind === 'PLATFORM' || organisationId === businessId) return {};
  if (organisationKind !== 'AGENCY') return null;
  return (await applicationOf(organisationId, _id)) ? { agencyId: organisationId } : null;
}
