import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { CampaignFieldsFragment } from '../../generated/campaigns';
import { When } from '../../ui/When';
import { Facts, Panel } from '../../ui/Panel';
import { labelOf } from '../wishes/useConditions';
import { BudgetBars } from './BudgetBars';
import styles from './campaigns.module.css';
import { useHourWords } from './useHourWords';
import { zoneName } from './zones';

/** What a campaign buys and, to its business and staff, what it spends. */
export function CampaignFacts({ campaign, isOwn = false }: { campaign: CampaignFieldsFragment; isOwn?: boolean }) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const hours = useHourWords(campaign.hours);
  const { model, niche, regions, targetUrl, phone, minSeconds, isRecorded } = campaign;
  const { maxPrice, timeZone, isSpread, description, reserved, createdAt, ranksLower } = campaign;
  const context = model;
  return (
    <div className={isOwn ? styles.columns : undefined}>
      <Panel title={t('facts.title')}>
        <Facts
          facts={[
            [t('facts.model'), t(`model.${model}`)],
            [t('facts.niche'), niche.name],
            [t('facts.regions'), regions.map(labelOf).join('; ')],
            [
              t('facts.target'),
              targetUrl && (
                <a key="target" href={targetUrl} target="_blank" rel="noopener noreferrer nofollow">
                  {targetUrl}
                </a>
              ),
            ],
            [t('facts.phone'), phone],
            [t('facts.minSeconds'), minSeconds && t('facts.seconds', { count: minSeconds })],
            [t('facts.recording'), isRecorded === null ? null : t(isRecorded ? 'facts.recorded' : 'facts.unrecorded')],
            [t('facts.hours'), hours],
            [t('facts.timeZone'), zoneName(timeZone)],
            [t('facts.maxPrice', { context }), money(maxPrice)],
            [t('facts.rank'), ranksLower ? t('facts.ranksLower') : null],
            [t('facts.since'), <When key="since" at={createdAt} />],
          ]}
        />
        {description && <p className={styles.quote}>{description}</p>}
      </Panel>
      {isOwn && (
        <Panel title={t('budget.title')}>
          <BudgetBars campaign={campaign} />
          {reserved && (
            <Text size="sm" mt="md">
              {t('reservedMeans', { amount: money(reserved), context })}
            </Text>
          )}
          {isSpread && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('spread')}
            </Text>
          )}
        </Panel>
      )}
    </div>
  );
}
