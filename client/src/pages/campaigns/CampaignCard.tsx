import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { CampaignFieldsFragment } from '../../generated/campaigns';
import { Dotted } from '../../ui/Dotted';
import { labelOf } from '../wishes/useConditions';
import { BudgetBars } from './BudgetBars';
import styles from './campaigns.module.css';
import { Hindrances, StateMark } from './StateMark';

/** One campaign of a list: what it buys, whether it takes visitors or calls and why not, and how far it is within its budgets. */
export function CampaignCard({ campaign, isStaff }: { campaign: CampaignFieldsFragment; isStaff: boolean }) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const titleId = useId();
  return (
    <section className={`lb-panel ${styles.card}`} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>
          <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
        </h2>
        <StateMark campaign={campaign} />
      </header>
      <Hindrances campaign={campaign} />
      <Text size="sm" mt={4}>
        <Dotted>
          {isStaff && campaign.business.name}
          {t(`model.${campaign.model}`)}
          {campaign.niche.name}
          {campaign.regions.map(labelOf).join('; ')}
        </Dotted>
      </Text>
      <Text size="sm" c="dimmed">
        <Dotted>
          {t('upTo', { price: money(campaign.maxPrice), context: campaign.model })}
          {campaign.reserved && t('reserved', { amount: money(campaign.reserved) })}
        </Dotted>
      </Text>
      <BudgetBars campaign={campaign} />
    </section>
  );
}
