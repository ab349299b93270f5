import { ClipboardList } from 'lucide-react';
import { type Area, ofKind } from '../../app/area';

/** Hosted forms: made here, looked at as they are typed, and put into the agency's own pages. */
export const area: Area = {
  closed: [
    { path: '/forms', lazy: async () => ({ Component: (await import('./FormsPage')).FormsPage }) },
    { path: '/forms/new', lazy: async () => ({ Component: (await import('./NewFormPage')).NewFormPage }) },
    { path: '/forms/:id', lazy: async () => ({ Component: (await import('./FormPage')).FormPage }) },
  ],
  navigation: [{ to: '/forms', label: 'navigation.forms', icon: ClipboardList, order: 15, isFor: ofKind('AGENCY') }],
};
