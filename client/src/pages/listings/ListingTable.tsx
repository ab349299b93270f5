import { Popover, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { Dotted } from '../../ui/Dotted';
import { Money } from '../../ui/Money';
import { PickCell, PickTable } from '../../ui/PickTable';
import table from '../../ui/PickTable.module.css';
import { PriceLadder } from '../../ui/PriceLadder';
import { SharePips } from '../../ui/SharePips';
import { figures } from '../../ui/Table';
import { When } from '../../ui/When';
import { ListLotButton } from './ListLotButton';
import type { ListingRow } from './ListingList';
import styles from './Listings.module.css';

interface Properties {
  listings: readonly ListingRow[];
  /** Where a lot is shown from the inside. */
  lotAddress(id: string): string;
  isOpen(listing: ListingRow): boolean;
  isPicked(id: string): boolean;
  onPick(listings: readonly ListingRow[], isPicked: boolean): void;
  onListed(): void;
}

/** Listings with their price and its reasons, and how many places are taken. */
export function ListingTable(properties: Properties) {
  const { t } = useTranslation('listings');
  const { listings, isOpen, isPicked, onPick } = properties;
  return (
    <PickTable
      caption={t('title')}
      columns={[
        ...['what', 'niche', 'facts', 'sold'].map((name) => t(`column.${name}`)),
        ...figures([t('column.floor'), t('column.price')]),
        t('column.time'),
      ]}
      rows={listings.filter(isOpen)}
      pickAll={t('column.pickAll')}
      isPicked={isPicked}
      onPick={onPick}
    >
      {listings.map((listing) => (
        <Row key={listing.id} {...properties} listing={listing} />
      ))}
    </PickTable>
  );
}

function Row({ listing, lotAddress, isOpen, isPicked, onPick, onListed }: Properties & { listing: ListingRow }) {
  const { t } = useTranslation('listings');
  const { id, kind, name, lead, previews, leadCount, niche, region, temperature, contactKind, channel, isVerified } =
    listing;
  const title = kind === 'LOT' ? (name ?? t('kind.LOT')) : (previews[0]?.text ?? t('kind.SINGLE'));
  return (
    <tr>
      <PickCell
        label={t('column.pick', { listing: title })}
        isPicked={isPicked(id)}
        canPick={isOpen(listing)}
        onPick={(picks) => onPick([listing], picks)}
      />
      <td className={table.first}>
        {lead ? (
          <Link to={`/leads/${lead.id}`} data-listing={id}>
            {title}
          </Link>
        ) : (
          <Link to={lotAddress(id)} className={styles.name} title={title} data-listing={id}>
            {title}
          </Link>
        )}
        {kind === 'LOT' && <div className={styles.soft}>{t('lotOf', { count: leadCount })}</div>}
      </td>
      <td data-label={t('column.niche')}>
        <span>
          {niche.name}
          <div className={styles.soft}>{region.name}</div>
        </span>
      </td>
      <td data-label={t('column.facts')}>
        <span>
          {t(`common:temperature.${temperature}`)}, {t(`common:contactKind.${contactKind}`)}
          <div className={styles.soft}>
            <Dotted>
              {t(isVerified ? 'verified' : 'notVerified')}
              {channel !== 'OTHER' && t(`common:channel.${channel}`)}
            </Dotted>
          </div>
        </span>
      </td>
      <td data-label={t('column.sold')}>
        <Sold listing={listing} />
      </td>
      <td className="lb-number" data-label={t('column.floor')}>
        <Floor listing={listing} />
      </td>
      <td className="lb-number" data-label={t('column.price')}>
        <Price listing={listing} />
      </td>
      <td data-label={t('column.time')}>
        {listing.status === 'DRAFT' ? <ListLotButton listing={listing} onListed={onListed} /> : <Time {...listing} />}
      </td>
    </tr>
  );
}

function Sold({ listing: { sold, maxSales, status } }: { listing: ListingRow }) {
  const { t } = useTranslation('listings');
  return (
    <span>
      <SharePips sold={sold} max={maxSales} />{' '}
      <span className={styles.soft}>
        <Dotted>
          {maxSales === 1 ? t('exclusive') : t('soldOf', { sold, maxSales })}
          {status !== 'LISTED' && status !== 'DRAFT' && t(`status.${status}`)}
        </Dotted>
      </span>
    </span>
  );
}

function Floor({ listing: { floor } }: { listing: ListingRow }) {
  const { t } = useTranslation('listings');
  return floor && Number(floor.minor) > 0 ? (
    <Money value={floor} />
  ) : (
    <span className={styles.soft}>{t('noFloor')}</span>
  );
}

function Price({ listing: { price, priceLines } }: { listing: ListingRow }) {
  const { t } = useTranslation('listings');
  const { money } = useFormats();
  return (
    <Popover width={380} position="bottom-end" withArrow>
      <Popover.Target>
        <UnstyledButton className={styles.price} aria-label={t('why', { price: money(price) })}>
          <Money value={price} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown maw="92vw">
        <PriceLadder lines={priceLines} total={price} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Time({ listedAt, endsAt, status }: ListingRow) {
  const { t } = useTranslation('listings');
  const { day } = useFormats();
  return (
    <span>
      {listedAt && <When at={listedAt} />}
      {status === 'LISTED' && <div className={styles.soft}>{t('until', { day: day(endsAt) })}</div>}
    </span>
  );
}
