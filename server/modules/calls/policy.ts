import { type Viewer } from '../../graphql/viewer';
import { type Call } from './model';

const HEARS = ['MODERATOR', 'ADJUDICATOR', 'ADMIN'];

/** Whether a viewer hears the recording of a call: its business that paid, its agency and staff that judge. */
export function mayHear(viewer: Viewer, call: Call): boolean {
  const { recording, verdict, money, agencyId, businessId, isErased } = call;
  if (recording.state !== 'STORED' || verdict !== 'BILLED') return false;
  const { organisationKind, organisationId, role } = viewer;
  if (organisationKind === 'PLATFORM') return HEARS.includes(role);
  // Of a caller who was erased it is kept for the decision of an open dispute alone.
  if (isErased) return false;
  if (organisationKind === 'AGENCY') return organisationId === agencyId;
  // A refund ends what it has of the person, as it ends the access to a contact.
  return organisationId === businessId && money !== 'REFUNDED';
}

/** Whether a viewer may look up the number of a caller: the business that was called and paid. */
export const mayOpenCaller = (viewer: Viewer, { businessId, verdict, money, sealed }: Call): boolean =>
  viewer.organisationKind === 'BUSINESS' &&
  viewer.organisationId === businessId &&
  verdict === 'BILLED' &&
  // As with the recording.
  money !== 'REFUNDED' &&
  sealed !== null;
