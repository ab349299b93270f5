import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '../../../app/format';
import type { BuyMode, QuoteInput } from '../../../generated/market';
import { RefusalNote } from '../../../ui/Failure';
import { PriceLadder } from '../../../ui/PriceLadder';
import { ConfirmFoot } from './ConfirmFoot';
import { Hindrance } from './Hindrance';
import type { Bought } from './PurchaseDialog';
import { QuotedItems } from './QuotedItems';
import { Unknown } from './Unknown';
import { usePurchase } from './usePurchase';
import { useTaken } from './useTaken';
import { HeldNote, WalletAfter } from './WalletAfter';
import type { Quote } from './useQuote';

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
export function Confirm({ quote, wish, onWish, onRenew, onCancel, onKnown, ...sending }: ConfirmProps) {
  const { t } = useTranslation('market');
  const { mode, setMode, buy, isSending, isUnknown, refusal, hindrance } = usePurchase({ quote, wish, ...sending });
  // What another buyer took meanwhile is told before the press, not after it.
  const taken = useTaken(quote.items, mode, isSending || isUnknown);
  const obstacle = hindrance ?? taken.obstacle;
  const { left } = taken;
  const total = { ...quote.total, minor: left.reduce((sum, { charged }) => sum + Number(charged.minor), 0) };
  return (
    <Stack gap="md">
      <QuotedItems items={quote.items} />
      {!obstacle && <Price quote={quote} left={left.length} total={total} />}
      {quote.items.length > 1 && (
        // What was sent and lost must be sent again as it was, to be the same purchase.
        <ModeChoice mode={mode} onMode={setMode} isOff={isSending || isUnknown || refusal !== null} />
      )}
      {!obstacle && !isUnknown && (
        <>
          <WalletAfter total={total} />
          <HeldNote items={left} until={quote.expiresAt} />
        </>
      )}
      {obstacle && (
        <Hindrance
          refusal={obstacle}
          wish={wish}
          quotedIds={quote.items.map(({ listingId }) => listingId)}
          onWish={onWish}
          onRenew={onRenew}
          onClose={onCancel}
          onKnown={onKnown}
        />
      )}
      {!obstacle && (
        <>
          {refusal?.__typename !== 'Lost' && <RefusalNote refusal={refusal} />}
          {isUnknown ? (
            <Unknown quote={quote} isSending={isSending} onAsk={buy} />
          ) : (
            <ConfirmFoot
              quote={quote}
              left={left.length}
              total={total}
              mode={mode}
              isSending={isSending}
              onBuy={buy}
              onRenew={onRenew}
              onCancel={onCancel}
            />
          )}
        </>
      )}
      <span className="lb-visually-hidden" role="status">
        {isSending && t('buy.sending')}
      </span>
    </Stack>
  );
}

/** The price line by line, less what another buyer took meanwhile. */
function Price({ quote, left, total }: { quote: Quote; left: number; total: MoneyValue }) {
  const { t } = useTranslation('market');
  const less = { ...total, minor: Number(total.minor) - Number(quote.total.minor) };
  const out = { code: 'LEFT_OUT', label: t('buy.leftOut', { count: quote.items.length - left }), factor: null };
  const lines = left < quote.items.length ? [...quote.lines, { ...out, amount: less }] : quote.lines;
  return <PriceLadder lines={lines} total={total} />;
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
