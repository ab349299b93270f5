import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { EarningsSummaryDocument } from '../../generated/earnings';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import styles from './Earnings.module.css';
import { FRESH } from './fresh';

/** What is earned as one big number, and the stations of the money around it. */
export function Summary() {
  const { t } = useTranslation('earnings');
  const { money } = useFormats();
  const { data, error, refetch } = useQuery(EarningsSummaryDocument, FRESH);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={132} />;
  const { held, heldNet, available, refunded, paidOut, fees } = data.earnings;
  const stations = [
    { name: 'held', value: held, note: t('station.heldNote', { net: money(heldNet) }) },
    { name: 'paidOut', value: paidOut, note: t('station.paidOutNote') },
    { name: 'refunded', value: refunded, note: t('station.refundedNote') },
    { name: 'fees', value: fees, note: t('station.feesNote') },
  ];
  return (
    <section className={`lb-panel ${styles.summary}`} aria-label={t('summary')}>
      <div className={styles.main}>
        <div className={styles.label}>{t('station.available')}</div>
        <div className={styles.big}>
          <Money value={available} />
        </div>
        <div className={styles.note}>{t('station.availableNote')}</div>
      </div>
      <dl className={styles.stations}>
        {stations.map(({ name, value, note }) => (
          <div key={name} className={styles.station}>
            <dt className={styles.label}>{t(`station.${name}`)}</dt>
            <dd>
              <span className={styles.amount}>
                <Money value={value} />
              </span>
              <span className={styles.note}>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
