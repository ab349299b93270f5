import { Megaphone } from 'lucide-react';
import type { Area } from '../../app/area';
import type { Viewer } from '../../app/session';

const LOOKING = ['GOVERN_ORGANISATIONS', 'SEE_LEDGER', 'DECIDE_DISPUTES'] as const;

/** Agents of either side work leads; of the platform those look who govern its organisations, keep its books or decide disputes. */
export const hasCampaigns = ({ organisation, role, permissions }: Viewer): boolean =>
  organisation.kind === 'PLATFORM' ? LOOKING.some((one) => permissions.includes(one)) : role !== 'AGENT';

/** Visitors bought by the click and calls: the campaigns of a business, and those that agencies may bring people to. */
export const area: Area = {
  texts: ['calls', 'clicks', 'recordings', 'wishes'],
  closed: [
    { path: '/campaigns', lazy: async () => ({ Component: (await import('./CampaignsPage')).CampaignsPage }) },
    { path: '/campaigns/new', lazy: async () => ({ Component: (await import('./EditPage')).NewCampaignPage }) },
    { path: '/campaigns/:id', lazy: async () => ({ Component: (await import('./CampaignPage')).CampaignPage }) },
    {
      path: '/campaigns/:id/change',
      lazy: async () => ({ Component: (await import('./EditPage')).ChangeCampaignPage }),
    },
  ],
  navigation: [{ to: '/campaigns', label: 'navigation.campaigns', icon: Megaphone, order: 16, isFor: hasCampaigns }],
};
