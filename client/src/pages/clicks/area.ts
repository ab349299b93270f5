import type { Area } from '../../app/area';

/** The visitors that an agency sends: its tracked links, and what became of each click. Reached from its campaigns. */
export const area: Area = {
  texts: ['campaigns', 'wishes'],
  closed: [
    { path: '/campaigns/links', lazy: async () => ({ Component: (await import('./LinksPage')).LinksPage }) },
    { path: '/campaigns/clicks', lazy: async () => ({ Component: (await import('./ClicksPage')).ClicksPage }) },
  ],
};
