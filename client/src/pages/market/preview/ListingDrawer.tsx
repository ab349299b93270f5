import { Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../app/useLive';
import { type MarketListingQuery, MarketListingDocument, ShownListingChangedDocument } from '../../../generated/market';
import { Empty } from '../../../ui/Empty';
import { Failure } from '../../../ui/Failure';
import { Money } from '../../../ui/Money';
import { SharePips } from '../../../ui/SharePips';
import { useFocusBack } from '../../../ui/useFocusBack';
import { StandingWord } from '../list/ListingFacts';
import { standingOf } from '../standing';
import type { Picks } from '../usePicks';
import { ListingDetails } from './ListingDetails';
import styles from './Preview.module.css';

/** A listing with all that may be known before it is bought. */
export type PreviewedListing = NonNullable<MarketListingQuery['listing']>;

interface ListingDrawerProps {
  id: string;
  onClose(): void;
  /** Null for those who may not buy. */
  picks: Picks | null;
  onBuy(listing: PreviewedListing): void;
}

/** The preview of one listing beside the market, which stays where it is. */
export default function ListingDrawer({ id, onClose, picks, onBuy }: ListingDrawerProps) {
  const { t } = useTranslation('market');
  useFocusBack();
  const { data, error, refetch } = useQuery(MarketListingDocument, { variables: { id } });
  useLive(ShownListingChangedDocument, { ids: [id] });
  const listing = data?.listing;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      title={listing ? <Heading listing={listing} /> : t('preview.title')}
      classNames={{ title: styles.heading }}
    >
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <DrawerSkeleton />}
      {listing === null && (
        <Empty
          title={t('preview.gone')}
          text={t('preview.goneMeans')}
          action={{ label: t('preview.others'), onClick: onClose }}
        />
      )}
      {listing && (
        <>
          <ListingDetails listing={listing} />
          <Foot listing={listing} picks={picks} onBuy={onBuy} />
        </>
      )}
    </Drawer>
  );
}

/** What it is and where; a city that bears its county's name says it once. */
function Heading({ listing: { niche, region } }: { listing: PreviewedListing }) {
  return (
    <>
      <span className={styles.niche}>{niche.path.map(({ name }) => name).join(' › ')}</span>
      <span className={styles.region}>{[...new Set(region.path.map(({ name }) => name).reverse())].join(', ')}</span>
    </>
  );
}

type FootProps = Pick<ListingDrawerProps, 'picks' | 'onBuy'> & { listing: PreviewedListing };

function Foot({ listing, picks, onBuy }: FootProps) {
  const { t } = useTranslation('market');
  const standing = standingOf(listing);
  return (
    <div className={styles.foot}>
      <Stack gap={2}>
        <Text fw={600} size="xl" lh={1.1}>
          <Money value={listing.price} />
        </Text>
        <Group gap={6}>
          <SharePips sold={listing.sold} max={listing.maxSales} />
          <Text size="xs" c="dimmed">
            {t('preview.soldOf', { sold: listing.sold, max: listing.maxSales })}
          </Text>
        </Group>
      </Stack>
      {standing && (
        <div>
          <StandingWord standing={standing} />
          {standing === 'OWN_AGENCY' && (
            <Text size="xs" c="dimmed">
              {t('standing.ownMeans')}
            </Text>
          )}
        </div>
      )}
      {picks && !standing && (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => picks.toggle(listing)}>
            {t(picks.has(listing.id) ? 'preview.unselect' : 'preview.select')}
          </Button>
          <Button onClick={() => onBuy(listing)}>{t('preview.buy')}</Button>
        </Group>
      )}
    </div>
  );
}

function DrawerSkeleton() {
  return (
    <Stack aria-busy="true">
      <Skeleton height={72} />
      <Skeleton height={120} />
      <Skeleton height={180} />
    </Stack>
  );
}
