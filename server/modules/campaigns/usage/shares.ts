import { money, type Money } from '../../../platform/money';
import { sharesOf } from '../../market';
import { type Billed } from './entries';

/** What is left of a bill when an amount went back: fee and agency's part are worked out anew from the rest. */
export interface Rest {
  feeMinor: bigint;
  netMinor: bigint;
  refundedMinor: bigint;
  state: 'REFUNDED' | 'HELD';
}

/** Throws RangeError for an amount that is not more than 0 and at most what was paid. */
export function restAfter(billed: Pick<Billed, 'grossMinor' | 'currency'> & { feeBps: number }, amount: Money): Rest {
  const { grossMinor, currency, feeBps } = billed;
  if (amount.minor <= 0n || amount.minor > grossMinor)
    throw new RangeError('a refund is more than 0 and at most what was paid');
  const { fee, net } = sharesOf(money(grossMinor, currency), amount, feeBps);
  return {
    feeMinor: fee.minor,
    netMinor: net.minor,
    refundedMinor: amount.minor,
    state: amount.minor === grossMinor ? 'REFUNDED' : 'HELD',
  };
}
