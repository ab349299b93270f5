import { Scale } from 'lucide-react';
import type { Area } from '../../app/area';
import type { Viewer } from '../../app/session';

/**
 * Both sides follow their disputes even while they may do nothing else. Claims are about money: an agent of a business
 * works cards and does not see them. Of the platform only those who decide them do.
 */
export const hasDisputes = ({ organisation, role, permissions }: Viewer): boolean =>
  organisation.kind === 'PLATFORM' ? permissions.includes('DECIDE_DISPUTES') : role !== 'AGENT';

/** Disputes: opened by buyers, answered by agencies, decided by adjudicators. */
export const area: Area = {
  texts: ['signals', 'recordings', 'clicks', 'accounts'],
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
      isFor: hasDisputes,
    },
  ],
};
