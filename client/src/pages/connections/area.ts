import type { Area } from '../../app/area';

/** Where else an agency's leads come from by themselves: pages of Meta. Reached from its organisation. */
export const area: Area = {
  closed: [
    {
      path: '/organisation/connections',
      lazy: async () => ({ Component: (await import('./ConnectionsPage')).ConnectionsPage }),
    },
  ],
};
