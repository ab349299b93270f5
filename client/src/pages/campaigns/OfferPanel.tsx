import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferFieldsFragment } from '../../generated/campaigns';
import { Panel } from '../../ui/Panel';
import { ApplicationNote } from './ApplicationNote';
import { CampaignFacts } from './CampaignFacts';
import styles from './campaigns.module.css';
import { PriceList } from './PriceList';

/** A campaign to an agency: what it wants, and on what terms the agency sends visitors or callers to it. */
export function OfferPanel({ campaign, children }: { campaign: OfferFieldsFragment; children: ReactNode }) {
  const { t } = useTranslation('campaigns');
  return (
    <div className={styles.columns}>
      <CampaignFacts campaign={campaign} />
      <Panel title={t('offer.yours')}>
        <ApplicationNote campaign={campaign} />
        {children}
        {campaign.prices.length > 0 && <PriceList model={campaign.model} prices={campaign.prices} />}
      </Panel>
    </div>
  );
}
