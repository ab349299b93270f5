import type { Area } from '../../app/area';

/** Where a person sees what is held of them, corrects it, withdraws or has it erased. */
export const area: Area = {
  open: [{ path: '/me', lazy: async () => ({ Component: (await import('./MePage')).MePage }) }],
};
