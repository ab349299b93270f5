import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../../app/session';
import { NamedCampaignDocument, OwnCampaignNamesDocument } from '../../../generated/campaigns';
import { ApprovedCampaignsDocument } from '../../../generated/clicks';
import type { UsageModel } from '../model';

export interface UsageCampaign {
  id: string;
  name: string;
  /** It takes nobody any more; what came by it stays. */
  isOver: boolean;
}

interface Campaigns {
  /** Of the business, or those that take the agency; empty until they are read. */
  campaigns: UsageCampaign[];
  /** The one that the address asks for where it is none of these, such as one that took the agency before. */
  further: UsageCampaign | null;
  /** Nobody knows the one that the address asks for, or it is not paid by this model. */
  isUnknown: boolean;
}

interface Row {
  id: string;
  name: string;
  state: string;
}

const shown = ({ id, name, state }: Row): UsageCampaign => ({ id, name, isOver: state === 'ENDED' });

/** The campaigns of a model that a viewer may choose, and what is known of the one that is asked for. */
export function useUsageCampaigns(model: UsageModel, isFor: boolean, asked: string | null): Campaigns {
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const own = useQuery(OwnCampaignNamesDocument, { skip: !isFor || isAgency });
  const taken = useQuery(ApprovedCampaignsDocument, { skip: !isFor || !isAgency });
  const all = isAgency
    ? taken.data?.campaignApplications.nodes.map(({ campaign }) => campaign)
    : own.data?.campaigns.nodes;
  const campaigns = (all ?? []).filter((campaign) => campaign.model === model).map(shown);
  const isListed = campaigns.some(({ id }) => id === asked);
  // The lists have an end, and leave out what an agency is taken by no more.
  const named = useQuery(NamedCampaignDocument, {
    variables: { id: asked ?? '' },
    skip: !isFor || asked === null || !all || isListed,
  });
  const found = isListed ? null : named.data?.campaign;
  const further = found?.model === model ? shown(found) : null;
  return { campaigns, further, isUnknown: named.data !== undefined && !isListed && !further };
}
