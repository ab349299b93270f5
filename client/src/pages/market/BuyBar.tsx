import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListingRowFragment } from '../../generated/market';
import { Money } from '../../ui/Money';
import { CURRENCY } from './choices';
import type { Picks } from './usePicks';
import styles from './Market.module.css';

const MOST_LEADS = 100;

/** What is selected, what it costs together, and the way to buy it. */
export function BuyBar({
  picks,
  rows,
  onBuy,
}: {
  picks: Picks;
  rows: readonly ListingRowFragment[];
  onBuy(ids: string[]): void;
}) {
  const { t } = useTranslation('market');
  if (picks.all.length === 0) return null;
  const now = picks.all.map((pick) => rows.find(({ id }) => id === pick.id) ?? pick);
  const leads = now.reduce((sum, { leadCount }) => sum + leadCount, 0);
  const minor = now.reduce((sum, { price }) => sum + Number(price.minor), 0);
  return (
    <div className={styles.buyBar} role="region" aria-label={t('bar.title')}>
      <div>
        <Text size="sm" fw={600} role="status">
          {t('bar.leads', { count: leads })}
        </Text>
        {leads > MOST_LEADS && (
          <Text size="xs" c="var(--lb-amber)">
            {t('bar.tooMany', { count: MOST_LEADS })}
          </Text>
        )}
      </div>
      <Text fw={600} size="lg" ml="auto" lh={1.2}>
        <Money value={{ minor, currency: CURRENCY }} />
      </Text>
      <Button variant="subtle" color="gray" size="sm" px="xs" onClick={picks.clear}>
        {t('bar.clear')}
      </Button>
      <Button size="sm" disabled={leads > MOST_LEADS} onClick={() => onBuy(picks.all.map(({ id }) => id))}>
        {t('bar.buy')}
      </Button>
    </div>
  );
}
