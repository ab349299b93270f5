import { useQuery } from '@apollo/client/react';
import { Drawer, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { LotLeadsDocument, type LotLeadsQuery } from '../../generated/listings';
import { Failure } from '../../ui/Failure';
import { PriceLadder } from '../../ui/PriceLadder';
import { useFocusBack } from '../../ui/useFocusBack';
import styles from './Listings.module.css';

/** A lot from the inside: its price, and each of its leads with the way to its page. */
export function LotDrawer({ lotId, onClose }: { lotId: string; onClose(): void }) {
  const { t } = useTranslation('listings');
  useFocusBack();
  const { data, error, refetch } = useQuery(LotLeadsDocument, { variables: { id: lotId } });
  const lot = data?.listing;
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={lot?.name}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data && !lot?.leads && <Text>{t('lot.gone')}</Text>}
      {lot?.leads && <Lot lot={lot} leads={lot.leads} />}
    </Drawer>
  );
}

type Lot = NonNullable<LotLeadsQuery['listing']>;

function Lot({ lot, leads }: { lot: Lot; leads: NonNullable<Lot['leads']> }) {
  const { t } = useTranslation('listings');
  const { day } = useFormats();
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t(lot.maxSales === 1 ? 'lot.leadsOnce' : 'lot.leads', {
          count: lot.leadCount,
          buyers: lot.maxSales,
          day: day(lot.endsAt),
        })}
      </Text>
      <PriceLadder lines={lot.priceLines} total={lot.price} />
      <ol className={styles.lot} aria-label={t('lot.inside')}>
        {leads.map(({ id, preview, region, temperature, contactKind }) => (
          <li key={id}>
            <Link to={`/leads/${id}`}>{preview.text || t('kind.SINGLE')}</Link>
            <div className={styles.soft}>
              {[region.name, t(`common:temperature.${temperature}`), t(`common:contactKind.${contactKind}`)].join(', ')}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
