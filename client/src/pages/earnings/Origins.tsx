import { useQuery } from '@apollo/client/react';
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { RegionCreditDocument } from '../../generated/earnings';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { type Gathered, useGathered } from './gather';
import styles from './Origins.module.css';
import { type Place, placesOf, pointsOf } from './places';
import { type PlacedLead, useLeadPages, useSalePages } from './reads';
import { WorldMap } from './WorldMap';

/** The map looks at so many of the latest leads or sales. */
const MOST = 500;

/** Where leads come from: a map with a bubble for each place, and the same as a table. */
export function Origins() {
  const { t } = useTranslation('earnings');
  const [params, setParams] = useSearchParams();
  const what = params.get('of') === 'sales' ? 'sales' : 'leads';
  return (
    <Stack gap="md">
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('map.what')}
          value={what}
          data={['leads', 'sales'].map((value) => ({ value, label: t(`map.${value}`) }))}
          onChange={(value) => setParams({ view: 'map', ...(value === 'sales' && { of: value }) })}
        />
      </div>
      {what === 'sales' ? <SalesMap /> : <LeadsMap />}
      <Credit />
    </Stack>
  );
}

function LeadsMap() {
  const { day } = useFormats();
  const gathered = useGathered(useLeadPages(), MOST);
  const oldest = gathered.found?.nodes.at(-1);
  return <Findings what="leads" {...gathered} since={oldest && day(oldest.submittedAt)} />;
}

function SalesMap() {
  const { day } = useFormats();
  const gathered = useGathered(useSalePages(), MOST);
  const oldest = gathered.found?.nodes.at(-1);
  return <Findings what="sales" {...gathered} since={oldest && day(oldest.heldAt)} />;
}

interface Properties {
  what: 'leads' | 'sales';
  found: Gathered<Pick<PlacedLead, 'region'>> | null;
  error: unknown;
  retry(): void;
  /** The day of the oldest that was looked at. */
  since?: string;
}

function Findings({ what, found, error, retry, since }: Properties) {
  const { t } = useTranslation('earnings');
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!found) return <PageSkeleton />;
  const { nodes, hasMore, isDone } = found;
  if (nodes.length === 0) return <Empty title={t('map.none')} />;
  const places = placesOf(nodes);
  const points = pointsOf(places);
  return (
    <>
      <Text size="sm" c="dimmed" aria-busy={!isDone}>
        {!isDone && t('readingOn')} {t(`map.${what}${hasMore ? 'Latest' : 'Every'}`, { count: nodes.length, since })}{' '}
        {points.length < places.length && t('map.unplaced', { count: places.length - points.length })}
      </Text>
      <div className={styles.origins}>
        <WorldMap points={points} label={t('map.label', { what: t(`map.${what}`) })} />
        <Table places={places} what={what} />
      </div>
    </>
  );
}

function Table({ places, what }: { places: readonly Place[]; what: 'leads' | 'sales' }) {
  const { t } = useTranslation('earnings');
  const { number, country } = useFormats();
  return (
    <div className={styles.table} tabIndex={0} role="region" aria-label={t('map.table')}>
      <Bars
        label={t('map.label', { what: t(`map.${what}`) })}
        bars={places.map(({ region, count }) => ({
          label:
            region.name === country(region.countryCode)
              ? region.name
              : `${region.name}, ${country(region.countryCode)}`,
          size: count,
          figure: number(count),
        }))}
      />
    </div>
  );
}

/** Whose data the places are. */
function Credit() {
  const { t } = useTranslation('earnings');
  const { data } = useQuery(RegionCreditDocument, { fetchPolicy: 'cache-first' });
  return (
    <Text size="xs" c="dimmed">
      {data?.regions.credit} {t('map.shapes')}
    </Text>
  );
}
