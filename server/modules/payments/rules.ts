import { DAY, MINUTE } from '../../platform/clock';
import { type Money, money, MARKET_CURRENCY } from '../../platform/money';

/** Settings of top-ups. All chosen by us; shown to businesses through `topUpLimits`. */
export const TOP_UP_LIMITS = {
  smallest: money(10_00n, MARKET_CURRENCY),
  largest: money(10_000_00n, MARKET_CURRENCY),
  /** All that a business paid, or opened a checkout for that may still be paid, within 24 hours. */
  perDay: money(25_000_00n, MARKET_CURRENCY),
  /** Checkouts that a business may open in an hour. */
  startsPerHour: 30,
} as const;

/** How long a checkout can be paid. The provider takes 30 minutes to 24 hours. */
export const CHECKOUT_MS = 60 * MINUTE;

/** The shortest checkout that the provider opens, and a minute for the way there. */
export const SHORTEST_CHECKOUT_MS = 31 * MINUTE;

/** How long after it came in a top-up can go back to its card. */
export const REFUND_MS = 90 * DAY;

/** How long a refund that was sent to its card may come back: banks take their time. It is looked at once a day. */
export const SENT_REFUND_MS = 30 * DAY;

/**
 * CREATED: a checkout is or will be open. PROCESSING: the payer is done, the money is on its way. MISMATCH: money came
 * in that is not what was asked for; it lies in suspense, nothing is credited and a person looks. The rest says itself.
 */
export const TOP_UP_STATES = ['CREATED', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'MISMATCH'] as const;
export type TopUpState = (typeof TOP_UP_STATES)[number];

/** Every move that a top-up can make; money that comes in late still counts. All others are refused without a write. */
const TOP_UP_MOVES: Readonly<Record<TopUpState, readonly TopUpState[]>> = {
  CREATED: ['PROCESSING', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'MISMATCH'],
  PROCESSING: ['SUCCEEDED', 'FAILED', 'MISMATCH'],
  EXPIRED: ['PROCESSING', 'SUCCEEDED', 'FAILED', 'MISMATCH'],
  FAILED: ['SUCCEEDED', 'MISMATCH'],
  MISMATCH: ['SUCCEEDED'],
  SUCCEEDED: [],
};

/** The states from which a top-up can come to `to`: the guard of the update. */
export const statesBefore = (to: TopUpState): TopUpState[] =>
  TOP_UP_STATES.filter((from) => TOP_UP_MOVES[from].includes(to));

/** A state in which nothing more is expected by itself; an event may still bring news. */
export const isSettled = (state: TopUpState): boolean => state !== 'CREATED' && state !== 'PROCESSING';

/** What the provider's objects say of a checkout now. */
export interface CheckoutFacts {
  sessionId: string;
  sessionStatus: 'open' | 'complete' | 'expired';
  /** The id that we gave the checkout when it was opened. */
  topUpId: string | null;
  payment: PaymentFacts | null;
}

/** What the provider says of the payment itself. */
export interface PaymentFacts {
  id: string;
  status: string;
  received: Money;
  isLive: boolean;
  topUpId: string | null;
  /** What the provider keeps; null while it has not said. */
  fee: Money | null;
  /** The provider's mark of the card, the same for whoever pays with it; null where it was paid otherwise. */
  card: string | null;
}

/** What we asked for, to compare with what came in (S34). */
export interface ExpectedPayment {
  topUpId: string;
  amount: Money;
  isLive: boolean;
}

/** Whether a payment is exactly what was asked for: amount, currency, mode and both of our ids. */
function isAsExpected(facts: CheckoutFacts, payment: PaymentFacts, expected: ExpectedPayment): boolean {
  return (
    payment.received.minor === expected.amount.minor &&
    payment.received.currency === expected.amount.currency &&
    payment.isLive === expected.isLive &&
    payment.topUpId === expected.topUpId &&
    facts.topUpId === expected.topUpId
  );
}

/**
 * The state that the provider's facts stand for, whatever events led to them and in whatever order; null when they say
 * nothing yet (an open checkout, a declined attempt that may be repeated).
 */
export function stateByFacts(facts: CheckoutFacts, expected: ExpectedPayment): TopUpState | null {
  const { payment, sessionStatus } = facts;
  if (payment?.status === 'succeeded') return isAsExpected(facts, payment, expected) ? 'SUCCEEDED' : 'MISMATCH';
  if (payment?.status === 'processing') return 'PROCESSING';
  if (sessionStatus === 'expired') return 'EXPIRED';
  if (sessionStatus === 'complete') return 'FAILED';
  return null;
}

/** When to ask the provider next if no event comes: after a quarter of the top-up's age, 10 minutes to 6 hours. */
export function nextLookAt(createdAt: Date, at: Date): Date {
  const wait = Math.min(Math.max((at.getTime() - createdAt.getTime()) / 4, 10 * MINUTE), DAY / 4);
  return new Date(at.getTime() + wait);
}
