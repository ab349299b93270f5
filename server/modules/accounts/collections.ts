import { DAY, SECOND } from '../../platform/clock';
import { type CollectionSpec } from '../../platform/manifest';
import { ROLES_OF } from './rules';

const text = { bsonType: 'string', minLength: 1 };
const date = { bsonType: 'date' };
const dateOrNull = { bsonType: ['date', 'null'] };
const roles = [...new Set(Object.values(ROLES_OF).flat())];

const demanding = (properties: Record<string, object>): object => ({
  $jsonSchema: { bsonType: 'object', required: Object.keys(properties), properties },
});

/** How long ended sessions and keys and used links stay for those who look into an incident. */
const KEPT_SECONDS = (30 * DAY) / SECOND;

export const collections: CollectionSpec[] = [
  {
    name: 'organisations',
    watched: true,
    validator: demanding({
      kind: { enum: ['AGENCY', 'BUSINESS', 'PLATFORM'] },
      name: text,
      country: { bsonType: 'string', minLength: 2, maxLength: 2 },
      currency: { bsonType: 'string', minLength: 3, maxLength: 3 },
      status: { enum: ['PENDING', 'ACTIVE', 'SUSPENDED'] },
      createdAt: date,
    }),
    indexes: [
      { key: { createdAt: -1, _id: -1 } },
      { key: { status: 1, createdAt: -1, _id: -1 } },
      { key: { nameKey: 1 } },
    ],
  },
  {
    name: 'people',
    validator: demanding({ name: text, email: text, passwordHash: { bsonType: 'string', pattern: '^\\$argon2id\\$' } }),
    indexes: [{ key: { email: 1 }, unique: true }, { key: { mailDomainHash: 1 } }],
  },
  {
    name: 'members',
    watched: true,
    validator: demanding({ personId: text, organisationId: text, role: { enum: roles }, joinedAt: date }),
    indexes: [
      { key: { organisationId: 1, personId: 1 }, unique: true },
      { key: { organisationId: 1, joinedAt: 1, _id: 1 } },
      { key: { personId: 1, joinedAt: 1 } },
    ],
  },
  {
    name: 'sessions',
    watched: true,
    validator: demanding({
      personId: text,
      organisationId: text,
      tokenHash: text,
      expiresAt: date,
      endedAt: dateOrNull,
    }),
    indexes: [
      { key: { personId: 1, endedAt: 1, lastUsedAt: -1 } },
      { key: { organisationId: 1, startedAt: -1 } },
      { key: { endedAt: 1 }, partialFilterExpression: { endedAt: { $type: 'date' } } },
      { key: { expiresAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
    ],
  },
  {
    name: 'invitations',
    validator: demanding({
      organisationId: text,
      email: text,
      role: { enum: roles },
      tokenHash: text,
      state: { enum: ['OPEN', 'ACCEPTED', 'WITHDRAWN'] },
      expiresAt: date,
    }),
    indexes: [
      { key: { tokenHash: 1 }, unique: true },
      { key: { organisationId: 1, email: 1 }, unique: true, partialFilterExpression: { state: 'OPEN' } },
      { key: { organisationId: 1, state: 1, createdAt: -1 } },
    ],
  },
  {
    name: 'sign_ups',
    validator: demanding({
      sealed: { bsonType: 'object' },
      kind: { enum: ['AGENCY', 'BUSINESS'] },
      country: { bsonType: 'string', minLength: 2, maxLength: 2 },
      tokenHash: text,
      expiresAt: date,
      usedAt: dateOrNull,
    }),
    indexes: [
      { key: { tokenHash: 1 }, unique: true },
      { key: { expiresAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
    ],
  },
  {
    name: 'password_resets',
    validator: demanding({ personId: text, tokenHash: text, expiresAt: date, usedAt: dateOrNull }),
    indexes: [
      { key: { tokenHash: 1 }, unique: true },
      { key: { personId: 1 } },
      { key: { expiresAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
    ],
  },
  {
    name: 'api_keys',
    validator: demanding({
      organisationId: text,
      name: text,
      scopes: { bsonType: 'array', minItems: 1 },
      prefix: text,
      secretHash: text,
      createdBy: text,
      createdAt: date,
      expiresAt: dateOrNull,
      revokedAt: dateOrNull,
    }),
    indexes: [
      { key: { secretHash: 1 }, unique: true },
      { key: { organisationId: 1, createdAt: -1, _id: -1 } },
      { key: { expiresAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
      { key: { revokedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
    ],
  },
  { name: 'mails', indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
];
