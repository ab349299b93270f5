import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/Money';
import { CURRENCY } from './choices';
import type { Market } from './useMarket';
import type { Picks } from './usePicks';
import styles from './Market.module.css';

const MOST_LEADS = 100;

/** What the bar has to know of the search beside it. */
type Searched = Pick<Market, 'rows' | 'isLoading' | 'hasMore'>;

/** What is selected, what it costs together, and the way to buy it. */
export function BuyBar({ picks, market, onBuy }: { picks: Picks; market: Searched; onBuy(ids: string[]): void }) {
  const { t } = useTranslation('market');
  if (picks.all.length === 0) return null;
  const now = picks.all.map((pick) => market.rows.find(({ id }) => id === pick.id) ?? pick);
  const leads = now.reduce((sum, { leadCount }) => sum + leadCount, 0);
  const minor = now.reduce((sum, { price }) => sum + Number(price.minor), 0);
  return (
    <div className={styles.buyBar} role="region" aria-label={t('bar.title')}>
      <div>
        <Text size="sm" fw={600} role="status">
          {t('bar.leads', { count: leads })}
        </Text>
        <Strays picks={picks} market={market} />
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

/** What was selected in another search and would be bought with the rest, and a press that lets go of it. */
function Strays({ picks, market: { rows, isLoading, hasMore } }: { picks: Picks; market: Searched }) {
  const { t } = useTranslation('market');
  // Before the answer nobody knows which of them belong to it.
  if (isLoading) return null;
  const strays = picks.all.filter((pick) => !rows.some(({ id }) => id === pick.id));
  if (strays.length === 0) return null;
  const count = strays.reduce((sum, { leadCount }) => sum + leadCount, 0);
  return (
    <Text size="xs" c="var(--lb-amber)" role="status">
      {/* A further page of this search may hold them. */}
      {t(hasMore ? 'bar.notShown' : 'bar.strays', { count })}{' '}
      <Button variant="subtle" size="compact-xs" onClick={() => picks.drop(strays.map(({ id }) => id))}>
        {t('bar.drop', { count })}
      </Button>
    </Text>
  );
}
