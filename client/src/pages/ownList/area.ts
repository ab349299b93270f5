import type { Area } from '../../app/area';

/** The contacts that a business has already; reached from its organisation page. */
export const area: Area = {
  closed: [
    { path: '/organisation/own-list', lazy: async () => ({ Component: (await import('./OwnListPage')).OwnListPage }) },
  ],
};
