import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../../app/format';
import type { BuyMode } from '../../../generated/buying';
import { ClockRing, useNow } from '../../../ui/ClockRing';
import { useDialogKeyboard } from '../../../ui/useDialogKeyboard';
import { useWalletAfter } from './WalletAfter';
import type { Quote } from './useQuote';

const QUOTE_MS = 600_000;

interface FootProps {
  quote: Quote;
  /** How many of the quoted listings can still be bought. */
  left: number;
  /** What would be charged for them. */
  total: MoneyValue;
  onRenew(): void;
  onCancel(): void;
  mode: BuyMode;
  isSending: boolean;
  onBuy(): void;
}

/** The clock of the quote and what can be done while it runs, and after it. */
export function ConfirmFoot({ quote, left, total, mode, isSending, onBuy, onRenew, onCancel }: FootProps) {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const now = useNow(quote.expiresAt);
  const press = useDialogKeyboard();
  const { shortfall } = useWalletAfter(total);
  const end = new Date(quote.expiresAt).getTime();
  const isOver = now >= end;
  const isShort = shortfall !== null && (mode === 'ALL_OR_NOTHING' || left === 1);
  return (
    <Group justify="space-between" gap="sm">
      <ClockRing
        start={new Date(end - QUOTE_MS).toISOString()}
        end={quote.expiresAt}
        label={t('buy.clock')}
        over={t('buy.clockOver')}
      />
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={onCancel} disabled={isSending}>
          {t('common:act.cancel')}
        </Button>
        {isOver && !isSending ? (
          <Button onClick={onRenew}>{t('buy.renew')}</Button>
        ) : (
          <Button
            ref={press}
            data-autofocus
            loading={isSending}
            disabled={isShort}
            // A key that is still down from the press before buys nothing.
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={onBuy}
          >
            {t('buy.confirm', { amount: money(total) })}
          </Button>
        )}
      </Group>
    </Group>
  );
}
