import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../../app/session';
import { OwnCampaignNamesDocument } from '../../../generated/campaigns';
import { ApprovedCampaignsDocument } from '../../../generated/clicks';
import type { UsageModel } from '../model';

export interface UsageCampaign {
  id: string;
  name: string;
  /** It takes nobody any more; what came by it stays. */
  isOver: boolean;
}

/** The campaigns of a model that are the viewer's business's, or that take its agency; empty until they are read. */
export function useUsageCampaigns(model: UsageModel, isFor: boolean): UsageCampaign[] {
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const own = useQuery(OwnCampaignNamesDocument, { skip: !isFor || isAgency });
  const taken = useQuery(ApprovedCampaignsDocument, { skip: !isFor || !isAgency });
  const campaigns = isAgency
    ? (taken.data?.campaignApplications.nodes ?? []).map(({ campaign }) => campaign)
    : (own.data?.campaigns.nodes ?? []);
  return campaigns
    .filter((campaign) => campaign.model === model)
    .map(({ id, name, state }) => ({ id, name, isOver: state === 'ENDED' }));
}
