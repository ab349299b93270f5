import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { now } from '../../platform/clock';
import { addWebhookEndpoint } from './endpoints/addWebhookEndpoint';
import { changeWebhookEndpoint } from './endpoints/changeWebhookEndpoint';
import { removeWebhookEndpoint } from './endpoints/removeWebhookEndpoint';
import { renewWebhookSecret } from './endpoints/renewWebhookSecret';
import { readDeliveries, readEndpoints } from './readWebhooks';
import { sendTestWebhook } from './sendTestWebhook';
import { sendWebhookAgain } from './sendWebhookAgain';

const buyers = access.business('OWNER', 'MANAGER');
/** News of people comes to a suspended business too, and its duty to erase stays: so does the way that it hears of it. */
const evenSuspended = access.businessEvenSuspended('OWNER', 'MANAGER');

export const resolvers: Resolvers = {
  Query: {
    webhookEndpoints: buyers((_parent, _args, { viewer }) => readEndpoints(viewer)),
    webhookDeliveries: buyers((_parent, args, { viewer }) => readDeliveries(viewer, args)),
  },
  Mutation: {
    addWebhookEndpoint: evenSuspended(
      outcome('AddWebhookEndpointPayload', (_parent, { input }, { viewer }) => addWebhookEndpoint(viewer, input)),
    ),
    changeWebhookEndpoint: evenSuspended(
      outcome('ChangeWebhookEndpointPayload', async (_parent, { input }, { viewer }) => ({
        endpoint: await changeWebhookEndpoint(viewer, input),
      })),
    ),
    renewWebhookSecret: evenSuspended(
      outcome('RenewWebhookSecretPayload', (_parent, { input }, { viewer }) => renewWebhookSecret(viewer, input)),
    ),
    removeWebhookEndpoint: evenSuspended(
      outcome('RemoveWebhookEndpointPayload', async (_parent, { input }, { viewer }) => ({
        removedId: await removeWebhookEndpoint(viewer, input),
      })),
    ),
    sendTestWebhook: evenSuspended(
      outcome('SendTestWebhookPayload', async (_parent, { input }, { viewer }) => ({
        delivery: await sendTestWebhook(viewer, input),
      })),
    ),
    sendWebhookAgain: evenSuspended(
      outcome('SendWebhookAgainPayload', async (_parent, { input }, { viewer }) => ({
        delivery: await sendWebhookAgain(viewer, input),
      })),
    ),
  },
  WebhookEndpoint: {
    id: ({ _id }) => _id,
    formerSecretUntil: ({ formerUntil }) => (formerUntil !== null && formerUntil > now() ? formerUntil : null),
  },
  WebhookDelivery: {
    id: ({ _id }) => _id,
    nextAttemptAt: ({ state, nextAt }) => (state === 'PENDING' ? nextAt : null),
  },
};
