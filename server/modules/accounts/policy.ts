import { type Role, type Viewer } from '../../graphql/viewer';
import { forbidden, invalidInput } from '../../platform/errors';
import { ROLES_OF, rolesGrantedBy } from './rules';

/** Refuses a viewer who may not give (or take) that role, and a role that its kind of organisation does not have. */
export function requireMayGrant({ organisationKind, role }: Viewer, granted: Role): void {
  const grants = rolesGrantedBy(organisationKind, role);
  if (grants.length === 0) throw forbidden();
  if (!ROLES_OF[organisationKind].includes(granted)) {
    throw invalidInput(`Choose one of ${ROLES_OF[organisationKind].join(', ')}.`, ['role']);
  }
  if (!grants.includes(granted)) throw forbidden(`Your role may give only: ${grants.join(', ')}.`);
}

/** Anyone may leave; members whose role the viewer may give may also be removed by the viewer. */
export function requireMayRemove(viewer: Viewer, target: { personId: string; role: Role }): void {
  if (target.personId === viewer.personId) return;
  if (!rolesGrantedBy(viewer.organisationKind, viewer.role).includes(target.role)) throw forbidden();
}
