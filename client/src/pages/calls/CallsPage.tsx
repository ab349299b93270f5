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
import { TelephonyNote } from '../campaigns/TelephonyNote';
import { CallList } from './CallList';
import { CallReport } from './CallReport';

const VIEWS = ['calls', 'report'] as const;

/** What became of the callers that the agency brought, over all campaigns. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  const { organisation, role } = useViewer();
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isFor = organisation.kind === 'AGENCY' && role !== 'AGENT';
  const approved = useQuery(ApprovedCampaignsDocument, { skip: !isFor });
  if (!isFor) return <Missing />;
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'calls';
  const liveOf = (approved.data?.campaignApplications.nodes ?? [])
    .filter(({ campaign }) => campaign.model === 'CALL' && campaign.state !== 'ENDED')
    .map(({ campaign }) => campaign.id);
  const show = (next: string | null): void =>
    changeAddress(() => new URLSearchParams(!next || next === 'calls' ? {} : { view: next }), { replace: true });
  return (
    <Page title={t('pageTitle')} lead={t('lead')}>
      <CampaignTabs />
      <TelephonyNote />
      <Tabs value={view} keepMounted={false} onChange={show}>
        <Tabs.List aria-label={t('pageTitle')}>
          {VIEWS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`view.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="calls" pt="md">
          <CallList campaignId={null} liveOf={liveOf} />
        </Tabs.Panel>
        <Tabs.Panel value="report" pt="md">
          <CallReport campaignId={null} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
