import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BuyersMoney } from '../../ui/BuyersMoney';
import { ClockRing } from '../../ui/ClockRing';
import type { CardDetails } from './CardPage';
import { Panel } from '../../ui/Panel';
import { useDisputeWay } from './useDisputeWay';
import styles from './desk.module.css';

/** Where the money of the sale is, how long it can be disputed, and the way to its dispute. */
export function SaleMoney({ card }: { card: CardDetails }) {
  const { t } = useTranslation('desk');
  const { sale, agency } = card;
  return (
    <Panel title={t('money.title')}>
      <BuyersMoney sale={sale} agency={agency.name} />
      <DisputeWay sale={sale} />
    </Panel>
  );
}

function DisputeWay({ sale }: { sale: CardDetails['sale'] }) {
  const { t } = useTranslation('desk');
  const way = useDisputeWay(sale);
  if (sale.dispute) {
    return (
      <Button component={Link} to={`/disputes/${sale.dispute.id}`} variant="default" size="sm" mt="sm">
        {t('window.dispute', { state: t(`common:disputeState.${sale.dispute.state}`) })}
      </Button>
    );
  }
  if (!way) return null;
  return (
    <div className={styles.window}>
      <ClockRing start={sale.heldAt} end={sale.windowEndsAt} label={t('window.label')} />
      {way === 'OPEN' ? (
        <Button component={Link} to={`/disputes/new?sale=${sale.id}`} variant="default" size="sm">
          {t('window.open')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('window.askManager')}
        </Text>
      )}
    </div>
  );
}
