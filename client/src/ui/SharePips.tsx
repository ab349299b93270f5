import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SharePips.module.css';

/** Filled and empty dots for "sold 1 of 3"; a place that is taken while one looks pulses once. */
export function SharePips({ sold, max }: { sold: number; max: number }) {
  const { t } = useTranslation();
  const [before] = useState(sold);
  const label = max === 1 && sold === 0 ? t('pips.exclusive') : t('pips.label', { sold, max });
  return (
    <span className={styles.pips} role="img" aria-label={label} title={label}>
      {Array.from({ length: max }, (_, place) => (
        <span
          key={`${place}-${place < sold}`}
          className={place < sold ? styles.taken : styles.free}
          data-fresh={place >= before || undefined}
        />
      ))}
    </span>
  );
}
