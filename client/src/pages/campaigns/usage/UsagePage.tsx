import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../../app/address';
import { Missing } from '../../../app/fallbacks';
import { useViewer } from '../../../app/session';
import { Page } from '../../../ui/Page';
import { UnknownFilters } from '../../../ui/UnknownFilters';
import { CampaignTabs } from '../CampaignTabs';
import type { UsageModel } from '../model';
import { CampaignChoice } from './CampaignChoice';

import { SendingList } from './SendingList';
import styles from './usage.module.css';
import { useUsageCampaigns } from './useUsageCampaigns';

/** Of what a view tells. */
export interface Told {
  /** Null: of all campaigns. */
  campaignId: string | null;
  /** The campaigns that are listened to. */
  liveOf: readonly string[];
}

interface View {
  /** As it stands in the address. */
  name: string;
  label: string;
  panel: ReactNode;
}

interface Props {
  model: UsageModel;
  title: string;
  lead: string;
  /** Above the views. */
  note?: ReactNode;
  /** The first is shown where the address names none. */
  viewsOf(told: Told): View[];
}

/** What one connection listens to at most; whoever has more chooses one. */
const MOST_HEARD = 20;

/** What became of those whom an agency sent or brought, and of those who came to a business: over all campaigns, or one of them. */
export function UsagePage({ model, title, lead, note, viewsOf }: Props) {
  const { t } = useTranslation('campaigns');
  const { organisation, role } = useViewer();
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const isFor = organisation.kind !== 'PLATFORM' && role !== 'AGENT';
  const asked = params.get('campaign') || null;
  const { campaigns, further, isUnknown } = useUsageCampaigns(model, isFor, asked);
  if (!isFor) return <Missing />;
  const campaignId = isUnknown ? null : asked;
  const heard = campaigns.filter(({ id, isOver }) => !isOver && (campaignId === null || id === campaignId));
  const offered = further ? [...campaigns, further] : campaigns;
  const sentTo = offered
    .filter(({ id, isOver }) => (campaignId === null ? !isOver : id === campaignId))
    .flatMap((campaign) => campaign.sentTo ?? []);
  const views = viewsOf({ campaignId, liveOf: heard.slice(0, MOST_HEARD).map(({ id }) => id) });
  const first = views[0]!.name;
  const shown = views.find(({ name }) => name === params.get('view'))?.name ?? first;
  /** What else the address says is of one view, the campaign of all. */
  const show = (next: string | null): void =>
    changeAddress(
      () =>
        new URLSearchParams({
          ...(!next || next === first ? {} : { view: next }),
          ...(campaignId ? { campaign: campaignId } : {}),
        }),
      { replace: true },
    );
  return (
    <Page title={title} lead={lead}>
      <CampaignTabs />
      {note}
      <SendingList model={model} campaigns={sentTo} />
      <UnknownFilters filters={[{ name: 'campaign', what: t('usage.campaign'), knows: () => !isUnknown }]} />
      <Tabs value={shown} keepMounted={false} onChange={show}>
        <div className={styles.views}>
          <Tabs.List aria-label={title}>
            {views.map(({ name, label }) => (
              <Tabs.Tab key={name} value={name}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CampaignChoice campaigns={offered} value={campaignId} />
        </div>
        {views.map(({ name, panel }) => (
          // Of another campaign everything begins anew.
          <Tabs.Panel key={`${name} ${campaignId}`} value={name} pt="md">
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
