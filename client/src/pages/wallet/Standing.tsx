import { useTranslation } from 'react-i18next';
import type { WalletFieldsFragment } from '../../generated/wallet';
import { Money } from '../../ui/Money';
import styles from './wallet.module.css';

/** What can be spent as the one big number, and where the rest of the money stands. */
export function Standing({ wallet }: { wallet: WalletFieldsFragment }) {
  const { t } = useTranslation('wallet');
  return (
    <section className={`lb-panel ${styles.standing}`} aria-label={t('standing.label')}>
      <div>
        <div className="lb-soft">{t('standing.available')}</div>
        <div className={styles.hero} aria-live="polite">
          <Money value={wallet.available} />
        </div>
      </div>
      <dl className={styles.stations}>
        <div>
          <dt>{t('standing.held')}</dt>
          <dd>
            <Money value={wallet.held} />
          </dd>
          <dd className={styles.means}>{t('standing.heldMeans')}</dd>
        </div>
        {Number(wallet.reserved.minor) !== 0 && (
          <div>
            <dt>{t('standing.reserved')}</dt>
            <dd>
              <Money value={wallet.reserved} />
            </dd>
            <dd className={styles.means}>{t('standing.reservedMeans')}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
