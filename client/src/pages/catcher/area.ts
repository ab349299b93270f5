import type { Area } from '../../app/area';

export const area: Area = {
  open: [{ path: '/catcher', lazy: async () => ({ Component: (await import('./CatcherPage')).CatcherPage }) }],
};
