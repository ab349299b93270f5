import { type ModuleManifest } from '../../platform/manifest';
import { applyEvent } from './applyEvent';
import { invariants } from './invariants';
import { loaders } from './loaders';
import { collections } from './model';
import { receiveWebhook } from './receiveWebhook';
import { reconcile } from './reconcile';
import { resolvers } from './resolvers';
import { settleCardRefund } from './settleCardRefund';
import { hasStandIn, standInPages, standInTasks, startStandIn, stopStandIn } from './standIn';
import { forgetClient } from './stripe';

export { organisationsWithCardsOf } from './sharedCards';

export type PaymentLoaders = ReturnType<typeof loaders>;

export const manifest: ModuleManifest = {
  name: 'payments',
  resolvers,
  loaders,
  collections,
  invariants,
  tasks: [
    { name: 'payments.applyEvent', run: applyEvent },
    {
      name: 'payments.settleCardRefund',
      run: ({ cardRefundId }: { cardRefundId: string }) => settleCardRefund(cardRefundId),
    },
    ...standInTasks,
  ],
  jobs: [{ name: 'payments.reconcile', everySeconds: 300, run: reconcile }],
  routes(router) {
    router.post('/hooks/stripe', ...receiveWebhook);
    if (hasStandIn()) standInPages(router);
  },
  start: startStandIn,
  async stop() {
    await stopStandIn();
    forgetClient();
  },
};
