import { type SendWebhookAgainInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, notFound } from '../../platform/errors';
import { takeOne } from '../../platform/limits';
import { type WebhookDelivery, WebhookDeliveries, WebhookEndpoints } from './model';
import { LIMIT } from './rules';

/** Has a message of the viewer's business sent again that was delivered or given up. Throws NotFound, Conflict. */
export async function sendWebhookAgain(
  { organisationId }: Viewer,
  { deliveryId }: SendWebhookAgainInput,
): Promise<WebhookDelivery> {
  const delivery = await WebhookDeliveries.findOne({ _id: deliveryId, organisationId }).lean<WebhookDelivery>();
  if (!delivery) throw notFound('message');
  if (!(await WebhookEndpoints.exists({ _id: delivery.endpointId, state: 'ACTIVE' })))
    throw conflict('Nothing is sent to this address now. Let it go on first.');
  await takeOne(LIMIT.again, organisationId);
  const again = await WebhookDeliveries.findOneAndUpdate(
    { _id: deliveryId, state: { $ne: 'PENDING' } },
    { $set: { state: 'PENDING', nextAt: now(), tries: 0 } },
    { returnDocument: 'after' },
  ).lean<WebhookDelivery>();
  if (!again) throw conflict('This message is on its way already.');
  return again;
}
