import { useQuery } from '@apollo/client/react';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { ApprovedCampaignsDocument } from '../../generated/clicks';
import { Page } from '../../ui/Page';
import { CampaignTabs } from '../campaigns/CampaignTabs';
import { BatchList } from './BatchList';
import { ClickList } from './ClickList';
import { Report } from './Report';

const VIEWS = ['clicks', 'batches', 'report'] as const;

/** What became of the visitors that the agency sent, over all campaigns. */
export function ClicksPage() {
  const { t } = useTranslation('clicks');
  const { organisation, role } = useViewer();
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isFor = organisation.kind === 'AGENCY' && role !== 'AGENT';
  const approved = useQuery(ApprovedCampaignsDocument, { skip: !isFor });
  if (!isFor) return <Missing />;
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'clicks';
  const liveOf = (approved.data?.campaignApplications.nodes ?? [])
    .filter(({ campaign }) => campaign.model === 'CLICK' && campaign.state !== 'ENDED')
    .map(({ campaign }) => campaign.id);
  const show = (next: string | null): void =>
    changeAddress(() => new URLSearchParams(!next || next === 'clicks' ? {} : { view: next }), { replace: true });
  return (
    <Page title={t('pageTitle')} lead={t('lead')}>
      <CampaignTabs />
      <Tabs value={view} keepMounted={false} onChange={show}>
        <Tabs.List aria-label={t('pageTitle')}>
          {VIEWS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`view.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="clicks" pt="md">
          <ClickList campaignId={null} liveOf={liveOf} />
        </Tabs.Panel>
        <Tabs.Panel value="batches" pt="md">
          <BatchList campaignId={null} />
        </Tabs.Panel>
        <Tabs.Panel value="report" pt="md">
          <Report campaignId={null} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
