import { refundEntry, releaseEntry, usageEntry } from '../../campaigns';
import { type JournalEntry } from '../../ledger';
import { type ClickBatch } from '../model';

const refsOf = ({ _id, campaignId }: ClickBatch): Record<string, string> => ({ batchId: _id, campaignId });

/** A batch is billed. */
export const batchBilled = (batch: ClickBatch, at: Date): JournalEntry =>
  usageEntry(batch, { at, actor: 'system', refs: refsOf(batch) });

/** What is held of a batch is shared out. */
export const batchReleased = (batch: ClickBatch, at: Date, actor = 'system'): JournalEntry =>
  releaseEntry(batch, { at, actor, refs: refsOf(batch) });

/** Money of a batch goes back. */
export const batchRefunded = (
  batch: ClickBatch,
  amountMinor: bigint,
  { at, actor, disputeId }: { at: Date; actor: string; disputeId?: string },
): JournalEntry =>
  refundEntry(batch, amountMinor, { at, actor, refs: { ...refsOf(batch), ...(disputeId ? { disputeId } : {}) } });
