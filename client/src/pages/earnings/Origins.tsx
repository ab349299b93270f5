import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { LeadPlacesDocument, RegionCreditDocument, SalePlacesDocument } from '../../generated/earnings';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { Choices } from './Choices';
import styles from './Origins.module.css';
import { type Place, pointsOf } from './places';
import { useSpan } from './useSpan';
import { WorldMap } from './WorldMap';

/** Where leads come from: a map with a bubble for each place, and the same as a table. */
export function Origins() {
  const { t } = useTranslation('earnings');
  const [params] = useSearchParams();
  const what = params.get('of') === 'sales' ? 'sales' : 'leads';
  const options = (['leads', 'sales'] as const).map((value) => ({ value, label: t(`map.${value}`) }));
  return (
    <Stack gap="md">
      <Choices name="of" label={t('map.what')} options={options} value={what} />
      {what === 'sales' ? <SalesMap /> : <LeadsMap />}
      <Credit />
    </Stack>
  );
}

function LeadsMap() {
  const { from } = useSpan();
  const { data: now, previousData, error, refetch } = useQuery(LeadPlacesDocument, { variables: { from } });
  const places = (now ?? previousData)?.leadsByRegion;
  return <Findings what="leads" places={places} error={now ? null : error} onRetry={() => void refetch()} />;
}

function SalesMap() {
  const { from } = useSpan();
  const { data: now, previousData, error, refetch } = useQuery(SalePlacesDocument, { variables: { from } });
  const places = (now ?? previousData)?.earningSources.byRegion
    .map(({ region, sum }) => ({ region, count: sum.saleCount }))
    .sort((first, second) => second.count - first.count);
  return <Findings what="sales" places={places} error={now ? null : error} onRetry={() => void refetch()} />;
}

interface Properties {
  what: 'leads' | 'sales';
  /** The most first; absent until they are read. */
  places: readonly Place[] | undefined;
  error: unknown;
  onRetry(): void;
}

function Findings({ what, places, error, onRetry }: Properties) {
  const { t } = useTranslation('earnings');
  const { day } = useFormats();
  const { from } = useSpan();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (!places) return <PageSkeleton />;
  const since = from && day(from);
  if (places.length === 0) return <Empty title={since ? t('map.noneSince', { since }) : t('map.none')} />;
  const points = pointsOf(places);
  const count = places.reduce((sum, place) => sum + place.count, 0);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(`map.${what}${since ? 'Since' : 'Every'}`, { count, since })}{' '}
        {points.length < places.length && t('map.unplaced', { count: places.length - points.length })}
      </Text>
      <div className={styles.origins}>
        <WorldMap points={points} label={t('map.label', { what: t(`map.${what}`) })} />
        <Table places={places} what={what} />
      </div>
    </>
  );
}

/** So many places stand beside the map; further ones are shown when they are asked for. */
const FIRST = 12;

function Table({ places, what }: { places: readonly Place[]; what: 'leads' | 'sales' }) {
  const { t } = useTranslation('earnings');
  const { number, country } = useFormats();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <div>
      <Bars
        label={t('map.label', { what: t(`map.${what}`) })}
        bars={(isWhole ? places : places.slice(0, FIRST)).map(({ region, count }) => ({
          label:
            region.name === country(region.countryCode)
              ? region.name
              : `${region.name}, ${country(region.countryCode)}`,
          size: count,
          figure: number(count),
        }))}
      />
      {places.length > FIRST && !isWhole && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setIsWhole(true)}>
          {t('map.all', { count: places.length })}
        </Button>
      )}
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
