import { now, SECOND } from '../../../platform/clock';
import { newSecret } from '../../../platform/seal';
import { type ProviderObject } from './model';

/** The provider's ids look like `pi_…`; those of the stand-in say that they are its own. */
const providerId = (prefix: string): string => `${prefix}_standin${newSecret().replace(/[-_]/g, 'x')}`;

export const seconds = (at: Date): number => Math.floor(at.getTime() / SECOND);

interface Made extends ProviderObject {
  created: number;
  livemode: boolean;
}

const made = (prefix: string, object: string): Made => ({
  id: providerId(prefix),
  object,
  created: seconds(now()),
  livemode: false,
});

/** A checkout session, the part of it that a payment by address needs. */
export interface Session extends Made {
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  success_url: string;
  cancel_url: string | null;
  expires_at: number;
  url: string | null;
  /** What the session will give its payment; the real provider keeps it out of sight. */
  payment_metadata: Record<string, string>;
}

/** What a caller decides of a session. */
export type SessionWish = Pick<
  Session,
  | 'amount_total'
  | 'currency'
  | 'client_reference_id'
  | 'metadata'
  | 'payment_metadata'
  | 'success_url'
  | 'cancel_url'
  | 'expires_at'
>;

export function newSession(wish: SessionWish, pageAt: string): Session {
  const base = made('cs_test', 'checkout.session');
  return {
    ...base,
    ...wish,
    mode: 'payment',
    ui_mode: 'hosted_page',
    amount_subtotal: wish.amount_total,
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    url: `${pageAt}/${base.id}`,
  };
}

/** A payment of a session, before any money came. */
export function newPayment(session: Session): ProviderObject {
  return {
    ...made('pi', 'payment_intent'),
    amount: session.amount_total,
    amount_received: 0,
    currency: session.currency,
    status: 'requires_payment_method',
    latest_charge: null,
    metadata: session.payment_metadata,
  };
}

export function newCharge(
  payment: ProviderObject,
  settlement: ProviderObject,
  fingerprint: string | null,
): ProviderObject {
  return {
    ...made('ch', 'charge'),
    amount: payment['amount'],
    amount_refunded: 0,
    currency: payment['currency'],
    paid: true,
    refunded: false,
    disputed: false,
    status: 'succeeded',
    payment_intent: payment.id,
    balance_transaction: settlement.id,
    payment_method_details: fingerprint === null ? null : { type: 'card', card: { fingerprint } },
    metadata: payment['metadata'],
  };
}

/** What the provider keeps of a card payment in the United States: 2.9 % and 30 cents. */
const feeFor = (amount: number): number => Math.round(amount * 0.029) + 30;

export function newSettlement(payment: ProviderObject): ProviderObject {
  const amount = Number(payment['amount']);
  const fee = feeFor(amount);
  return {
    ...made('txn', 'balance_transaction'),
    amount,
    currency: payment['currency'],
    fee,
    net: amount - fee,
    type: 'charge',
    status: 'pending',
  };
}

export function newRefund(charge: ProviderObject, amount: number, metadata: Record<string, string>): ProviderObject {
  return {
    ...made('re', 'refund'),
    amount,
    currency: charge['currency'],
    charge: charge.id,
    payment_intent: charge['payment_intent'],
    reason: 'requested_by_customer',
    status: 'succeeded',
    metadata,
  };
}

export function newEvent(type: string, object: ProviderObject): ProviderObject {
  return {
    ...made('evt', 'event'),
    api_version: null,
    type,
    data: { object },
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
  };
}
