import { now } from '../../platform/clock';
import { log } from '../../platform/log';
import { exponentOf, money, toMinor, type Money } from '../../platform/money';
import { emit } from '../../platform/outbox';
import { keyedHash } from '../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { accounts, type JournalEntry, moveWallets, recordEntries } from '../ledger';
import { TopUps, type TopUpRow } from './model';
import {
  type CheckoutFacts,
  isSettled,
  nextLookAt,
  type PaymentFacts,
  stateByFacts,
  statesBefore,
  type TopUpState,
} from './rules';
import { isLiveMode, readCheckout } from './stripe';

/**
 * Brings a top-up to where the provider says it is. Every event and the reconciler end here: the provider's objects are
 * read anew and compared with what we asked for, so neither the order nor the number of events matters. Does nothing
 * for a checkout that was never opened.
 */
export async function settleTopUp(topUpId: string, knownSessionId: string | null = null): Promise<void> {
  const topUp = await TopUps.findById(topUpId).lean<TopUpRow>();
  const sessionId = topUp?.sessionId ?? knownSessionId;
  if (!topUp || sessionId === null) return;
  const facts = await readCheckout(sessionId);
  const state = stateByFacts(facts, { topUpId, amount: amountOf(topUp), isLive: isLiveMode() });
  if (state === 'SUCCEEDED' && facts.payment) return credit(topUp, facts.payment);
  if (state === 'MISMATCH' && facts.payment) return suspend(topUp, facts.payment, facts);
  if (state !== null) await moveTopUp(topUp, state, facts);
}

export const amountOf = (row: { amountMinor: bigint | number; currency: string }): Money =>
  money(toMinor(row.amountMinor), row.currency);

async function moveTopUp(topUp: TopUpRow, state: TopUpState, { sessionId }: CheckoutFacts): Promise<void> {
  const at = now();
  const settled = isSettled(state);
  await TopUps.updateOne(
    { _id: topUp._id, state: { $in: statesBefore(state) } },
    {
      $set: {
        state,
        sessionId,
        isOpen: !settled,
        lookAt: nextLookAt(topUp.createdAt, at),
        settledAt: settled ? at : null,
      },
    },
  );
}

/**
 * Books money that is not what was asked for into suspense, once: it came in, it is nobody's yet, and finance sees it
 * there. What is no money (a payment of another mode), is another top-up's, or is in a currency that we do not know, is
 * only told.
 */
async function suspend(topUp: TopUpRow, payment: PaymentFacts, { sessionId }: CheckoutFacts): Promise<void> {
  log.error({ topUpId: topUp._id, sessionId }, 'a payment came in that is not what was asked for; it is not credited');
  const isBooked = isMoneyOf(topUp, payment);
  const at = now();
  const suspended = { suspendedMinor: payment.received.minor, suspendedCurrency: payment.received.currency };
  const settled = { sessionId, paymentId: payment.id, isOpen: false, settledAt: at };
  await inTransaction(async () => {
    const { matchedCount } = await TopUps.updateOne(
      { _id: topUp._id, state: { $in: statesBefore('MISMATCH') } },
      { $set: { state: 'MISMATCH', ...settled, ...(isBooked ? suspended : {}) } },
    );
    if (matchedCount === 1 && isBooked) await recordEntries([mismatchEntry(topUp, payment, at)]);
  });
  if (isBooked) await bookFee(topUp, payment);
}

const isMoneyOf = (topUp: TopUpRow, { topUpId, isLive, received }: PaymentFacts): boolean =>
  (topUpId === null || topUpId === topUp._id) &&
  isLive === isLiveMode() &&
  received.minor > 0n &&
  isKnown(received.currency);

/**
 * Puts the money into the wallet, once: the journal's key is the payment's id, so a payment cannot be credited twice
 * even if every other guard failed. The provider's fee is the platform's expense and is booked apart, so that nothing
 * about it can keep the money from its buyer.
 */
async function credit(topUp: TopUpRow, payment: PaymentFacts): Promise<void> {
  if (topUp.state !== 'SUCCEEDED') await creditOnce(topUp, payment);
  await bookFee(topUp, payment);
}

