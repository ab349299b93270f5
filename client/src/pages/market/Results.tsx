import { Button, Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { BuyBar } from './BuyBar';
import { Chips } from './Chips';
import { VIEW } from './choices';
import { ListingCards } from './list/ListingCards';
import { ListingTable } from './list/ListingTable';
import { Toolbar, type View } from './Toolbar';
import type { ChoicesInAddress } from './useChoices';
import type { Market } from './useMarket';
import type { Named } from './useNamed';
import type { Picks } from './usePicks';
import styles from './Market.module.css';

/** Comes when the listings are there and the page has nothing else to do; its place is kept for it. */
const CellIndex = lazy(async () => {
  await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done));
  // A market without it is a market still.
  return import('./CellIndex').then(({ loadCellIndex }) => loadCellIndex()).catch(() => ({ default: () => null }));
});

interface ResultsProps {
  address: ChoicesInAddress;
  named: Named | null;
  market: Market;
  /** Null for those who may not buy. */
  picks: Picks | null;
  isWide: boolean;
  filtersOn: number;
  addressOf(id: string): string;
  onFilters(): void;
  onBuy(ids: string[]): void;
}

/** What was found: chips of what is on, order and look, the listings, and the bar of what is selected. */
export function Results({ address, named, market, isWide, filtersOn, onFilters, onBuy, ...list }: ResultsProps) {
  const { choices, change, clear } = address;
  const [view, setView] = useView();
  return (
    <div className={styles.results}>
      <Chips choices={choices} named={named} onChange={change} onClear={clear} />
      <Toolbar
        totalCount={market.totalCount}
        isCounting={market.isLoading}
        sort={choices.sort}
        onSort={(sort) => change({ sort })}
        view={view}
        onView={setView}
        onFilters={isWide ? null : onFilters}
        filtersOn={filtersOn}
      />
      <div className={styles.index}>
        {named && market.totalCount !== null && (
          <Suspense fallback={<Skeleton />}>
            <CellIndex {...named} />
          </Suspense>
        )}
      </div>
      <NewRows market={market} />
      <Found
        market={market}
        unknown={named?.unknown ?? null}
        onClear={filtersOn > 0 ? clear : null}
        isTable={isWide && view === 'rows'}
        {...list}
      />
      {list.picks && <BuyBar picks={list.picks} market={market} onBuy={onBuy} />}
    </div>
  );
}

function useView(): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const setView = (view: View): void =>
    setParams(
      (current) => {
        if (view === 'cards') current.set(VIEW, view);
        else current.delete(VIEW);
        return current;
      },
      { preventScrollReset: true, replace: true },
    );
  return [params.get(VIEW) === 'cards' ? 'cards' : 'rows', setView];
}

/** How far down one may be and still be at the top. */
const TOP_PX = 24;

/** New listings wait here, so that nothing moves under the hand; where one is at the top of a first page they come in. */
function NewRows({ market }: { market: Market }) {
  const { t } = useTranslation('market');
  const { newCount, isFirstPage, showNew } = market;
  const isComing = newCount > 0 && isFirstPage;
  useEffect(() => {
    if (!isComing) return undefined;
    const look = (): void => {
      if (window.scrollY > TOP_PX || document.querySelector('[role="dialog"]')) return;
      // Where they could not be read, the button still stands there.
      showNew().catch(() => undefined);
    };
    look();
    window.addEventListener('scrollend', look);
    return () => window.removeEventListener('scrollend', look);
  }, [isComing, newCount, showNew]);
  return (
    <div role="status" className={styles.news}>
      {newCount > 0 && (
        <Button size="compact-sm" variant="light" onClick={() => void showNew()}>
          {t('news', { count: newCount })}
        </Button>
      )}
    </div>
  );
}

type FoundProps = Pick<ResultsProps, 'market' | 'picks' | 'addressOf'> & {
  isTable: boolean;
  /** What the address asks for and nobody knows. */
  unknown: Named['unknown'] | null;
  onClear: (() => void) | null;
};

function Found({ market, isTable, unknown, onClear, ...list }: FoundProps) {
  const { t } = useTranslation('market');
  if (market.error) return <Failure error={market.error} onRetry={market.retry} />;
  if (market.isLoading && market.rows.length === 0) return <RowsSkeleton />;
  if (market.rows.length === 0) {
    const names = [...(unknown?.niches ?? []), ...(unknown?.regions ?? [])].join(', ');
    return (
      <Empty
        title={names === '' ? t('empty.title') : t('empty.unknown', { names })}
        text={t(names === '' ? (onClear ? 'empty.filtered' : 'empty.text') : 'empty.unknownMeans')}
        {...(onClear ? { action: { label: t('chips.clear'), onClick: onClear } } : {})}
      />
    );
  }
  const Listings = isTable ? ListingTable : ListingCards;
  return (
    // Rows of the former search are there to look at: a press that was meant for the next one must not select them.
    <div className={styles.found} data-loading={market.isLoading} aria-busy={market.isLoading} inert={market.isLoading}>
      <Listings rows={market.rows} {...list} />
      {market.moreError !== undefined && <Failure error={market.moreError} />}
      {market.hasMore && (
        <Button variant="default" mt="md" loading={market.isLoadingMore} onClick={() => void market.loadMore()}>
          {t('common:list.more')}
        </Button>
      )}
    </div>
  );
}

function RowsSkeleton() {
  return (
    <Stack gap={8} aria-busy="true" data-testid="skeleton">
      {Array.from({ length: 12 }, (_, row) => (
        <Skeleton key={row} height={46} />
      ))}
    </Stack>
  );
}
