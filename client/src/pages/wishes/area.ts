import type { Area } from '../../app/area';

/** What a business buys by itself; reached from the market. */
export const area: Area = {
  closed: [{ path: '/market/wishes', lazy: async () => ({ Component: (await import('./WishesPage')).WishesPage }) }],
};
