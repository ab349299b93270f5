import { accounts, type JournalEntry } from '../../ledger';
import { type Call } from '../model';

/**
 * The postings of a billed call. Each key is made of the call's id, which follows from the provider's, so the journal itself
 * refuses to bill, release or refund a call a second time.
 */
const refsOf = ({ _id, campaignId }: Call): Record<string, string> => ({ callId: _id, campaignId });

/** What was set aside for the campaign goes into the agency's hold. */
export const usageEntry = (call: Call, at: Date): JournalEntry => ({
  id: `use:${call._id}`,
  currency: call.currency,
  legs: [
    { account: accounts.reserved(call.businessId), amountMinor: -call.grossMinor },
    { account: accounts.hold(call.agencyId), amountMinor: call.grossMinor },
  ],
  refs: refsOf(call),
  actor: 'system',
  at,
});

/** What is still held becomes the agency's earning and the platform's fee. */
export const releaseEntry = (call: Call, at: Date, actor = 'system'): JournalEntry => ({
  id: `rel:${call._id}`,
  currency: call.currency,
  legs: [
    { account: accounts.hold(call.agencyId), amountMinor: -(call.netMinor + call.feeMinor) },
    { account: accounts.payable(call.agencyId), amountMinor: call.netMinor },
    { account: accounts.revenue(), amountMinor: call.feeMinor },
  ],
  refs: refsOf(call),
  actor,
  at,
});

/** Money of the hold goes back into the business's wallet: the agency's and the platform's part alike. */
export const refundEntry = (
  call: Call,
  amountMinor: bigint,
  { actor, at, disputeId }: { actor: string; at: Date; disputeId?: string },
): JournalEntry => ({
  id: `ref:${call._id}`,
  currency: call.currency,
  legs: [
    { account: accounts.hold(call.agencyId), amountMinor: -amountMinor },
    { account: accounts.wallet(call.businessId), amountMinor },
  ],
  refs: { ...refsOf(call), ...(disputeId ? { disputeId } : {}) },
  actor,
  at,
});
