import { Scale } from 'lucide-react';
import type { Area } from '../../app/area';
import type { Permission } from '../../generated/app';

const ANY_OF: readonly Permission[] = ['OPEN_DISPUTES', 'ANSWER_DISPUTES', 'DECIDE_DISPUTES'];

/** Disputes: opened by buyers, answered by agencies, decided by adjudicators. */
export const area: Area = {
  closed: [
    { path: '/disputes', lazy: async () => ({ Component: (await import('./DisputesPage')).DisputesPage }) },
    { path: '/disputes/new', lazy: async () => ({ Component: (await import('./OpenDisputePage')).OpenDisputePage }) },
    { path: '/disputes/:id', lazy: async () => ({ Component: (await import('./DisputePage')).DisputePage }) },
  ],
  navigation: [
    {
      to: '/disputes',
      label: 'navigation.disputes',
      icon: Scale,
      order: 40,
      isFor: ({ permissions }) => ANY_OF.some((permission) => permissions.includes(permission)),
    },
  ],
};
