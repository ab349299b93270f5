import { type ModuleManifest } from '../../platform/manifest';
import { collections } from './model';
import { resolvers } from './resolvers';
import { sendDue } from './send';

export { type WebhookType } from './model';
export { requestWebhook } from './requestWebhook';

export const manifest: ModuleManifest = {
  name: 'webhooks',
  resolvers,
  collections,
  jobs: [{ name: 'webhooks.send', everySeconds: 5, run: sendDue }],
};
