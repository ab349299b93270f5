import Stripe from 'stripe';
import { now, SECOND } from '../../../platform/clock';
import { findObject } from './model';
import { standInClientOptions, standInSecrets } from './secrets';

const TIMEOUT_MS = 20 * SECOND;

/**
 * Sends an event to our webhook over HTTP, signed as the provider signs; anything but a 2xx is a failure, and the task
 * is tried again.
 */
export async function deliverEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await findObject('event', eventId);
  if (!event) throw new Error(`the stand-in has no event ${eventId}`);
  const payload = JSON.stringify(event, null, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: standInSecrets().webhookSecret,
    timestamp: Math.floor(now().getTime() / SECOND),
  });
  const { protocol, host, port } = standInClientOptions();
  const response = await fetch(`${protocol}://${host}:${port}/hooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
    body: payload,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the webhook answered ${response.status} to ${eventId}`);
}
