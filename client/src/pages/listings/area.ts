import { Tag } from 'lucide-react';
import { type Area, ofKind } from '../../app/area';

/** What an agency has on sale: single leads and lots. */
export const area: Area = {
  closed: [{ path: '/listings', lazy: async () => ({ Component: (await import('./ListingsPage')).ListingsPage }) }],
  navigation: [{ to: '/listings', label: 'navigation.listings', icon: Tag, order: 30, isFor: ofKind('AGENCY') }],
};
