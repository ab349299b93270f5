import { useQuery } from '@apollo/client/react';
import { Group, Skeleton, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { LeadSalesDocument, type LeadSalesQuery } from '../../generated/leads';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { SharePips } from '../../ui/SharePips';
import { When } from '../../ui/When';
import styles from './LeadPage.module.css';
import { Panel } from '../../ui/Panel';

/** To whom the lead was sold, and where the money of each sale is. */
export function LeadSales({ leadId, sold }: { leadId: string; sold: number }) {
  const { t } = useTranslation('leads');
  const { data, error, refetch } = useQuery(LeadSalesDocument, { variables: { leadId } });
  const sales = data?.sales.nodes;
  const known = useRef(sold);
  useEffect(() => {
    // A place that was taken while one looks is a sale that is not shown yet.
    if (known.current === sold) return;
    known.current = sold;
    void refetch();
  }, [sold, refetch]);
  return (
    <Panel title={t('sales.title')}>
      {error && !sales && <Failure error={error} onRetry={() => void refetch()} />}
      {!sales && !error && <Skeleton height={60} />}
      {sales?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('sales.none')}
        </Text>
      )}
      {sales && sales.length > 0 && <SharePips sold={sales.length} max={sales[0]!.maxSales} />}
      {sales?.map((sale) => (
        <SaleLine key={sale.id} sale={sale} />
      ))}
    </Panel>
  );
}

function SaleLine({ sale }: { sale: LeadSalesQuery['sales']['nodes'][number] }) {
  const { t } = useTranslation('leads');
  const { moment } = useFormats();
  const isOpen = sale.state === 'HELD';
  return (
    <div className={styles.sale}>
      <Group justify="space-between" mb={8}>
        <Text size="sm" fw={500}>
          {sale.buyer.name}
        </Text>
        <Text size="sm" c="dimmed">
          <Dotted>
            {isOpen ? t('sales.heldUntil', { moment: moment(sale.windowEndsAt) }) : t(`common:saleState.${sale.state}`)}
            <When at={sale.heldAt} />
          </Dotted>
        </Text>
      </Group>
      <MoneyTrail amounts={stationsOf(sale)} />
      {sale.dispute && (
        <Link to={`/disputes/${sale.dispute.id}`}>
          {t('sales.dispute', { state: t(`common:disputeState.${sale.dispute.state}`) })}
        </Link>
      )}
      {sale.certificate && (
        <div>
          <Link to={`/c/${sale.certificate.id}`}>{t('sales.certificate')}</Link>
        </div>
      )}
    </div>
  );
}
