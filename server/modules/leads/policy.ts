import { type Role, type Viewer } from '../../graphql/viewer';
import { conflict } from '../../platform/errors';
import { type Lead } from './model';
import { type DisclosureRow } from './vault/model';

const MODERATES: readonly Role[] = ['MODERATOR', 'ADMIN'];
const SEES_CONTACTS: readonly Role[] = ['MODERATOR', 'ADJUDICATOR', 'ADMIN'];

const isStaff = (viewer: Viewer, roles: readonly Role[]): boolean =>
  viewer.organisationKind === 'PLATFORM' && roles.includes(viewer.role);

const isOwner = (viewer: Viewer, lead: Pick<Lead, 'agencyId'>): boolean =>
  viewer.organisationKind === 'AGENCY' && viewer.organisationId === lead.agencyId;

/** Who may read a lead's facts, signals and consent by its id. */
export const maySeeLead = (viewer: Viewer, lead: Lead): boolean =>
  isOwner(viewer, lead) || isStaff(viewer, SEES_CONTACTS);

/**
 * Refuses an agency that no admin has approved yet. What its leads meet in the market (that a person is known, S16) is
 * for approved agencies only; until then it may upload, map and preview, which tells of its own leads alone.
 */
export function requireApproval(viewer: Viewer, action: string): void {
  if (viewer.organisationStatus === 'ACTIVE') return;
  throw conflict(`Your agency is not approved yet; leads can be ${action} once it is. Nothing was done.`);
}

export const mayWithdraw = (viewer: Viewer, lead: Lead): boolean => isOwner(viewer, lead);

export const mayModerate = (viewer: Viewer): boolean => isStaff(viewer, MODERATES);

/**
 * On what ground the viewer may see a contact; null for none. A sale must have been checked by who names it: that it is
 * of this lead, paid by the viewer's organisation and not refunded.
 */
export function groundOf(
  viewer: Viewer,
  lead: Pick<Lead, 'agencyId'>,
  saleId: string | null,
): DisclosureRow['basis'] | null {
  if (isOwner(viewer, lead)) return 'OWNER';
  if (isStaff(viewer, SEES_CONTACTS)) return 'STAFF';
  return viewer.organisationKind === 'BUSINESS' && saleId !== null ? 'SALE' : null;
}
