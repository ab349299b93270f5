import type { WebhookEndpointFieldsFragment } from '../../generated/webhooks';

type WebhookType = WebhookEndpointFieldsFragment['types'][number];

export const TYPES: readonly WebhookType[] = [
  'CONTACT_ERASED',
  'CONSENT_WITHDRAWN',
  'REQUEST_DENIED',
  'CONTACT_CORRECTED',
];
