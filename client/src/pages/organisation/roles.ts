import type { Viewer } from '../../app/session';

type Role = Viewer['role'];
type Kind = Viewer['organisation']['kind'];

const ROLES: Readonly<Record<Kind, readonly Role[]>> = {
  AGENCY: ['OWNER', 'MANAGER'],
  BUSINESS: ['OWNER', 'MANAGER', 'AGENT'],
  PLATFORM: ['ADMIN', 'MODERATOR', 'ADJUDICATOR', 'FINANCE'],
};

/**
 * The roles that the viewer may give and take here: the highest role all of its kind of organisation, a business's
 * manager those of agents. The server decides; this only hides what it would refuse.
 */
export function rolesGivenBy({ organisation, role, permissions }: Viewer): readonly Role[] {
  if (!permissions.includes('MANAGE_MEMBERS')) return [];
  const [highest] = ROLES[organisation.kind];
  if (role === highest) return ROLES[organisation.kind];
  return organisation.kind === 'BUSINESS' && role === 'MANAGER' ? ['AGENT'] : [];
}
