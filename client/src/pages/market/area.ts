import { Store } from 'lucide-react';
import type { Area } from '../../app/area';
import { isForMarket } from './isForMarket';

/** What is on sale: found, looked at and bought. Agencies and admins look. */
export const area: Area = {
  texts: ['signals'],
  closed: [{ path: '/market', lazy: async () => ({ Component: (await import('./MarketPage')).MarketPage }) }],
  navigation: [{ to: '/market', label: 'navigation.market', icon: Store, order: 10, isFor: isForMarket }],
};
