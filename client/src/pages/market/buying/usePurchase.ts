import { useState } from 'react';
import { newKey, useVerb } from '../../../app/useVerb';
import { BuyDocument, type BuyMode, type QuoteInput } from '../../../generated/buying';
import type { Bought } from './PurchaseDialog';
import type { Quote } from './useQuote';
import { useFinding } from './useFinding';
import { useUnsettled } from './useUnsettled';

/** Answers after which the same purchase may be sent again. */
const TRY_AGAIN: readonly string[] = ['Lost', 'TurnedAway', 'Busy'];

interface PurchaseProps {
  quote: Quote;
  wish: QuoteInput;
  onSending(isSending: boolean): void;
  onBought(bought: Bought): void;
}

/** One purchase under one key, however often it is sent; what was sent before and never answered goes on as it was. */
export function usePurchase({ quote, wish, onSending, onBought }: PurchaseProps) {
  const { purchase, keep, settle } = useUnsettled();
  const [clientKey] = useState(() => purchase?.clientKey ?? newKey());
  const [mode, setMode] = useState<BuyMode>(purchase?.mode ?? 'ALL_OR_NOTHING');
  // A purchase is kept before it is sent; it is unknown only once no answer came.
  const [isUnknown, setIsUnknown] = useState(purchase !== null);
  const [isNotDone, setIsNotDone] = useState(false);
  const { send, isSending, refusal } = useVerb(BuyDocument, 'buy');
  const buy = async (): Promise<void> => {
    onSending(true);
    keep({ quote, wish, mode, clientKey });
    const outcome = await send({ input: { quoteId: quote.id, clientKey, mode } });
    // The same press came twice: the first one is still on its way.
    if (!outcome) return;
    onSending(false);
    const answer = outcome.refusal?.__typename ?? '';
    if (answer === 'Lost') {
      setIsUnknown(true);
      return;
    }
    settle();
    if (outcome.payload) onBought(outcome.payload);
  };
  const finding = useFinding(clientKey, (bought) => {
    settle();
    setIsUnknown(false);
    setIsNotDone(!bought);
    if (bought) onBought(bought);
  });
  const isFinal = refusal !== null && !TRY_AGAIN.includes(refusal.__typename);
  return {
    mode,
    setMode,
    buy: () => void buy(),
    isSending,
    /** True when it was sent and nobody knows yet whether it was done. */
    isUnknown,
    finding,
    /** True when it was sent, lost, and is known not to have bought anything. */
    isNotDone,
    /** Why it was not done, where the same press would meet the same. */
    hindrance: isFinal ? refusal : null,
    /** Why it was not done now. */
    refusal,
  };
}
