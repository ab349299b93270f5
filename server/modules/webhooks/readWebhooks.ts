import { type Viewer } from '../../graphql/viewer';
import { connection, type Connection, olderThan, pageArgs, type PageArgs } from '../../platform/pages';
import {
  type DeliveryState,
  type WebhookDelivery,
  WebhookDeliveries,
  type WebhookEndpoint,
  WebhookEndpoints,
} from './model';
import { WEBHOOK } from './rules';

/** Where the viewer's business is told, the oldest first. */
export const readEndpoints = ({ organisationId }: Viewer): Promise<WebhookEndpoint[]> =>
  WebhookEndpoints.find({ organisationId })
    .sort({ createdAt: 1 })
    .limit(WEBHOOK.mostEndpoints)
    .lean<WebhookEndpoint[]>();

/** What was sent to an address of the viewer's business, newest first; nothing for another's. */
export async function readDeliveries(
  { organisationId }: Viewer,
  { endpointId, state, ...page }: PageArgs & { endpointId: string; state?: DeliveryState | null | undefined },
): Promise<Connection<WebhookDelivery>> {
  const { limit, after } = pageArgs(page);
  const rows = await WebhookDeliveries.find({
    endpointId,
    organisationId,
    ...(state ? { state } : {}),
    ...olderThan('at', after),
  })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<WebhookDelivery[]>();
  return connection(rows, limit, ({ at, _id }) => [at.getTime(), _id]);
}
