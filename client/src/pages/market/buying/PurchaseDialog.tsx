import { Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayloadOf } from '../../../app/useVerb';
import type { BuyMutation, QuoteInput } from '../../../generated/buying';
import { Dialog } from '../../../ui/Dialog';
import { Failure } from '../../../ui/Failure';
import { Confirm } from './Confirm';
import { Hindrance } from './Hindrance';
import { Result } from './Result';
import { useBackCloses } from './useBackCloses';
import { type Quote, useQuote } from './useQuote';
import { WaitingWish } from './WaitingWish';
import { type SentPurchase, useUnsettled } from './useUnsettled';

export type Bought = PayloadOf<BuyMutation['buy']>;

interface PurchaseDialogProps {
  wish: QuoteInput;
  onClose(): void;
  /** Told which listings are the buyer's now, or were, and which turned out not to be had. */
  onKnown(ownIds: readonly string[], goneIds: readonly string[]): void;
}

/**
 * A purchase from its quote over the confirmation to what became of each listing. While it is not known what became of
 * an earlier one, that one comes first, and what is wished for now waits.
 */
export default function PurchaseDialog({ wish: first, onClose, onKnown }: PurchaseDialogProps) {
  const { t } = useTranslation('market');
  const { purchase } = useUnsettled();
  const [earlier, setEarlier] = useState(purchase);
  const [wish, setWish] = useState(earlier?.wish ?? first);
  const [waiting, setWaiting] = useState(() => (earlier && !isPartOf(earlier, first) ? first : null));
  const { answer, error, renew } = useQuote(wish, earlier !== null);
  const quote = earlier?.quote ?? (answer?.__typename === 'QuotePayload' ? answer.quote : null);
  const [done, setDone] = useState<{ quote: Quote; bought: Bought } | null>(null);
  const [isSending, setIsSending] = useState(false);
  const finish = (quote: Quote, bought: Bought): void => {
    setDone({ quote, bought });
    const ownIds = bought.items.flatMap((item) => {
      if (item.__typename === 'SaleHeld') return [item.listingId];
      return item.__typename === 'AlreadyOwned' ? item.listingIds : [];
    });
    const gone = bought.items.filter((item) => item.__typename === 'LeadAlreadySold');
    onKnown(
      ownIds,
      gone.flatMap(({ listingIds }) => listingIds),
    );
  };
  const close = (): void => {
    if (!isSending) onClose();
  };
  useBackCloses(close);
  return (
    <Dialog opened size="lg" onClose={close} closeOnClickOutside={false} title={t(done ? 'result.title' : 'buy.title')}>
      {waiting && (
        <WaitingWish
          wish={waiting}
          isFirstOver={purchase === null}
          onGo={() => {
            setWaiting(null);
            setEarlier(null);
            setDone(null);
            setWish(waiting);
          }}
        />
      )}
      {done && <Result {...done} onClose={onClose} />}
      {!done && answer?.__typename === 'QuotePayload' && answer.ownList === 'LIMIT_REACHED' && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('buy.notCompared')}
        </Text>
      )}
      {!done && quote && (
        <Confirm
          key={quote.id}
          quote={quote}
          wish={wish}
          onWish={(next) => {
            setEarlier(null);
            setWish(next);
          }}
          onRenew={() => {
            setEarlier(null);
            renew();
          }}
          onCancel={onClose}
          onSending={setIsSending}
          onKnown={onKnown}
          onBought={(bought) => finish(quote, bought)}
        />
      )}
      {answer && answer.__typename !== 'QuotePayload' && (
        <Hindrance refusal={answer} wish={wish} onWish={setWish} onRenew={renew} onClose={onClose} onKnown={onKnown} />
      )}
      {error !== undefined && <Failure title={t('buy.noQuote')} error={error} onRetry={renew} />}
      {!done && !quote && !answer && error === undefined && <Waiting />}
    </Dialog>
  );
}

/** What is wished for is what was sent, or a part of it. */
function isPartOf({ quote, wish }: SentPurchase, { listingIds, lotId, best }: QuoteInput): boolean {
  if (best) return JSON.stringify(best) === JSON.stringify(wish.best);
  const sent = new Set(quote.items.map((item) => item.listingId));
  return (listingIds ?? [lotId]).every((id) => id && sent.has(id));
}

function Waiting() {
  return (
    <Stack aria-busy="true">
      <Skeleton height={48} />
      <Skeleton height={96} />
      <Skeleton height={40} />
    </Stack>
  );
}
