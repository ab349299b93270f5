import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Why somebody came to the wallet by a link. */
interface Arrival {
  /** An amount to top up, as typed, where a link of ours names one. */
  amount?: string;
  /** The top-up whose checkout the payer comes back from. */
  topUpId?: string;
  wasCancelled: boolean;
}

/** Where a purchase waits for the money, as a link of ours names it; an address outside of these pages is none. */
export function useWayBack(): string | null {
  const [params] = useSearchParams();
  const back = params.get('back') ?? '';
  return /^\/(?![/\\])/.test(back) ? back : null;
}

/** What the address says of why one is here: an amount to top up, or the way back from the checkout. */
function arrivalOf(params: URLSearchParams): Arrival | null {
  const topUp = params.get('topUp');
  if (!topUp) return null;
  if (/^\d{1,9}(\.\d+)?$/.test(topUp)) return { amount: topUp, wasCancelled: false };
  return { topUpId: topUp, wasCancelled: params.get('result') === 'cancelled' };
}

/** Reads it once and cleans the address, so that a reload or a shared link does not say it again. */
export function useArrival(): Arrival | null {
  const [params, setParams] = useSearchParams();
  const [arrival] = useState(() => arrivalOf(params));
  const isToClean = params.has('topUp') || params.has('result');
  useEffect(() => {
    if (!isToClean) return;
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('topUp');
        next.delete('result');
        return next;
      },
      { replace: true },
    );
  }, [isToClean, setParams]);
  return arrival;
}
