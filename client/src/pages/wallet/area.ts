import { WalletMinimal } from 'lucide-react';
import { type Area, withPermission } from '../../app/area';

/** The wallet of a business: what it can spend, and every movement with what explains it. */
export const area: Area = {
  texts: ['saleMoney', 'billed'],
  closed: [{ path: '/wallet', lazy: async () => ({ Component: (await import('./WalletPage')).WalletPage }) }],
  navigation: [
    {
      to: '/wallet',
      label: 'navigation.wallet',
      icon: WalletMinimal,
      order: 30,
      isFor: withPermission('SEE_WALLET'),
    },
  ],
};
