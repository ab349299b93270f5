import { type Viewer } from '../../graphql/viewer';

/**
 * Rows of campaigns that are a viewer's own, as a filter: those of its business, those of its agency, all to staff. Who
 * works cards for a business sees no money, so none of them.
 */
export function ownTrade({ organisationKind, organisationId, role }: Viewer): object {
  if (organisationKind === 'PLATFORM') return {};
  if (organisationKind === 'AGENCY') return { agencyId: organisationId };
  return role === 'AGENT' ? { _id: { $in: [] } } : { businessId: organisationId };
}

/** Whether a viewer sees what the campaigns of a business spend. */
export const seesSpending = ({ organisationKind, organisationId, role }: Viewer, businessId: string): boolean =>
  organisationKind === 'PLATFORM' || (organisationId === businessId && role !== 'AGENT');
