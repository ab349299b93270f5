import { type RemoveWebhookEndpointInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { inTransaction } from '../../../platform/transaction';
import { WebhookDeliveries, WebhookEndpoints } from '../model';
import { ownEndpoint } from './ownEndpoint';

/** Ends an address of the viewer's business with all that waits for it. Throws NotFound. */
export async function removeWebhookEndpoint(
  { organisationId, personId }: Viewer,
  { endpointId }: RemoveWebhookEndpointInput,
): Promise<string> {
  return inTransaction(async () => {
    const { url, types } = await ownEndpoint(organisationId, endpointId);
    await WebhookEndpoints.deleteOne({ _id: endpointId });
    await WebhookDeliveries.deleteMany({ endpointId });
    await recordAct({
      actor: personId,
      act: 'removeWebhookEndpoint',
      subject: organisationId,
      before: { endpoint: endpointId, host: new URL(url).host, types },
    });
    return endpointId;
  });
}
