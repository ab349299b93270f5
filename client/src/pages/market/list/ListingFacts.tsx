import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { ListingRowFragment } from '../../../generated/market';
import { Dotted } from '../../../ui/Dotted';
import type { Standing } from '../standing';
import styles from './List.module.css';

/** What is known of a listing in a few words, such as: Hot · Quick · Search. */
export function ListingFacts({ row }: { row: ListingRowFragment }) {
  const { t } = useTranslation('market');
  const { temperature, contactKind, channel, kind, leadCount, isExclusive, isVerified } = row;
  const found = useFindings(row);
  return (
    <span className={styles.facts}>
      <Dotted>
        {kind === 'LOT' && <span className={styles.lot}>{t('row.lot', { count: leadCount })}</span>}
        <span className={temperature === 'HOT' ? styles.hot : undefined}>{t(`common:temperature.${temperature}`)}</span>
        <span>{t(`common:contactKind.${contactKind}`)}</span>
        {channel !== 'OTHER' && <span>{t(`common:channel.${channel}`)}</span>}
        {isExclusive && <span className={styles.exclusive}>{t('flag.exclusive')}</span>}
        {isVerified && (
          <span className={styles.verified}>
            <BadgeCheck size={14} aria-hidden /> {t('flag.verified')}
          </span>
        )}
        {found}
      </Dotted>
    </span>
  );
}

/** What speaks against a single lead, as short as a row allows: all of it, with its weight, is in the preview. */
function useFindings({ previews, kind }: ListingRowFragment) {
  const { t } = useTranslation('market');
  const against = kind === 'LOT' ? [] : previews.flatMap(({ signals }) => signals.filter(({ weight }) => weight > 0));
  const [first] = against;
  if (!first) return null;
  const words = against.length === 1 ? t(`signals:${first.code}`) : t('row.found', { count: against.length });
  return <span className={styles.finding}>{words}</span>;
}

/** Where the person is: the place and, where it is no country itself, its country. */
export function PlaceName({ row: { region } }: { row: ListingRowFragment }) {
  const { country } = useFormats();
  return region.code === region.countryCode ? region.name : `${region.name}, ${country(region.countryCode)}`;
}

/** Why it cannot be bought any more, in words. */
export function StandingWord({ standing }: { standing: Standing }) {
  const { t } = useTranslation('market');
  return <span className={standing === 'YOURS' ? styles.yours : styles.out}>{t(`standing.${standing}`)}</span>;
}
