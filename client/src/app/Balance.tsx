import { useQuery } from '@apollo/client/react';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WalletBalanceDocument, WalletChangedDocument } from '../generated/app';
import { useLive } from './useLive';
import { useFormats } from './format';
import styles from './Shell.module.css';

/** What can be spent, on every page; it moves with each purchase and refund, whoever made it. */
export function Balance() {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { data } = useQuery(WalletBalanceDocument);
  useLive(WalletChangedDocument, {});
  if (!data) return null;
  const { available, held } = data.wallet;
  return (
    <Tooltip label={t('shell.held', { amount: money(held) })}>
      <Link to="/wallet" className={styles.balance} aria-label={t('shell.balance', { amount: money(available) })}>
        {money(available)}
      </Link>
    </Tooltip>
  );
}
