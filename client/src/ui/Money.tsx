import { useTranslation } from 'react-i18next';
import { exponentOf, type MoneyValue } from '../app/format';
import { regional } from '../app/region';
import styles from './Money.module.css';

/** An amount: the figure is the hero, the currency is small and the minor unit lighter. */
export function Money({ value, sign = false }: { value: MoneyValue; sign?: boolean }) {
  const { i18n } = useTranslation();
  const digits = exponentOf(value.currency);
  const parts = new Intl.NumberFormat(regional(i18n.language), {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: sign ? 'exceptZero' : 'auto',
  }).formatToParts(Number(value.minor) / 10 ** digits);
  return (
    <span className={styles.money}>
      {parts.map(({ type, value: text }, place) => (
        <span key={place} className={LOOK[type]}>
          {text}
        </span>
      ))}
    </span>
  );
}

const LOOK: Readonly<Record<string, string | undefined>> = {
  currency: styles.currency,
  decimal: styles.minor,
  fraction: styles.minor,
};
