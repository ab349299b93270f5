import { Megaphone } from 'lucide-react';
import type { Area } from '../../app/area';
import type { Viewer } from '../../app/session';

/** Agents of either side work leads; of the platform those look who govern its organisations. */
export const hasCampaigns = ({ organisation, role, permissions }: Viewer): boolean =>
  organisation.kind === 'PLATFORM' ? permissions.includes('GOVERN_ORGANISATIONS') : role !== 'AGENT';

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
