import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { OwnPingsDocument, type OwnPingsQuery } from '../../generated/organisation';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { When } from '../../ui/When';
import styles from './organisation.module.css';

type Ping = OwnPingsQuery['pings']['nodes'][number];

const COLOURS = {
  NO_BID: 'gray',
  OPEN: 'bottle',
  LAPSED: 'gray',
  POSTED: 'bottle',
  SOLD: 'bottle',
  UNSOLD: 'amber',
} as const;

/** The agency's pings of the last 30 days with their answers, the latest first. */
export function Pings() {
  const { t } = useTranslation('organisation');
  const { data, error, refetch, fetchMore } = useQuery(OwnPingsDocument, { fetchPolicy: 'cache-and-network' });
  const { nodes = [], pageInfo } = data?.pings ?? {};
  const more = () =>
    fetchMore({
      variables: { after: pageInfo?.endCursor },
      updateQuery: (shown, { fetchMoreResult: { pings } }) => ({
        pings: { ...pings, nodes: [...shown.pings.nodes, ...pings.nodes] },
      }),
    });
  return (
    <section className={styles.section} aria-labelledby="pings-title">
      <Group justify="space-between">
        <Title order={2} size="h4" id="pings-title">
          {t('pings.title')}
        </Title>
        <Button size="xs" variant="default" onClick={() => void refetch()}>
          {t('pings.refresh')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('pings.lead')}
      </Text>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {data && nodes.length === 0 && <Text size="sm">{t('pings.none')}</Text>}
      {nodes.length > 0 && (
        <ul className={styles.rows}>
          {nodes.map((ping) => (
            <PingRow key={ping.id} ping={ping} />
          ))}
        </ul>
      )}
      {pageInfo?.hasNextPage && <More load={more} />}
    </section>
  );
}

function PingRow({ ping }: { ping: Ping }) {
  const { t } = useTranslation('organisation');
  const { money } = useFormats();
  const { at, niche, region, maxSales, floor, bid, buyerCount, state, why, leadId, soldCount } = ping;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size="sm" fw={500} component="span">
          {niche.name}, {region.name}
        </Text>
        <Text size="sm" c="dimmed">
          <Dotted>
            {maxSales === 1 ? t('pings.exclusive') : t('pings.shared', { count: maxSales })}
            {floor && t('pings.floor', { floor: money(floor) })}
            {why}
          </Dotted>
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={styles.since} component="div">
        <When at={at} />
      </Text>
      <Text size="sm" className={styles.role} component="div">
        {bid && t('pings.bid', { bid: money(bid), count: buyerCount })}
      </Text>
      <div className={styles.act}>
        <Badge variant="light" size="sm" tt="none" miw="max-content" color={COLOURS[state]}>
          {state === 'SOLD' ? t('pings.sold', { count: soldCount }) : t(`pings.state.${state}`)}
        </Badge>
        {leadId && (
          <Anchor component={Link} to={`/leads/${leadId}`} size="sm" display="block">
            {t('pings.toLead')}
          </Anchor>
        )}
      </div>
    </li>
  );
}
