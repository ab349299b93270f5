export type OrganisationKind = 'AGENCY' | 'BUSINESS' | 'PLATFORM';
export type OrganisationStatus = 'PENDING' | 'ACTIVE' | 'SUSPENDED';
export type Role = 'OWNER' | 'MANAGER' | 'AGENT' | 'MODERATOR' | 'ADJUDICATOR' | 'FINANCE' | 'ADMIN';

/** Who asks: one person acting for one organisation. Admins are members of the one PLATFORM organisation. */
export interface Viewer {
  personId: string;
  sessionId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  organisationStatus: OrganisationStatus;
  role: Role;
  /** Jobs, handlers and scripts act as the system. */
  isSystem?: true;
}

/** The viewer under which jobs and handlers call verbs. */
export const systemViewer: Viewer = {
  personId: 'system',
  sessionId: 'system',
  organisationId: 'org_platform',
  organisationKind: 'PLATFORM',
  organisationStatus: 'ACTIVE',
  role: 'ADMIN',
  isSystem: true,
};
