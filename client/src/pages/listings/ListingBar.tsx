import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Listings.module.css';

interface Properties {
  count: number;
  /** More cannot be changed at once. */
  most: number;
  onReprice(): void;
  onWithdraw(): void;
  onClear(): void;
}

/** What can be done with the listings that are selected. */
export function ListingBar({ count, most, onReprice, onWithdraw, onClear }: Properties) {
  const { t } = useTranslation('listings');
  const isTooMany = count > most;
  return (
    <div className={styles.bar} data-raised={count > 0}>
      <span className={styles.words} role="status">
        {count === 0 && t('bar.hint')}
        {count > 0 && (isTooMany ? t('bar.tooMany', { count, most }) : t('bar.picked', { count }))}
      </span>
      {count > 0 && (
        <>
          <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
            {t('bar.clear')}
          </Button>
          <Button size="xs" variant="default" disabled={isTooMany} onClick={onReprice}>
            {t('bar.reprice')}
          </Button>
          <Button size="xs" variant="default" disabled={isTooMany} onClick={onWithdraw}>
            {t('bar.withdraw')}
          </Button>
        </>
      )}
    </div>
  );
}
