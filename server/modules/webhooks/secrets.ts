import { createHmac, randomBytes } from 'node:crypto';
import { after } from '../../platform/clock';
import { openFields, sealFields, type SealedFields } from '../../platform/seal';
import { ENDPOINTS, type WebhookEndpoint } from './model';
import { WEBHOOK } from './rules';

const PREFIX = 'whsec_';

/** A secret as it is stored and, for the only time, told. */
export function newWebhookSecret(endpointId: string): { secret: string; sealed: SealedFields } {
  const secret = `${PREFIX}${randomBytes(32).toString('base64')}`;
  return { secret, sealed: sealFields(ENDPOINTS, endpointId, { secret }) };
}

/** What changes in an endpoint by another secret: the one before is good for a day more, or ends at once. */
export function renewedSecret(endpoint: WebhookEndpoint, at: Date, endsFormerAtOnce: boolean) {
  const { secret, sealed } = newWebhookSecret(endpoint._id);
  const former = endsFormerAtOnce
    ? { formerSealed: null, formerUntil: null }
    : { formerSealed: endpoint.sealed, formerUntil: after(at, WEBHOOK.overlapMs) };
  return { secret, changes: { sealed, secretMadeAt: at, ...former } };
}

/**
 * The headers that a message bears, as Standard Webhooks describe them: HMAC-SHA256 over id, seconds and body, in base64,
 * one signature for each secret that is good at that moment.
 */
export function signedHeaders(
  endpoint: WebhookEndpoint,
  { id, body, at }: { id: string; body: string; at: Date },
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const { formerSealed, formerUntil } = endpoint;
  const isFormerGood = formerSealed !== null && formerUntil !== null && formerUntil > at;
  const signatures = [endpoint.sealed, ...(isFormerGood ? [formerSealed] : [])].map((sealed) => {
    const { secret } = openFields(ENDPOINTS, endpoint._id, sealed);
    const key = Buffer.from(secret!.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Leadbourse-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}
