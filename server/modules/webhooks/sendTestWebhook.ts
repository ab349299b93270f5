import { type SendTestWebhookInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { takeOne } from '../../platform/limits';
import { ownEndpoint } from './endpoints/ownEndpoint';
import { type WebhookDelivery, WebhookDeliveries } from './model';
import { newDelivery } from './requestWebhook';
import { LIMIT } from './rules';

/** Sends an address of the viewer's business a message that tells of nobody. Throws NotFound, Conflict. */
export async function sendTestWebhook(
  { organisationId }: Viewer,
  { endpointId }: SendTestWebhookInput,
): Promise<WebhookDelivery> {
  const { state } = await ownEndpoint(organisationId, endpointId);
  if (state !== 'ACTIVE') throw conflict('Nothing is sent to this address now. Let it go on first.');
  await takeOne(LIMIT.tests, organisationId);
  const at = now();
  const message = { type: 'webhook.test', timestamp: at.toISOString(), data: {} };
  const of = { endpointId, organisationId, type: null, cardId: null, at, message };
  const delivery = newDelivery(newId('webhook'), of);
  await WebhookDeliveries.insertMany([delivery]);
  return delivery;
}
