import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { late } from '../../ui/late';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useKeys } from '../../ui/useKeys';
import { useRowKeys } from '../../ui/useRowKeys';
import { UnsettledNote } from './buying/UnsettledNote';
import { useChips } from './Chips';
import { type Dialog, Dialogs } from './Dialogs';
import { NICHE_SEARCH } from './rail/NicheFilter';
import { Rail } from './rail/Rail';
import { Results } from './Results';
import { TopActions } from './TopActions';
import { useChoices } from './useChoices';
import { useListingAddress } from './useListingAddress';
import { useMarket } from './useMarket';
import { isForMarket } from './isForMarket';
import { filterOf, useNamed } from './useNamed';
import { usePicks } from './usePicks';
import styles from './Market.module.css';

const NotUnderstood = late(() => import('./NotUnderstood'));

/** What is on sale. Agents work what others bought or brought: they see no market. */
export function MarketPage() {
  return isForMarket(useViewer()) ? <Market /> : <Missing />;
}

/** Filters in the address bar, rows that move with the market, and the way to buy. */
function Market() {
  const { t } = useTranslation('market');
  const { may } = useSession();
  const mayBuy = may('BUY_LEADS');
  const address = useChoices();
  const { choices, change } = address;
  const { named, error: nameError, retry: retryNames } = useNamed(choices);
  const filter = named && filterOf(choices, named);
  const found = useMarket(filter, choices.sort);
  // What cannot be looked up is not searched for: rows and count of the former search are none of this one.
  const market = nameError ? { ...found, totalCount: null, error: nameError, retry: retryNames } : found;
  const picks = usePicks();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const isBuying = dialog !== null && 'wish' in dialog && dialog.wish !== undefined;
  const isWide = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false });
  const listing = useListingAddress();
  const chips = useChips(choices, named);

  useRowKeys('[data-listing]');
  useKeys({
    '/': () => {
      if (!isWide) setIsSheetOpen(true);
      // The sheet has to be there before it can be typed into.
      setTimeout(() => document.getElementById(NICHE_SEARCH)?.focus(), isWide ? 0 : 200);
    },
    '?': () => setDialog({ kind: 'keys' }),
  });

  const rail = <Rail choices={choices} onChange={change} facets={market.facets} filter={filter} named={named} />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<TopActions filter={filter} choices={choices} onDialog={setDialog} />}
    >
      {!isBuying && <UnsettledNote onAsk={(wish) => setDialog({ kind: 'purchase', wish })} />}
      {address.odd && <NotUnderstood params={address.odd} />}
      <div className={styles.page}>
        {isWide ? (
          <aside className={styles.rail} aria-label={t('rail.title')}>
            {rail}
          </aside>
        ) : (
          <Sheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} title={t('rail.title')}>
            {rail}
            <div className={styles.show}>
              <Button fullWidth onClick={() => setIsSheetOpen(false)}>
                {market.totalCount === null ? t('common:act.close') : t('rail.show', { count: market.totalCount })}
              </Button>
            </div>
          </Sheet>
        )}
        <Results
          address={address}
          named={named}
          market={market}
          picks={mayBuy ? picks : null}
          isWide={isWide}
          filtersOn={chips.length}
          addressOf={listing.addressOf}
          onFilters={() => setIsSheetOpen(true)}
          onBuy={(listingIds) => setDialog({ kind: 'purchase', wish: { listingIds } })}
        />
      </div>
      <Dialogs
        dialog={dialog}
        onDialog={setDialog}
        listing={listing}
        picks={mayBuy ? picks : null}
        filter={filter}
        totalCount={market.totalCount ?? 0}
        filterWords={chips.map(({ label }) => label)}
      />
    </Page>
  );
}
