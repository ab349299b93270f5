import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { SharePips } from '../../ui/SharePips';
import { Badge } from './Badge';
import type { LeadDetails } from './LeadPage';

/** How the lead stands on the market now, at which price, and the way to its listing. */
export function StandingPanel({ listing }: { listing: LeadDetails['listing'] }) {
  const { t } = useTranslation('leads');
  const { day } = useFormats();
  if (!listing) {
    return (
      <Panel title={t('table.sale')}>
        <Text size="sm" c="dimmed">
          {t('standing.never')}
        </Text>
      </Panel>
    );
  }
  const { id, status, kind, name, sold, maxSales, leadCount, price, floor, endsAt } = listing;
  const isOpen = status === 'LISTED' || status === 'DRAFT';
  const to = `/listings?status=${status}${kind === 'LOT' ? `&lot=${id}` : ''}`;
  return (
    <Panel title={t('table.sale')}>
      <Group gap="sm" mb="xs">
        <Badge tone={status === 'LISTED' ? 'good' : status === 'DRAFT' ? 'waits' : 'plain'}>
          {t(`listing.${status}`)}
        </Badge>
        <SharePips sold={sold} max={maxSales} />
      </Group>
      <Facts
        facts={[
          [t('standing.lot'), kind === 'LOT' ? t('standing.lotOf', { name, count: leadCount }) : null],
          [t(kind === 'LOT' ? 'standing.lotPrice' : 'standing.price'), <Money key="price" value={price} />],
          [t('standing.floor'), floor && Number(floor.minor) > 0 ? <Money key="floor" value={floor} /> : null],
          [t('standing.until'), isOpen ? day(endsAt) : null],
        ]}
      />
      <Text size="sm" mt="xs">
        <Link to={to}>{t(kind === 'LOT' ? 'standing.seeLot' : 'standing.see')}</Link>
      </Text>
    </Panel>
  );
}
