import { useQuery } from '@apollo/client/react';
import { Anchor, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { OneCampaignDocument, type OfferFieldsFragment } from '../../generated/campaigns';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { BatchList } from '../clicks/BatchList';
import { ClickList } from '../clicks/ClickList';
import { Conversions } from '../clicks/Conversions';
import { LinkList } from '../clicks/LinkList';
import { Report } from '../clicks/Report';
import { Ear } from '../clicks/useLiveClicks';
import { Applications } from './Applications';
import { hasCampaigns } from './area';
import { CampaignFacts } from './CampaignFacts';
import styles from './campaigns.module.css';
import { Moves } from './Moves';
import { OfferPanel } from './OfferPanel';
import { Hindrances, StateMark } from './StateMark';

/** One campaign: to its business and staff all of it, to an agency what it may know and what it sent. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const mayLook = hasCampaigns(useViewer());
  const { data, error, refetch } = useQuery(OneCampaignDocument, { variables: { id }, skip: !mayLook });
  if (!mayLook) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.campaign ? <CampaignView key={id} campaign={data.campaign} /> : <Missing />;
}

const OF_BUSINESS = ['overview', 'applications', 'clicks', 'batches', 'conversions', 'report'] as const;
const OF_AGENCY = ['overview', 'links', 'clicks', 'batches', 'conversions', 'report'] as const;

function CampaignView({ campaign }: { campaign: OfferFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { may } = useSession();
  const { kind } = useViewer().organisation;
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isAgency = kind === 'AGENCY';
  // An agency that is not taken has nothing to hear.
  const mayListen = !isAgency || campaign.application?.state === 'APPROVED';
  const views = isAgency ? OF_AGENCY : OF_BUSINESS;
  const view = views.find((name) => name === params.get('view')) ?? 'overview';
  const { id, name, niche, business } = campaign;
  const show = (next: string | null): void =>
    changeAddress(() => new URLSearchParams(!next || next === 'overview' ? {} : { view: next }), { replace: true });
  return (
    <Page
      title={name}
      lead={
        <>
          <Anchor component={Link} to="/campaigns" size="sm">
            {t('title')}
          </Anchor>{' '}
          · {kind !== 'BUSINESS' && `${business.name} · `}
          {niche.name} · <StateMark campaign={campaign} />
        </>
      }
      actions={kind === 'BUSINESS' && may('BUY_LEADS') && <Moves campaign={campaign} />}
    >
      <Hindrances campaign={campaign} />
      <Tabs value={view} keepMounted={false} onChange={show}>
        <Tabs.List aria-label={name} className={styles.views}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          {mayListen && <Ear campaignId={id} />}
          {isAgency ? <OfferPanel campaign={campaign} /> : <CampaignFacts campaign={campaign} isOwn />}
        </Tabs.Panel>
        <Tabs.Panel value="applications" pt="md">
          <Applications campaignId={id} mayDecide={kind === 'BUSINESS' && may('BUY_LEADS')} />
        </Tabs.Panel>
        <Tabs.Panel value="links" pt="md">
          <LinkList campaignId={id} mayMake={campaign.application?.state === 'APPROVED'} />
        </Tabs.Panel>
        <Tabs.Panel value="clicks" pt="md">
          <ClickList campaignId={id} liveOf={mayListen ? [id] : []} />
        </Tabs.Panel>
        <Tabs.Panel value="batches" pt="md">
          <BatchList campaignId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="conversions" pt="md">
          <Conversions campaignId={id} isOwn={kind === 'BUSINESS'} maySetUp={kind === 'BUSINESS' && may('BUY_LEADS')} />
        </Tabs.Panel>
        <Tabs.Panel value="report" pt="md">
          <Report campaignId={id} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
