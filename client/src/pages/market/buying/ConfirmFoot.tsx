import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { BuyMode } from '../../../generated/market';
import { ClockRing, useNow } from '../../../ui/ClockRing';
import { useWalletAfter } from './WalletAfter';
import type { Quote } from './useQuote';

const QUOTE_MS = 600_000;

interface FootProps {
  quote: Quote;
  onRenew(): void;
  onCancel(): void;
  mode: BuyMode;
  isSending: boolean;
  onBuy(): void;
}

/** The clock of the quote and what can be done while it runs, and after it. */
export function ConfirmFoot({ quote, mode, isSending, onBuy, onRenew, onCancel }: FootProps) {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const now = useNow(quote.expiresAt);
  const { shortfall } = useWalletAfter(quote.total);
  const end = new Date(quote.expiresAt).getTime();
  const isOver = now >= end;
  const isShort = shortfall !== null && (mode === 'ALL_OR_NOTHING' || quote.items.length === 1);
  return (
    <Group justify="space-between" gap="sm">
      <ClockRing start={new Date(end - QUOTE_MS).toISOString()} end={quote.expiresAt} label={t('buy.clock')} />
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={onCancel} disabled={isSending}>
          {t('common:act.cancel')}
        </Button>
        {isOver && !isSending ? (
          <Button onClick={onRenew}>{t('buy.renew')}</Button>
        ) : (
          <Button data-autofocus loading={isSending} disabled={isShort} onClick={onBuy}>
            {t('buy.confirm', { amount: money(quote.total) })}
          </Button>
        )}
      </Group>
    </Group>
  );
}
