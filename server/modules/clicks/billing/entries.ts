import { accounts, type JournalEntry } from '../../ledger';
import { type ClickBatch } from '../model';

/**
 * The postings of a batch's life. Each key is made of the batch's id, so the journal itself refuses to bill, release or
 * refund a batch a second time.
 */
const refsOf = ({ _id, campaignId }: ClickBatch): Record<string, string> => ({ batchId: _id, campaignId });

/** What was set aside for the campaign goes into the agency's hold. */
export const usageEntry = (batch: ClickBatch, at: Date): JournalEntry => ({
  id: `use:${batch._id}`,
  currency: batch.currency,
  legs: [
    { account: accounts.reserved(batch.businessId), amountMinor: -batch.grossMinor },
    { account: accounts.hold(batch.agencyId), amountMinor: batch.grossMinor },
  ],
  refs: refsOf(batch),
  actor: 'system',
  at,
});

/** What is still held becomes the agency's earning and the platform's fee. */
export const releaseEntry = (batch: ClickBatch, at: Date, actor = 'system'): JournalEntry => ({
  id: `rel:${batch._id}`,
  currency: batch.currency,
  legs: [
    { account: accounts.hold(batch.agencyId), amountMinor: -(batch.netMinor + batch.feeMinor) },
    { account: accounts.payable(batch.agencyId), amountMinor: batch.netMinor },
    { account: accounts.revenue(), amountMinor: batch.feeMinor },
  ],
  refs: refsOf(batch),
  actor,
  at,
});

/** Money of the hold goes back into the business's wallet: the agency's and the platform's part alike. */
export const refundEntry = (
  batch: ClickBatch,
  amountMinor: bigint,
  { actor, at, disputeId }: { actor: string; at: Date; disputeId?: string },
): JournalEntry => ({
  id: `ref:${batch._id}`,
  currency: batch.currency,
  legs: [
    { account: accounts.hold(batch.agencyId), amountMinor: -amountMinor },
    { account: accounts.wallet(batch.businessId), amountMinor },
  ],
  refs: { ...refsOf(batch), ...(disputeId ? { disputeId } : {}) },
  actor,
  at,
});
