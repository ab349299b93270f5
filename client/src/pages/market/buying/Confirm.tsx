import { Alert, Loader, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '../../../app/format';
import { useSession } from '../../../app/session';
import type { Refusal } from '../../../app/useVerb';
import type { BuyMode, QuoteInput } from '../../../generated/buying';
import { RefusalNote } from '../../../ui/Failure';
import { PriceLadder } from '../../../ui/PriceLadder';
import { ConfirmFoot } from './ConfirmFoot';
import { Hindrance } from './Hindrance';
import type { Bought } from './PurchaseDialog';
import styles from './Buying.module.css';
import { QuotedItems } from './QuotedItems';
import { NotDone, Unknown } from './Unknown';
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
  const purchase = usePurchase({ quote, wish, ...sending });
  const { mode, setMode, isSending, isUnknown, isNotDone, refusal, hindrance } = purchase;
  // What another buyer took meanwhile is told before the press, not after it.
  const taken = useTaken(quote.items, mode, isSending || isUnknown);
  const suspension = useSuspension(isSending || isUnknown);
  const obstacle = hindrance ?? suspension ?? taken.obstacle;
  const { left, isOvertaken } = taken;
  const total = { ...quote.total, minor: left.reduce((sum, { charged }) => sum + Number(charged.minor), 0) };
  return (
    <Stack gap="md" className={styles.confirm}>
      <QuotedItems items={quote.items} />
      {!obstacle && !isOvertaken && <Price quote={quote} left={left.length} total={total} />}
      {quote.items.length > 1 && (
        // What was sent and lost must be sent again as it was, to be the same purchase.
        <ModeChoice mode={mode} onMode={setMode} isOff={isSending || isUnknown || isNotDone || refusal !== null} />
      )}
      {/* However much is bought, what it costs and the way on are in sight. */}
      <Stack gap="sm" className={styles.foot}>
        {!obstacle && !isUnknown && !isOvertaken && (
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
            {isNotDone && <NotDone />}
            {isUnknown && <Unknown finding={purchase.finding} />}
            {isOvertaken && !isUnknown && <Overtaken />}
            {!isUnknown && !isOvertaken && (
              <ConfirmFoot
                quote={quote}
                left={left.length}
                total={total}
                mode={mode}
                isSending={isSending}
                onBuy={purchase.buy}
                onRenew={onRenew}
                onCancel={onCancel}
              />
            )}
          </>
        )}
      </Stack>
      <span className="lb-visually-hidden" role="status">
        {isSending && t('buy.sending')}
      </span>
    </Stack>
  );
}

/** Why nothing can be bought any more by somebody who could when the dialog opened. */
function useSuspension(isSent: boolean): Refusal | null {
  const { t } = useTranslation('market');
  const { may } = useSession();
  if (isSent || may('BUY_LEADS')) return null;
  return { __typename: 'Suspended', message: `${t('common:standing.suspended')} ${t('hindrance.nothingCharged')}` };
}

/** It was sold out while the press is on its way: the answer says to whom. */
function Overtaken() {
  const { t } = useTranslation('market');
  return (
    <Alert role="status" color="amber" variant="light" icon={<Loader size={18} color="amber" aria-hidden />}>
      {t('hindrance.overtaken')}
    </Alert>
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
