import { useQuery } from '@apollo/client/react';
import { Anchor, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { OneCampaignDocument, type OneCampaignQuery } from '../../generated/campaigns';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { CallEar } from '../calls/CallEar';
import { CallList } from '../calls/CallList';
import { CallReport } from '../calls/CallReport';
import { NumberList } from '../calls/NumberList';
import { BatchList } from '../clicks/BatchList';
import { ClickList } from '../clicks/ClickList';
import { Conversions, ConversionsOfCalls } from '../clicks/Conversions';
import { LinkList } from '../clicks/LinkList';
import { Report } from '../clicks/Report';
import { Ear } from '../clicks/Ear';
import { Applications } from './Applications';
import { hasCampaigns } from './area';
import { BudgetBars } from './BudgetBars';
import { CampaignFacts } from './CampaignFacts';
import styles from './campaigns.module.css';
import { modelOf } from './model';
import { Moves } from './Moves';
import { OfferPanel } from './OfferPanel';
import { Hindrances, StateMark } from './StateMark';
import { TelephonyNote } from './TelephonyNote';
import { Sending } from './usage/Sending';

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

/** What there is to see of a campaign, by what it is paid by: to its business and staff, and to an agency. */
const VIEWS = {
  CLICK: {
    own: ['overview', 'applications', 'clicks', 'batches', 'conversions', 'report'],
    agency: ['overview', 'links', 'clicks', 'batches', 'conversions', 'report'],
  },
  CALL: {
    own: ['overview', 'applications', 'calls', 'conversions', 'report'],
    agency: ['overview', 'numbers', 'calls', 'report'],
  },
} as const;

/** Whose lists listen by themselves. */
const LISTENING: readonly string[] = ['clicks', 'calls'];

function CampaignView({ campaign }: { campaign: NonNullable<OneCampaignQuery['campaign']> }) {
  const { t } = useTranslation('campaigns');
  const { may } = useSession();
  const { kind } = useViewer().organisation;
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isAgency = kind === 'AGENCY';
  // An agency that is not taken has nothing to hear.
  const mayListen = !isAgency || campaign.application?.state === 'APPROVED';
  const { id, name, niche, business } = campaign;
  const model = modelOf(campaign);
  // What calls became stands on each of them; the business reads here how its server says so.
  const views = [...VIEWS[model][isAgency ? 'agency' : 'own']].filter(
    (one) => one !== 'conversions' || model === 'CLICK' || kind === 'BUSINESS',
  );
  const view = views.find((one) => one === params.get('view')) ?? 'overview';
  const isTaken = campaign.application?.state === 'APPROVED';
  const sending = campaign.application ? <Sending model={model} campaign={campaign} /> : null;
  const LiveEar = model === 'CALL' ? CallEar : Ear;
  const show = (next: string | null): void =>
    changeAddress(() => new URLSearchParams(!next || next === 'overview' ? {} : { view: next }), { replace: true });
  return (
    <Page
      title={name}
      lead={
        <Dotted>
          <Anchor component={Link} to="/campaigns" inherit>
            {t('title')}
          </Anchor>
          {kind !== 'BUSINESS' && business.name}
          {t(`model.${model}`)}
          {niche.name}
          <StateMark campaign={campaign} />
        </Dotted>
      }
      actions={kind === 'BUSINESS' && may('BUY_LEADS') && <Moves campaign={campaign} />}
    >
      {mayListen && !LISTENING.includes(view) && <LiveEar campaignId={id} />}
      <Hindrances campaign={campaign} />
      {model === 'CALL' && <TelephonyNote />}
      <Tabs value={view} keepMounted={false} onChange={show}>
        <Tabs.List aria-label={name} className={`lb-more ${styles.views}`}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          {isAgency ? (
            <OfferPanel campaign={campaign}>{sending}</OfferPanel>
          ) : (
            <CampaignFacts campaign={campaign} isOwn />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="applications" pt="md">
          <Applications campaignId={id} model={model} mayDecide={kind === 'BUSINESS' && may('BUY_LEADS')} />
        </Tabs.Panel>
        <Tabs.Panel value="links" pt="md">
          <LinkList campaignId={id} mayMake={isTaken} />
        </Tabs.Panel>
        <Tabs.Panel value="numbers" pt="md">
          <NumberList campaignId={id} mayMake={isTaken && may('UPLOAD_LEADS')} />
        </Tabs.Panel>
        <Tabs.Panel value="calls" pt="md">
          {isAgency ? sending : <BudgetBars campaign={campaign} isAboveRows />}
          <CallList campaignId={id} liveOf={mayListen ? [id] : []} />
        </Tabs.Panel>
        <Tabs.Panel value="clicks" pt="md">
          {isAgency ? sending : <BudgetBars campaign={campaign} isAboveRows />}
          <ClickList campaignId={id} liveOf={mayListen ? [id] : []} />
        </Tabs.Panel>
        <Tabs.Panel value="batches" pt="md">
          <BatchList campaignId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="conversions" pt="md">
          {model === 'CALL' ? (
            <ConversionsOfCalls maySetUp={may('BUY_LEADS')} />
          ) : (
            <Conversions
              campaignId={id}
              isOwn={kind === 'BUSINESS'}
              maySetUp={kind === 'BUSINESS' && may('BUY_LEADS')}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="report" pt="md">
          {model === 'CALL' ? <CallReport campaignId={id} /> : <Report campaignId={id} />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
