import { SquareUser } from 'lucide-react';
import { type Area, ofKind } from '../../app/area';

/** The buyer's desk: bought leads as cards, and the work with them. */
export const area: Area = {
  texts: ['signals', 'recordings', 'saleMoney'],
  closed: [
    { path: '/cards', lazy: async () => ({ Component: (await import('./DeskPage')).DeskPage }) },
    { path: '/cards/:id', lazy: async () => ({ Component: (await import('./CardPage')).CardPage }) },
  ],
  navigation: [{ to: '/cards', label: 'navigation.desk', icon: SquareUser, order: 20, isFor: ofKind('BUSINESS') }],
};
