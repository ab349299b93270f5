import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../../app/session';
import { useWhole, withPage } from '../../../app/useWhole';
import {
  NamedCampaignDocument,
  OwnCampaignNamesDocument,
  SentToDocument,
  type SentToFieldsFragment,
} from '../../../generated/campaigns';
import type { UsageModel } from '../model';

export interface UsageCampaign {
  id: string;
  name: string;
  /** It takes nobody any more; what came by it stays. */
  isOver: boolean;
  /** To an agency: what its clicks or calls brought today, and what is left for it. */
  sentTo: SentToFieldsFragment | null;
}

interface Campaigns {
  /** Of the business, or those that take the agency; empty until they are read. */
  campaigns: UsageCampaign[];
  /** The one that the address asks for where it is none of these, such as one that took the agency before. */
  further: UsageCampaign | null;
  /** Nobody knows the one that the address asks for, or it is not paid by this model. */
  isUnknown: boolean;
}

/** The campaigns of a model that a viewer may choose, all of them, and what is known of the one that is asked for. */
export function useUsageCampaigns(model: UsageModel, isFor: boolean, asked: string | null): Campaigns {
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const own = useOwn(!isFor || isAgency);
  const taken = useTaking(!isFor || !isAgency);
  const all = isAgency ? taken : own;
  const shown = ({ id, name, state, ...rest }: Row | SentToFieldsFragment): UsageCampaign => ({
    id,
    name,
    isOver: state === 'ENDED',
    sentTo: isAgency && 'room' in rest ? { id, name, state, ...rest } : null,
  });
  const campaigns = (all ?? []).filter((campaign) => campaign.model === model).map(shown);
  const isListed = campaigns.some(({ id }) => id === asked);
  // The lists leave out what an agency is taken by no more.
  const named = useQuery(NamedCampaignDocument, {
    variables: { id: asked ?? '' },
    skip: !isFor || asked === null || !all || isListed,
  });
  const found = isListed ? null : named.data?.campaign;
  const further = found?.model === model ? shown(found) : null;
  return { campaigns, further, isUnknown: named.data !== undefined && !isListed && !further };
}

type Row = Pick<SentToFieldsFragment, 'id' | 'model' | 'name' | 'state'>;

/** All campaigns of the viewer's business; undefined until the first are read. */
function useOwn(skip: boolean): readonly Row[] | undefined {
  const { data, fetchMore } = useQuery(OwnCampaignNamesDocument, { skip });
  useWhole(data?.campaigns, (after) =>
    fetchMore({
      variables: { after },
      updateQuery: (shown, { fetchMoreResult: next }) => ({ campaigns: withPage(shown.campaigns, next.campaigns) }),
    }),
  );
  return data?.campaigns.nodes;
}

/** All campaigns that take the viewer's agency. */
function useTaking(skip: boolean): readonly SentToFieldsFragment[] | undefined {
  const { data, fetchMore } = useQuery(SentToDocument, { skip });
  useWhole(data?.campaignApplications, (after) =>
    fetchMore({
      variables: { after },
      updateQuery: (shown, { fetchMoreResult: next }) => ({
        campaignApplications: withPage(shown.campaignApplications, next.campaignApplications),
      }),
    }),
  );
  return data?.campaignApplications.nodes.map(({ campaign }) => campaign);
}
