import { type OrganisationKind, type OrganisationStatus, type Role, type Viewer } from '../../graphql/viewer';
import { type ApiKeyState, type Permission } from '../../generated/graphql';
import { DAY, HOUR, MINUTE, SECOND } from '../../platform/clock';
import { type Limit } from '../../platform/limits';

const RESET_MS = 30 * MINUTE;

/** How long things of a login are good for. */
export const LIFETIME = {
  accessTokenMs: 10 * MINUTE,
  /** A session that is not used for so long is over. */
  sessionIdleMs: 30 * DAY,
  /** A session is over after so long, however much it is used. */
  sessionMs: 90 * DAY,
  /** For so long the spent refresh token may be sent again by the same device, because the answer may have been lost. */
  refreshGraceMs: 10 * SECOND,
  signUpMs: DAY,
  invitationMs: 7 * DAY,
  passwordResetMs: RESET_MS,
} as const;

/**
 * Rate limits: each attempt takes one point of each bucket that it names. Of the passwords that are tried only the wrong
 * ones stay counted: for the account from one network, so that a stranger shuts out nobody but themselves; for the
 * account from all of them, and for the network over all accounts, so that neither many of the one against one of the
 * other gets far.
 */
export const LIMIT = {
  logInPerAccountAndIp: { bucket: 'logIn:accountAndIp', points: 20, seconds: (15 * MINUTE) / SECOND },
  logInPerAccount: { bucket: 'logIn:account', points: 400, seconds: (15 * MINUTE) / SECOND },
  logInPerIp: { bucket: 'logIn:ip', points: 300, seconds: (15 * MINUTE) / SECOND },
  /** Right ones as well: each costs a hash, and a session that is kept. */
  passwordsPerIp: { bucket: 'passwords:ip', points: 1500, seconds: (15 * MINUTE) / SECOND },
  signUpPerIp: { bucket: 'signUp:ip', points: 300, seconds: HOUR / SECOND },
  /** Mails to one address, whoever signs it up. */
  signUpPerAddress: { bucket: 'signUp:address', points: 3, seconds: HOUR / SECOND },
  refreshPerSession: { bucket: 'refresh:session', points: 30, seconds: MINUTE / SECOND },
  invitePerOrganisation: { bucket: 'invite:organisation', points: 100, seconds: DAY / SECOND },
  /** Mails to one address, whichever organisations invite it; past them only the inviter has the link. */
  invitePerAddress: { bucket: 'invite:address', points: 10, seconds: DAY / SECOND },
  createKeyPerOrganisation: { bucket: 'createApiKey:organisation', points: 50, seconds: DAY / SECOND },
  /** Guessing tokens of links: 192 random bits need no limit, the database's time does. Whoever may sign up may confirm. */
  tokenPerIp: { bucket: 'token:ip', points: 300, seconds: (15 * MINUTE) / SECOND },
  resetPerIp: { bucket: 'reset:ip', points: 20, seconds: HOUR / SECOND },
  /** Full again by the time that the first of its links ends: who finds it empty has a link that is good. */
  resetPerAccount: { bucket: 'reset:account', points: 3, seconds: RESET_MS / SECOND },
} as const satisfies Record<string, Limit>;

export const API_KEY = {
  /** How many an organisation has at a time that open something. */
  mostLive: 20,
  /** The use of a key is noted once in so long, not at each request. */
  notedEveryMs: MINUTE,
} as const;

interface KeyEnds {
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** Whether a key opens anything at a moment; a revoked one stays revoked though its time would be over by then. */
export function keyStateAt({ expiresAt, revokedAt }: KeyEnds, at: Date): ApiKeyState {
  if (revokedAt) return 'REVOKED';
  return expiresAt && expiresAt <= at ? 'EXPIRED' : 'ACTIVE';
}

/** The roles that each kind of organisation has, the highest first. */
export const ROLES_OF: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  AGENCY: ['OWNER', 'MANAGER'],
  BUSINESS: ['OWNER', 'MANAGER', 'AGENT'],
  PLATFORM: ['ADMIN', 'MODERATOR', 'ADJUDICATOR', 'FINANCE'],
};

