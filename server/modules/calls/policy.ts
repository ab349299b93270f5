import { type Viewer } from '../../graphql/viewer';
import { type Call } from './model';

const HEARS = ['MODERATOR', 'ADJUDICATOR', 'ADMIN'];

/** Whether a viewer hears the recording of a call: its business that paid, its agency and staff that judge. */
export function mayHear(viewer: Viewer, { recording, verdict, agencyId, businessId, isErased }: Call): boolean {
  if (recording.state !== 'STORED' || verdict !== 'BILLED') return false;
  const { organisationKind, organisationId, role } = viewer;
  if (organisationKind === 'PLATFORM') return HEARS.includes(role);
  // Of a caller who was erased it is kept for the decision of an open dispute alone.
  if (isErased) return false;
  return organisationId === (organisationKind === 'AGENCY' ? agencyId : businessId);
}

/** Whether a viewer may look up the number of a caller: the business that was called and paid. */
export const mayOpenCaller = (viewer: Viewer, { businessId, verdict, money, sealed }: Call): boolean =>
  viewer.organisationKind === 'BUSINESS' &&
  viewer.organisationId === businessId &&
  verdict === 'BILLED' &&
  // A refund ends it, as it ends the access to a contact.
  money !== 'REFUNDED' &&
  sealed !== null;
