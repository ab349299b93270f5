import type { Area } from '../../app/area';

/** The callers that an agency brings: its tracked numbers, and what became of each call. Reached from its campaigns. */
export const area: Area = {
  texts: ['campaigns', 'recordings'],
  closed: [
    { path: '/campaigns/numbers', lazy: async () => ({ Component: (await import('./NumbersPage')).NumbersPage }) },
    { path: '/campaigns/calls', lazy: async () => ({ Component: (await import('./CallsPage')).CallsPage }) },
  ],
};
