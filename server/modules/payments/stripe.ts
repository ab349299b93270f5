import Stripe from 'stripe';
import { config } from '../../config';
import { SECOND } from '../../platform/clock';
import { providerUnavailable } from './errors';
import { type CardRefundRow, type TopUpRow } from './model';
import { type CheckoutFacts, type PaymentFacts } from './rules';
import { standInClientOptions, standInSecrets } from './standIn/secrets';

const TIMEOUT_MS = 20 * SECOND;

let client: Stripe | undefined;

/** The provider's own library; without a key of Stripe the same library talks to our stand-in on this machine. */
function stripe(): Stripe {
  client ??= config.stripe
    ? new Stripe(config.stripe.secretKey, { maxNetworkRetries: 2, timeout: TIMEOUT_MS, telemetry: false })
    : new Stripe(standInSecrets().apiKey, {
        ...standInClientOptions(),
        maxNetworkRetries: 1,
        timeout: TIMEOUT_MS,
        telemetry: false,
      });
  return client;
}

/** A client belongs to a start of the process: the stand-in's port changes with it. */
export const forgetClient = (): void => {
  client = undefined;
};

/** Whether payments are real: a test key, and the stand-in, never are. */
export const isLiveMode = (): boolean => /^[sr]k_live_/.test(config.stripe?.secretKey ?? '');

const webhookSecret = (): string => config.stripe?.webhookSecret ?? standInSecrets().webhookSecret;

export interface OpenedCheckout {
  sessionId: string;
  url: string;
  expiresAt: Date;
}

/**
 * Opens a checkout page at the provider. The top-up's id is the idempotency key: sent again, it gives the same page.
 * Throws `PaymentProviderUnavailable` when no answer can be had.
 */
export async function openCheckout(topUp: TopUpRow): Promise<OpenedCheckout> {
  const metadata = { topUpId: topUp._id };
  const session = await answered(
    stripe().checkout.sessions.create(
      {
        mode: 'payment',
        client_reference_id: topUp._id,
        metadata,
        payment_intent_data: { metadata },
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: topUp.currency.toLowerCase(),
              unit_amount: Number(topUp.amountMinor),
              product_data: { name: 'Leadbourse wallet top-up' },
            },
          },
        ],
        success_url: returnAddress(topUp, 'paid'),
        cancel_url: returnAddress(topUp, 'cancelled'),
        expires_at: Math.floor(topUp.expiresAt.getTime() / SECOND),
      },
      { idempotencyKey: topUp._id },
    ),
  );
  if (!session.url) throw new Error('the provider opened a checkout without an address');
  return { sessionId: session.id, url: session.url, expiresAt: new Date(session.expires_at * SECOND) };
}

function returnAddress(topUp: TopUpRow, result: 'paid' | 'cancelled'): string {
  const address = new URL(topUp.returnUrl);
  address.searchParams.set('topUp', topUp._id);
  address.searchParams.set('result', result);
  return address.href;
}

/** Reads what a checkout has come to, from the provider's objects as they are now. */
export async function readCheckout(sessionId: string): Promise<CheckoutFacts> {
  const expand = ['payment_intent.latest_charge.balance_transaction'];
  const session = await answered(stripe().checkout.sessions.retrieve(sessionId, { expand }));
  const intent = session.payment_intent;
  return {
    sessionId: session.id,
    sessionStatus: (session.status ?? 'open') as CheckoutFacts['sessionStatus'],
    topUpId: session.client_reference_id,
    payment: intent && typeof intent !== 'string' ? paymentFacts(intent) : null,
  };
}

function paymentFacts(intent: Stripe.PaymentIntent): PaymentFacts {
  const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
  const settlement = typeof charge?.balance_transaction === 'string' ? null : charge?.balance_transaction;
  return {
    id: intent.id,
    status: intent.status,
    received: amountOf(intent.amount_received, intent.currency),
    isLive: intent.livemode,
    topUpId: intent.metadata['topUpId'] ?? null,
    fee: settlement ? amountOf(settlement.fee, settlement.currency) : null,
    card: charge?.payment_method_details?.card?.fingerprint ?? null,
  };
}

/** Not `money`: what a provider reports may be in a currency that we do not know, and must then fail to match. */
const amountOf = (minor: number, currency: string): { minor: bigint; currency: string } => ({
  minor: BigInt(minor),
  currency: currency.toUpperCase(),
});

export interface RefundFacts {
  id: string;
  status: string;
}

/**
 * Sends money of a top-up back to its card, or finds the order that was sent before: a key of the provider holds for 24
 * hours only, our id in the order's metadata for ever.
 */
export async function sendRefund(refund: CardRefundRow, paymentId: string): Promise<RefundFacts> {
  const known = await answered(stripe().refunds.list({ payment_intent: paymentId, limit: 100 }));
  const earlier = known.data.find(({ metadata }) => metadata?.['cardRefundId'] === refund._id);
  const order =
    earlier ??
    (await answered(
      stripe().refunds.create(
        {
          payment_intent: paymentId,
          amount: Number(refund.amountMinor),
          reason: 'requested_by_customer',
          metadata: { cardRefundId: refund._id, topUpId: refund.topUpId },
        },
        { idempotencyKey: refund._id },
      ),
    ));
  return { id: order.id, status: order.status ?? 'pending' };
}

/** How an order that the provider took stands now: one that succeeded may still fail days later. */
export async function readRefund(refundId: string): Promise<RefundFacts> {
  const { id, status } = await answered(stripe().refunds.retrieve(refundId));
  return { id, status: status ?? 'pending' };
}

/** True for an answer by which the provider refused a request for good: sending it again would change nothing. */
export const isFinalRefusal = (error: unknown): boolean => error instanceof Stripe.errors.StripeInvalidRequestError;

/** Turns silence of the provider into a refusal that can be repeated; a wrong request stays a fault of ours. */
async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const isSilence =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeAPIError ||
      error instanceof Stripe.errors.StripeRateLimitError;
    throw isSilence ? providerUnavailable() : error;
  }
}

/** How old or how far ahead a signature's time may be. Never 0: that would switch the check off. */
const TOLERANCE_SECONDS = 300;

/**
 * The event in a webhook's body when its signature holds for exactly these bytes and its time is near ours; null
 * otherwise. The library checks that it is not too old; that it is not from the future is checked here (S33).
 */
export function verifiedEvent(body: Buffer, signature: string, at: Date): Stripe.Event | null {
  try {
    const event = Stripe.webhooks.constructEvent(
      body,
      signature,
      webhookSecret(),
      TOLERANCE_SECONDS,
      undefined,
      at.getTime(),
    );
    const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
    return signedAt * SECOND <= at.getTime() + TOLERANCE_SECONDS * SECOND ? event : null;
  } catch {
    return null;
  }
}
