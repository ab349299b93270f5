import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { type SealedFields } from '../../platform/seal';

export const WEBHOOK_TYPES = ['REQUEST_DENIED', 'CONSENT_WITHDRAWN', 'CONTACT_CORRECTED', 'CONTACT_ERASED'] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

const ENDPOINT_STATES = ['ACTIVE', 'PAUSED', 'GONE'] as const;
const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not arrive, as the schema explains. */
export type WebhookFault = 'REFUSED' | 'TIMED_OUT' | 'UNREACHABLE' | 'NOT_SECURE' | 'LEADS_INSIDE';

export interface WebhookEndpoint {
  _id: string;
  organisationId: string;
  url: string;
  name: string;
  types: WebhookType[];
  state: (typeof ENDPOINT_STATES)[number];
  sealed: SealedFields;
  secretMadeAt: Date;
  /** The secret before, which is good until then. */
  formerSealed: SealedFields | null;
  formerUntil: Date | null;
  createdBy: string;
  createdAt: Date;
}

export interface WebhookAttempt {
  at: Date;
  status: number | null;
  fault: WebhookFault | null;
}

export interface WebhookDelivery {
  _id: string;
  endpointId: string;
  organisationId: string;
  /** Null of a test. */
  type: WebhookType | null;
  cardId: string | null;
  at: Date;
  /** The JSON that is signed and sent, to the byte. */
  body: string;
  state: DeliveryState;
  /** When it is sent next; while it is being sent, when whoever does is taken for dead. */
  nextAt: Date;
  /** Attempts since it was asked for, or asked for again. */
  tries: number;
  attempts: WebhookAttempt[];
  expiresAt: Date;
}

export const ENDPOINTS = 'webhook_endpoints';

const { Mixed } = mongoose.Schema.Types;

export const WebhookEndpoints = mongoose.model(
  'WebhookEndpoint',
  new mongoose.Schema<WebhookEndpoint>(
    {
      _id: String,
      organisationId: String,
      url: String,
      name: String,
      types: [String],
      state: String,
      sealed: Mixed,
      secretMadeAt: Date,
      formerSealed: Mixed,
      formerUntil: Date,
      createdBy: String,
      createdAt: Date,
    },
    { collection: ENDPOINTS, versionKey: false },
  ),
);

export const WebhookDeliveries = mongoose.model(
  'WebhookDelivery',
  new mongoose.Schema<WebhookDelivery>(
    {
      _id: String,
      endpointId: String,
      organisationId: String,
      type: String,
      cardId: String,
      at: Date,
      body: String,
      state: String,
      nextAt: Date,
      tries: Number,
      attempts: [{ _id: false, at: Date, status: Number, fault: String }],
      expiresAt: Date,
    },
    { collection: 'webhook_deliveries', versionKey: false },
  ),
);

const text = { bsonType: 'string', minLength: 1 };
const moment = { bsonType: 'date' };

export const collections: CollectionSpec[] = [
  {
    name: ENDPOINTS,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['organisationId', 'url', 'name', 'types', 'state', 'sealed', 'createdAt'],
        properties: {
          organisationId: text,
          url: text,
          types: { bsonType: 'array', minItems: 1, items: { enum: [...WEBHOOK_TYPES] } },
          state: { enum: [...ENDPOINT_STATES] },
        },
      },
    },
    indexes: [{ key: { organisationId: 1, createdAt: 1 } }],
  },
  {
    name: 'webhook_deliveries',
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['endpointId', 'organisationId', 'body', 'at', 'state', 'nextAt', 'expiresAt'],
        properties: {
          endpointId: text,
          organisationId: text,
          body: text,
          state: { enum: [...DELIVERY_STATES] },
          at: moment,
          nextAt: moment,
          expiresAt: moment,
        },
      },
    },
    indexes: [
      { key: { nextAt: 1 }, name: 'pending', partialFilterExpression: { state: 'PENDING' } },
      { key: { endpointId: 1, at: -1, _id: -1 } },
      { key: { endpointId: 1, state: 1, at: -1, _id: -1 } },
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
];