async function creditOnce(topUp: TopUpRow, payment: PaymentFacts): Promise<void> {
  const at = now();
  try {
    await inTransaction(async () => {
      const before = await TopUps.findOneAndUpdate(
        { _id: topUp._id, state: { $in: statesBefore('SUCCEEDED') } },
        {
          $set: { ...succeeded(payment, at), refundableMinor: toMinor(topUp.amountMinor) },
          $unset: { suspendedMinor: 1, suspendedCurrency: 1 },
        },
      ).lean<TopUpRow>();
      if (!before) return;
      const entries = [topUpEntry(before, payment, at)];
      await recordEntries(entries);
      await emit('topUp.succeeded', topUp._id, {
        topUpId: topUp._id,
        organisationId: topUp.organisationId,
        amountMinor: String(topUp.amountMinor),
        currency: topUp.currency,
      });
      await moveWallets(entries);
    });
  } catch (error) {
    // Another event of the same payment came first.
    if (duplicateKeyOf(error) === null) throw error;
  }
}

const succeeded = (payment: PaymentFacts, at: Date) => ({
  state: 'SUCCEEDED' as const,
  paymentId: payment.id,
  settledAt: at,
  ...(payment.card === null ? {} : { cardHash: keyedHash('card', payment.card) }),
  // Until the fee is booked, too.
  isOpen: true,
});

/** Books the provider's fee, once. While it is not named, or its currency is unknown to us, it waits for the next look. */
async function bookFee(topUp: TopUpRow, payment: PaymentFacts): Promise<void> {
  const { fee } = payment;
  if (topUp.feeMinor !== null || fee === null) return;
  if (!isKnown(fee.currency)) {
    log.error({ topUpId: topUp._id, currency: fee.currency }, 'the fee of a payment is in a currency we do not know');
    return;
  }
  const entries = feeEntries(topUp, payment.id, fee);
  try {
    await inTransaction(async () => {
      await recordEntries(entries);
      await TopUps.updateOne({ _id: topUp._id }, { $set: { feeMinor: fee.minor, isOpen: false } });
    });
  } catch (error) {
    if (duplicateKeyOf(error) === null) throw error;
  }
}

function isKnown(currency: string): boolean {
  try {
    exponentOf(currency);
    return true;
  } catch {
    return false;
  }
}

const refsOf = (topUp: TopUpRow, paymentId: string) => ({ topUpId: topUp._id, paymentId });

/** What came in and lay in suspense, for a mistake that the provider has set right, comes from there. */
function topUpEntry(topUp: TopUpRow, payment: PaymentFacts, at: Date): JournalEntry {
  const { minor, currency } = payment.received;
  const suspended = toMinor(topUp.suspendedMinor);
  if (suspended > 0n && topUp.suspendedCurrency !== currency)
    throw new Error(`${topUp._id} has money of another currency in suspense`);
  return {
    id: `top:${payment.id}`,
    currency,
    legs: [
      { account: accounts.clearing('stripe'), amountMinor: suspended - minor },
      { account: accounts.suspense('stripe'), amountMinor: -suspended },
      { account: accounts.wallet(topUp.organisationId), amountMinor: minor },
    ],
    refs: refsOf(topUp, payment.id),
    actor: topUp.startedBy,
    at,
  };
}

function mismatchEntry(topUp: TopUpRow, { id, received }: PaymentFacts, at: Date): JournalEntry {
  return {
    id: `mis:${id}`,
    currency: received.currency,
    legs: [
      { account: accounts.clearing('stripe'), amountMinor: -received.minor },
      { account: accounts.suspense('stripe'), amountMinor: received.minor },
    ],
    refs: refsOf(topUp, id),
    actor: 'system',
    at,
  };
}

function feeEntries(topUp: TopUpRow, paymentId: string, { minor, currency }: Money): JournalEntry[] {
  if (minor === 0n) return [];
  return [
    {
      id: `fee:${paymentId}`,
      currency,
      legs: [
        { account: accounts.expense('stripe'), amountMinor: -minor },
        { account: accounts.clearing('stripe'), amountMinor: minor },
      ],
      refs: refsOf(topUp, paymentId),
      actor: 'system',
      at: now(),
    },
  ];
}
