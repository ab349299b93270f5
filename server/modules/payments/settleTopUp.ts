import { now } from '../../platform/clock';
import { log } from '../../platform/log';
import { exponentOf, money, toMinor, type Money } from '../../platform/money';
import { emit } from '../../platform/outbox';
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
  if (state === 'MISMATCH')
    log.error({ topUpId, sessionId }, 'a payment came in that is not what was asked for; it is not credited');
  if (state !== null) await moveTopUp(topUp, state, facts);
}

export const amountOf = (row: { amountMinor: bigint | number; currency: string }): Money =>
  money(toMinor(row.amountMinor), row.currency);

async function moveTopUp(topUp: TopUpRow, state: TopUpState, { sessionId, payment }: CheckoutFacts): Promise<void> {
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
        ...(state === 'MISMATCH' && payment ? { paymentId: payment.id } : {}),
      },
    },
  );
}

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
  const entries = [topUpEntry(topUp, payment, at)];
  try {
    await inTransaction(async () => {
      const { matchedCount } = await TopUps.updateOne(
        { _id: topUp._id, state: { $in: statesBefore('SUCCEEDED') } },
        { $set: { ...succeeded(payment, at), refundableMinor: toMinor(topUp.amountMinor) } },
      );
      if (matchedCount === 0) return;
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

function topUpEntry(topUp: TopUpRow, payment: PaymentFacts, at: Date): JournalEntry {
  const { minor, currency } = payment.received;
  return {
    id: `top:${payment.id}`,
    currency,
    legs: [
      { account: accounts.clearing('stripe'), amountMinor: -minor },
      { account: accounts.wallet(topUp.organisationId), amountMinor: minor },
    ],
    refs: refsOf(topUp, payment.id),
    actor: topUp.startedBy,
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