/** The key under which a name is searched by its beginning: without case, accents and doubled spaces. */
export const searchKeyOf = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The role that every organisation keeps at least once. */
export const topRoleOf = (kind: OrganisationKind): Role => (kind === 'PLATFORM' ? 'ADMIN' : 'OWNER');

/** The roles that a member may give and take: the top role all of its kind, a business's manager those of agents. */
export function rolesGrantedBy(kind: OrganisationKind, role: Role): readonly Role[] {
  if (role === topRoleOf(kind)) return ROLES_OF[kind];
  return kind === 'BUSINESS' && role === 'MANAGER' ? ['AGENT'] : [];
}

/** Only businesses may trade at once: what agencies sell is looked at first. */
export const statusAtSignUp = (kind: OrganisationKind): OrganisationStatus =>
  kind === 'AGENCY' ? 'PENDING' : 'ACTIVE';

/** What lifting a suspension gives back: an agency that was never approved still waits for that. */
export const statusAfterSuspension = (kind: OrganisationKind, wasApproved: boolean): OrganisationStatus =>
  kind === 'AGENCY' && !wasApproved ? 'PENDING' : 'ACTIVE';

const AGENCY_MANAGER: readonly Permission[] = [
  'UPLOAD_LEADS',
  'LIST_LEADS',
  'ANSWER_DISPUTES',
  'SEE_EARNINGS',
  'MANAGE_API_KEYS',
];
const BUSINESS_MANAGER: readonly Permission[] = [
  'SEE_WALLET',
  'TOP_UP_WALLET',
  'BUY_LEADS',
  'WORK_CARDS',
  'EXPORT_CARDS',
  'OPEN_DISPUTES',
  'MANAGE_MEMBERS',
];
const PLATFORM_PERMISSIONS: Partial<Record<Role, readonly Permission[]>> = {
  MODERATOR: ['MODERATE_LEADS', 'EDIT_CATALOGUE', 'GOVERN_ORGANISATIONS'],
  ADJUDICATOR: ['DECIDE_DISPUTES'],
  FINANCE: ['SEE_LEDGER'],
  ADMIN: [
    'MODERATE_LEADS',
    'EDIT_CATALOGUE',
    'GOVERN_ORGANISATIONS',
    'SET_RULE_WEIGHTS',
    'ERASE_PEOPLE',
    'DECIDE_DISPUTES',
    'SEE_LEDGER',
    'MANAGE_MEMBERS',
  ],
};

function permissionsOfRole(kind: OrganisationKind, role: Role): readonly Permission[] {
  if (kind === 'PLATFORM') return PLATFORM_PERMISSIONS[role] ?? [];
  if (kind === 'AGENCY') return role === 'OWNER' ? [...AGENCY_MANAGER, 'MANAGE_MEMBERS'] : AGENCY_MANAGER;
  return role === 'AGENT' ? ['WORK_CARDS'] : BUSINESS_MANAGER;
}

type Standing = Pick<Viewer, 'organisationKind' | 'organisationStatus' | 'role'>;

/** One's own money may be looked at; the clocks of sales and disputes run on, so claims and answers stay open. */
const LEFT_TO_SUSPENDED: readonly Permission[] = ['SEE_WALLET', 'SEE_EARNINGS', 'OPEN_DISPUTES', 'ANSWER_DISPUTES'];

/** What a viewer may do now. A suspended organisation changes nothing but disputes, a pending agency lists nothing. */
export function permissionsOf({ organisationKind, organisationStatus, role }: Standing): Permission[] {
  const permissions = permissionsOfRole(organisationKind, role);
  if (organisationStatus === 'SUSPENDED') return permissions.filter((one) => LEFT_TO_SUSPENDED.includes(one));
  return permissions.filter((permission) => organisationStatus === 'ACTIVE' || permission !== 'LIST_LEADS');
}
