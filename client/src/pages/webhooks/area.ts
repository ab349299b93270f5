import type { Area } from '../../app/area';

/** Where a business's programs are told what happens to people; reached from its organisation page. */
export const area: Area = {
  closed: [
    {
      path: '/organisation/webhooks',
      lazy: async () => ({ Component: (await import('./WebhooksPage')).WebhooksPage }),
    },
  ],
};
