import { useQuery } from '@apollo/client/react';
import { Alert, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../../app/format';
import { WalletBalanceDocument } from '../../../generated/app';
import { useNow } from '../../../ui/ClockRing';
import { Money } from '../../../ui/Money';
import { useHoldTime } from '../useHoldTime';
import { TopUpLink } from './Hindrance';
import type { Quote } from './useQuote';
import styles from './Buying.module.css';

const HOUR_MS = 3_600_000;

/** The wallet before and after a payment, and what is missing for it; it follows a top-up made meanwhile. */
export function useWalletAfter(total: MoneyValue): {
  available: MoneyValue | null;
  after: MoneyValue | null;
  shortfall: MoneyValue | null;
} {
  const { data } = useQuery(WalletBalanceDocument);
  if (!data) return { available: null, after: null, shortfall: null };
  const { available } = data.wallet;
  const left = Number(available.minor) - Number(total.minor);
  return {
    available,
    after: { ...available, minor: Math.max(0, left) },
    shortfall: left < 0 ? { ...available, minor: -left } : null,
  };
}

/** What is in the wallet now, and what stays in it. */
export function WalletAfter({ total }: { total: MoneyValue }) {
  const { t } = useTranslation('market');
  const { available, after, shortfall } = useWalletAfter(total);
  if (!available || !after) return null;
  return (
    <div>
      <dl className={styles.wallet}>
        <dt>{t('buy.walletNow')}</dt>
        <dd>
          <Money value={available} />
        </dd>
        {!shortfall && (
          <>
            <dt>{t('buy.walletAfter')}</dt>
            <dd>
              <Money value={after} />
            </dd>
          </>
        )}
      </dl>
      {shortfall && (
        <Alert color="amber" variant="light" mt="xs">
          <Group gap="xs" justify="space-between">
            <span>
              {t('hindrance.short')} <Money value={shortfall} />.
            </span>
            <TopUpLink shortfall={shortfall} />
          </Group>
        </Alert>
      )}
    </div>
  );
}

/** Until when the money is held, from the dispute windows of what is bought. */
export function HeldNote({ items, until }: { items: Quote['items']; until: string }) {
  const { t } = useTranslation('market');
  const { moment } = useFormats();
  const holdTime = useHoldTime();
  const now = useNow(until);
  const hours = [...new Set(items.map(({ listing }) => listing.niche.windowHours))].sort((a, b) => a - b);
  const [shortest, longest] = [hours[0]!, hours.at(-1)!];
  const end = moment(new Date(now + longest * HOUR_MS).toISOString());
  return (
    <p className={styles.held}>
      {shortest === longest
        ? t('buy.held', { time: holdTime(longest), moment: end })
        : t('buy.heldBetween', { shortest: holdTime(shortest), longest: holdTime(longest), moment: end })}
    </p>
  );
}
