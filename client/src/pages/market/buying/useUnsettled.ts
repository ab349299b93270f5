import { useSessionStorage } from '@mantine/hooks';
import { useViewer } from '../../../app/session';
import type { BuyMode, QuoteInput } from '../../../generated/buying';
import type { Quote } from './useQuote';

/** A purchase as it was sent: sent again with the same key it is the same purchase, and is never done twice. */
export interface SentPurchase {
  quote: Quote;
  wish: QuoteInput;
  mode: BuyMode;
  clientKey: string;
}

export interface Unsettled {
  /** What was sent and has no answer yet; null when every purchase is known to be done or not. */
  purchase: SentPurchase | null;
  keep(purchase: SentPurchase): void;
  settle(): void;
}

/**
 * The purchase whose answer is not there. It is kept from before it is sent until it is answered, for this tab and this
 * organisation: neither a closed dialog nor a reload nor a new login makes another purchase of it.
 */
export function useUnsettled(): Unsettled {
  const [purchase, keep, settle] = useSessionStorage<SentPurchase | null>({
    key: `leadbourse.purchase.${useViewer().organisation.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return { purchase, keep, settle };
}
