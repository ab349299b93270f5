import { accounts, type JournalEntry } from '../../ledger';
import { type ClickBatch } from '../model';

/**
 * The postings of a batch's life. Each key is made of the batch's id, so the journal itself refuses to bill or release a
 * batch a second time.
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

/** What is held becomes the agency's earning and the platform's fee. */
export const releaseEntry = (batch: ClickBatch, at: Date): JournalEntry => ({
  id: `rel:${batch._id}`,
  currency: batch.currency,
  legs: [
    { account: accounts.hold(batch.agencyId), amountMinor: -batch.grossMinor },
    { account: accounts.payable(batch.agencyId), amountMinor: batch.netMinor },
    { account: accounts.revenue(), amountMinor: batch.feeMinor },
  ],
  refs: refsOf(batch),
  actor: 'system',
  at,
});
