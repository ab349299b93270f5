import { Landmark } from 'lucide-react';
import { type Area, withPermission } from '../../app/area';

/** What an agency's sales have brought, and from where. */
export const area: Area = {
  texts: ['billed'],
  closed: [{ path: '/earnings', lazy: async () => ({ Component: (await import('./EarningsPage')).EarningsPage }) }],
  navigation: [
    { to: '/earnings', label: 'navigation.earnings', icon: Landmark, order: 50, isFor: withPermission('SEE_EARNINGS') },
  ],
};
