import { Users } from 'lucide-react';
import { type Area, ofKind } from '../../app/area';

/** The agency's own leads: what the checks found of them, and putting them on sale. */
export const area: Area = {
  texts: ['signals', 'recordings'],
  closed: [
    { path: '/leads', lazy: async () => ({ Component: (await import('./LeadsPage')).LeadsPage }) },
    { path: '/leads/:id', lazy: async () => ({ Component: (await import('./LeadPage')).LeadPage }) },
  ],
  navigation: [{ to: '/leads', label: 'navigation.leads', icon: Users, order: 20, isFor: ofKind('AGENCY') }],
};
