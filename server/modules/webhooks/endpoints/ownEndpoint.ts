import { notFound } from '../../../platform/errors';
import { type WebhookEndpoint, WebhookEndpoints } from '../model';

/** An address of a business. Throws NotFound, also of another's. */
export async function ownEndpoint(organisationId: string, endpointId: string): Promise<WebhookEndpoint> {
  const endpoint = await WebhookEndpoints.findOne({ _id: endpointId, organisationId }).lean<WebhookEndpoint>();
  if (!endpoint) throw notFound('address for webhooks');
  return endpoint;
}
