import type { Area } from '../../app/area';

/** An agency's own grade and what makes it; reached from its organisation page. */
export const area: Area = {
  closed: [
    { path: '/organisation/quality', lazy: async () => ({ Component: (await import('./QualityPage')).QualityPage }) },
  ],
};
