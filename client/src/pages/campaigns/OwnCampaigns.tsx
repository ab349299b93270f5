import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession, useViewer } from '../../app/session';
import { CampaignsDocument } from '../../generated/campaigns';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { CampaignCard } from './CampaignCard';
import styles from './campaigns.module.css';
import { CampaignTabs } from './CampaignTabs';

/** The campaigns of a business, or for staff those of all, the newest first. */
export function OwnCampaigns() {
  const { t } = useTranslation('campaigns');
  const { may } = useSession();
  const isStaff = useViewer().organisation.kind === 'PLATFORM';
  const { data, error, refetch, fetchMore } = useQuery(CampaignsDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.campaigns;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { campaigns } }) => ({
        campaigns: { ...campaigns, nodes: [...shown.campaigns.nodes, ...campaigns.nodes] },
      }),
    });
  const isMaker = may('BUY_LEADS');
  return (
    <Page
      title={t('title')}
      lead={t(isStaff ? 'leadStaff' : 'lead')}
      actions={
        isMaker &&
        nodes.length > 0 && (
          <Button component={Link} to="/campaigns/new" leftSection={<Plus size={16} aria-hidden />}>
            {t('start')}
          </Button>
        )
      }
    >
      {!isStaff && <CampaignTabs />}
      {nodes.length === 0 ? (
        <Empty
          title={t('none')}
          text={t(isStaff ? 'noneStaff' : 'noneMeans')}
          {...(isMaker ? { action: { label: t('start'), to: '/campaigns/new' } } : {})}
        />
      ) : (
        <ul className={styles.cards}>
          {nodes.map((campaign) => (
            <li key={campaign.id}>
              <CampaignCard campaign={campaign} isStaff={isStaff} />
            </li>
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && <More load={more} />}
    </Page>
  );
}
