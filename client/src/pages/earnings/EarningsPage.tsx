import { Skeleton, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useSession } from '../../app/session';
import { Page } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { EarningCharts } from './EarningCharts';
import styles from './Earnings.module.css';
import { Statement } from './Statement';
import { Summary } from './Summary';
import { SPANS, useChoice } from './useSpan';

/** The map's code and the shapes of the countries come only when it is opened. */
const Origins = lazy(async () => ({ default: (await import('./Origins')).Origins }));

const VIEWS = ['statement', 'charts', 'map'] as const;

/** What the agency's sales have brought: where the money is, each movement, and where it came from. */
export function EarningsPage() {
  const { t } = useTranslation('earnings');
  const { may } = useSession();
  const [params] = useSearchParams();
  const choose = useChoice();
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'statement';
  if (!may('SEE_EARNINGS')) return <Missing />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={view === 'statement' && <RowKeys mark="[data-entry]" canSelect={false} />}
    >
      <Summary />
      {view !== 'statement' && (
        <UnknownFilters
          filters={[
            { name: 'days', what: t('span.label'), knows: isOneOf(SPANS.map((days) => String(days ?? 'all'))) },
            { name: 'part', what: t('charts.part'), knows: isOneOf(['all', 'earned']) },
            { name: 'of', what: t('map.what'), knows: isOneOf(['leads', 'sales']) },
          ]}
        />
      )}
      <Tabs value={view} keepMounted={false} onChange={(next) => next && choose('view', next, 'statement')}>
        <Tabs.List aria-label={t('title')} className={`lb-more ${styles.tabs}`}>
          {VIEWS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`view.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="statement" pt="md">
          <Statement />
        </Tabs.Panel>
        <Tabs.Panel value="charts" pt="md">
          <EarningCharts />
        </Tabs.Panel>
        <Tabs.Panel value="map" pt="md">
          <Suspense fallback={<Skeleton height={420} />}>
            <Origins />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
