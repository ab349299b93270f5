import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useKeyedVerb } from '../../app/repeatKey';
import { useSession } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import {
  type CampaignFieldsFragment,
  ChangeCampaignDocument,
  OneCampaignDocument,
  StartCampaignDocument,
} from '../../generated/campaigns';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { amountOf, emptyCampaign, termsOf, type TypedCampaign, typedFrom } from './campaignForm';
import { CampaignForm } from './CampaignForm';
import { browserZone } from './zones';

/** Starts a campaign. */
export function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  const { may } = useSession();
  const navigate = useNavigate();
  const verb = useKeyedVerb(StartCampaignDocument, 'startCampaign');
  if (!may('BUY_LEADS')) return <Missing />;
  const start = async (typed: TypedCampaign, isAgreed: boolean): Promise<void> => {
    const outcome = await verb.send({ input: { terms: termsOf(typed), agreedPerDay: agreedBy(typed, isAgreed) } });
    if (!outcome?.payload) return;
    tellUnknown(outcome.payload, t);
    await navigate(`/campaigns/${outcome.payload.campaign.id}`);
  };
  return (
    <Page title={t('start')} lead={<Back to="/campaigns" label={t('title')} />}>
      <CampaignForm initial={emptyCampaign(browserZone())} verb={verb} onSend={start} />
    </Page>
  );
}

/** Gives a campaign other terms. */
export function ChangeCampaignPage() {
  const { id = '' } = useParams();
  const { may } = useSession();
  const mayChange = may('BUY_LEADS');
  const { data, error, refetch } = useQuery(OneCampaignDocument, { variables: { id }, skip: !mayChange });
  if (!mayChange) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.campaign && data.campaign.state !== 'ENDED' ? <Change key={id} campaign={data.campaign} /> : <Missing />;
}

function Change({ campaign }: { campaign: CampaignFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const verb = useVerb(ChangeCampaignDocument, 'changeCampaign');
  const { id, name, niche, regions } = campaign;
  const change = async (typed: TypedCampaign, isAgreed: boolean): Promise<void> => {
    const terms = termsOf(typed);
    const outcome = await verb.send({ input: { id, terms, agreedPerDay: agreedBy(typed, isAgreed) } });
    if (!outcome?.payload) return;
    tellUnknown(outcome.payload, t);
    await navigate(`/campaigns/${id}`);
  };
  return (
    <Page title={t('changeOf', { name })} lead={<Back to={`/campaigns/${id}`} label={name} />}>
      <CampaignForm initial={typedFrom(campaign)} kept={{ niche, regions }} verb={verb} onSend={change} />
    </Page>
  );
}

interface Kept {
  campaign: Pick<CampaignFieldsFragment, 'targetUrl'>;
  isTargetKnown: boolean | null;
}

/** A name that nobody has is a slip of the hand, or a page that comes later: it is kept, and said for as long as it takes. */
function tellUnknown({ campaign: { targetUrl }, isTargetKnown }: Kept, t: TFunction<'campaigns'>): void {
  if (isTargetKnown !== false || !targetUrl) return;
  const message = t('targetUnknown', { host: new URL(targetUrl).host });
  notifications.show({ color: 'amber', message, autoClose: false });
}

const agreedBy = ({ dayBudget }: TypedCampaign, isAgreed: boolean) => (isAgreed ? amountOf(dayBudget) : null);

function Back({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} to={to} size="sm">
      {label}
    </Anchor>
  );
}
