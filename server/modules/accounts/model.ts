import type { SchemaDefinition } from 'mongoose';
import mongoose from '../../platform/mongoose';
import { type ApiScope } from '../../generated/graphql';
import { type OrganisationKind, type OrganisationStatus, type Role } from '../../graphql/viewer';
import { type SealedFields } from '../../platform/seal';

/** An agency, a business or the platform. Other modules read it by `organisationsById`. */
export interface OrganisationRow {
  _id: string;
  kind: OrganisationKind;
  name: string;
  /** What it is searched by: see `searchKeyOf`. */
  nameKey: string;
  /** ISO 3166, two letters. */
  country: string;
  /** Of its wallet and its prices. */
  currency: string;
  status: OrganisationStatus;
  /** What the admin gave; null unless suspended. */
  suspendedBecause: string | null;
  approvedAt: Date | null;
  /** The platform's share of its sales in basis points where it is not the market's own. */
  feeBps?: number;
  /** Counts changes of who has the highest role, so that two of them at once conflict. */
  ownersVersion: number;
  /** Counts keys that were made, so that two at once conflict and the later one counts the earlier. */
  keysVersion?: number;
  createdAt: Date;
}

export interface PersonRow {
  _id: string;
  name: string;
  /** Lower case, domain in ASCII: what makes a login unique. */
  email: string;
  /** Of the address's domain: see `mailDomainHash`. */
  mailDomainHash: string | null;
  passwordHash: string;
  passwordChangedAt: Date;
  /** Where a login without a wish starts. */
  lastOrganisationId: string | null;
  createdAt: Date;
}

/** What others may read of a person. The address is shown only where the reader is of the same organisation. */
export interface PersonFacts extends Pick<PersonRow, '_id' | 'name' | 'email'> {
  isEmailShown?: boolean;
}

/** One person's place in one organisation; the id follows from both, so there is never a second one. */
export interface MemberRow {
  _id: string;
  personId: string;
  organisationId: string;
  role: Role;
  invitedBy: string | null;
  joinedAt: Date;
}

export type SessionEnd =
  | 'LOGGED_OUT'
  | 'ENDED_BY_OWNER'
  | 'PASSWORD_CHANGED'
  | 'ROLE_CHANGED'
  | 'REMOVED'
  | 'TOKEN_REUSED';

/** One login on one device: the family of all refresh tokens that follow from it. */
export interface SessionRow {
  _id: string;
  personId: string;
  organisationId: string;
  /** SHA-256 of the one refresh token that is good now. */
  tokenHash: string;
  /** SHA-256 of the token before it, which may be repeated within the grace. */
  previousHash: string | null;
  rotatedAt: Date;
  userAgent: string;
  ip: string;
  startedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: SessionEnd | null;
}

export interface InvitationRow {
  _id: string;
  organisationId: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  state: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
  createdAt: Date;
  expiresAt: Date;
  acceptedBy: string | null;
}

/** An organisation that somebody wishes to sign up: nothing of it is true until whoever reads the address's mail confirms. */
export interface SignUpRow {
  _id: string;
  /** `name` and `email` of the person, name of the `organisation`. */
  sealed: SealedFields;
  kind: 'AGENCY' | 'BUSINESS';
  country: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface PasswordResetRow {
  _id: string;
  personId: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A key by which an organisation's own programs use the doors that are not GraphQL. */
export interface ApiKeyRow {
  _id: string;
  organisationId: string;
  /** What its organisation calls it. */
  name: string;
  scopes: ApiScope[];
  /** The beginning of the secret, by which people tell keys apart. */
  prefix: string;
  /** Of the whole secret: see `hashOfSecret`. */
  secretHash: string;
  createdBy: string;
  createdAt: Date;
  /** Null: it has no end of its own. */
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
}

/** What a requested mail says, sealed: its address and link are readable only with the master key. */
export interface MailRow {
  _id: string;
  sealed: SealedFields;
  createdAt: Date;
  expiresAt: Date;
}

const modelOf = <Row>(name: string, collection: string, shape: Record<keyof Row, unknown>) =>
  mongoose.model<Row>(
    name,
    new mongoose.Schema<Row>(shape as SchemaDefinition<Row>, {
      collection,
      versionKey: false,
      minimize: false,
    }),
  );

export const Organisations = modelOf<Required<OrganisationRow>>('Organisation', 'organisations', {
  _id: String,
  kind: String,
  name: String,
  nameKey: String,
  country: String,
  currency: String,
  status: String,
  suspendedBecause: String,
  approvedAt: Date,
  feeBps: Number,
  ownersVersion: Number,
  keysVersion: Number,
  createdAt: Date,
});

export const People = modelOf<PersonRow>('Person', 'people', {
  _id: String,
  name: String,
  email: String,
  mailDomainHash: String,
  passwordHash: String,
  passwordChangedAt: Date,
  lastOrganisationId: String,
  createdAt: Date,
});

export const Members = modelOf<MemberRow>('Member', 'members', {
  _id: String,
  personId: String,
  organisationId: String,
  role: String,
  invitedBy: String,
  joinedAt: Date,
});

export const Sessions = modelOf<SessionRow>('Session', 'sessions', {
  _id: String,
  personId: String,
  organisationId: String,
  tokenHash: String,
  previousHash: String,
  rotatedAt: Date,
  userAgent: String,
  ip: String,
  startedAt: Date,
  lastUsedAt: Date,
  expiresAt: Date,
  endedAt: Date,
  endReason: String,
});

export const Invitations = modelOf<InvitationRow>('Invitation', 'invitations', {
  _id: String,
  organisationId: String,
  email: String,
  role: String,
  tokenHash: String,
  invitedBy: String,
  state: String,
  createdAt: Date,
  expiresAt: Date,
  acceptedBy: String,
});

export const SignUps = modelOf<SignUpRow>('SignUp', 'sign_ups', {
  _id: String,
  sealed: mongoose.Schema.Types.Mixed,
  kind: String,
  country: String,
  tokenHash: String,
  createdAt: Date,
  expiresAt: Date,
  usedAt: Date,
});

export const PasswordResets = modelOf<PasswordResetRow>('PasswordReset', 'password_resets', {
  _id: String,
  personId: String,
  tokenHash: String,
  createdAt: Date,
  expiresAt: Date,
  usedAt: Date,
});

export const ApiKeys = modelOf<ApiKeyRow>('ApiKey', 'api_keys', {
  _id: String,
  organisationId: String,
  name: String,
  scopes: [String],
  prefix: String,
  secretHash: String,
  createdBy: String,
  createdAt: Date,
  expiresAt: Date,
  lastUsedAt: Date,
  revokedAt: Date,
  revokedBy: String,
});

export const Mails = modelOf<MailRow>('Mail', 'mails', {
  _id: String,
  sealed: mongoose.Schema.Types.Mixed,
  createdAt: Date,
  expiresAt: Date,
});
