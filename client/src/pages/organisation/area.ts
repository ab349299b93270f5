import type { Area } from '../../app/area';

/** One's organisation and one's own login; both are reached from the account menu. */
export const area: Area = {
  closed: [
    {
      path: '/organisation',
      lazy: async () => ({ Component: (await import('./OrganisationPage')).OrganisationPage }),
    },
    { path: '/organisation/keys', lazy: async () => ({ Component: (await import('./ApiKeysPage')).ApiKeysPage }) },
    { path: '/profile', lazy: async () => ({ Component: (await import('./ProfilePage')).ProfilePage }) },
  ],
};
