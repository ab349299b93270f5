import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import { useClientKey, useVerb } from '../../../app/useVerb';
import { BuyDocument, type BuyMode, type QuoteInput } from '../../../generated/market';
import { ClockRing, useNow } from '../../../ui/ClockRing';
import { RefusalNote } from '../../../ui/Failure';
import { PriceLadder } from '../../../ui/PriceLadder';
import { Hindrance } from './Hindrance';
import type { Bought } from './PurchaseDialog';
import { QuotedItems } from './QuotedItems';
import { HeldNote, useWalletAfter, WalletAfter } from './WalletAfter';
import type { Quote } from './useQuote';

const QUOTE_MS = 600_000;
/** Refusals after which the same press may be tried again: nothing was decided. */
const TRY_AGAIN: readonly string[] = ['Lost', 'Busy'];

interface ConfirmProps {
  quote: Quote;
  wish: QuoteInput;
  onWish(wish: QuoteInput): void;
  onRenew(): void;
  onCancel(): void;
  onSending(isSending: boolean): void;
  onKnown(ownIds: readonly string[], goneIds: readonly string[]): void;
  onBought(bought: Bought): void;
}

/** All that a purchase is about before it is done: items, price, wallet, hold, and for how long the price stands. */
export function Confirm({ quote, wish, onWish, onRenew, onCancel, onSending, onKnown, onBought }: ConfirmProps) {
  const { t } = useTranslation('market');
  const [mode, setMode] = useState<BuyMode>('ALL_OR_NOTHING');
  const { key: clientKey } = useClientKey();
  const { send, isSending, refusal } = useVerb(BuyDocument, 'buy');
  const isFinal = refusal !== null && !TRY_AGAIN.includes(refusal.__typename);
  const buy = async (): Promise<void> => {
    onSending(true);
    const outcome = await send({ input: { quoteId: quote.id, clientKey, mode } });
    onSending(false);
    if (outcome?.payload) onBought(outcome.payload);
  };
  return (
    <Stack gap="md">
      <QuotedItems items={quote.items} />
      <PriceLadder lines={quote.lines} total={quote.total} />
      {quote.items.length > 1 && (
        // What was sent and lost must be sent again as it was, to be the same purchase.
        <ModeChoice mode={mode} onMode={setMode} isOff={isSending || refusal !== null} />
      )}
      <WalletAfter total={quote.total} />
      <HeldNote items={quote.items} until={quote.expiresAt} />
      {isFinal ? (
        <Hindrance
          refusal={refusal}
          wish={wish}
          quotedIds={quote.items.map(({ listingId }) => listingId)}
          onWish={onWish}
          onRenew={onRenew}
          onClose={onCancel}
          onKnown={onKnown}
        />
      ) : (
        <>
          <RefusalNote refusal={refusal} />
          <Foot quote={quote} mode={mode} isSending={isSending} onBuy={() => void buy()} {...{ onRenew, onCancel }} />
        </>
      )}
      <span className="lb-visually-hidden" role="status">
        {isSending && t('buy.sending')}
      </span>
    </Stack>
  );
}

function ModeChoice({ mode, onMode, isOff }: { mode: BuyMode; onMode(mode: BuyMode): void; isOff: boolean }) {
  const { t } = useTranslation('market');
  return (
    <Radio.Group
      label={t('mode.title')}
      value={mode}
      onChange={(value) => onMode(value === 'AS_MANY_AS_POSSIBLE' ? value : 'ALL_OR_NOTHING')}
    >
      <Stack gap={6} mt={6}>
        <Radio disabled={isOff} size="sm" value="ALL_OR_NOTHING" label={t('mode.ALL_OR_NOTHING')} />
        <Radio disabled={isOff} size="sm" value="AS_MANY_AS_POSSIBLE" label={t('mode.AS_MANY_AS_POSSIBLE')} />
      </Stack>
    </Radio.Group>
  );
}

interface FootProps extends Pick<ConfirmProps, 'quote' | 'onRenew' | 'onCancel'> {
  mode: BuyMode;
  isSending: boolean;
  onBuy(): void;
}

/** The clock of the quote and what can be done while it runs, and after it. */
function Foot({ quote, mode, isSending, onBuy, onRenew, onCancel }: FootProps) {
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
        {isOver ? (
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
