import { refundEntry, releaseEntry, usageEntry } from '../../campaigns';
import { type JournalEntry } from '../../ledger';
import { type Call } from '../model';

const refsOf = ({ _id, campaignId }: Call): Record<string, string> => ({ callId: _id, campaignId });

/** A call is billed. */
export const callBilled = (call: Call, at: Date): JournalEntry =>
  usageEntry(call, { at, actor: 'system', refs: refsOf(call) });

/** What is held of a call is shared out. */
export const callReleased = (call: Call, at: Date, actor = 'system'): JournalEntry =>
  releaseEntry(call, { at, actor, refs: refsOf(call) });

/** Money of a call goes back. */
export const callRefunded = (
  call: Call,
  amountMinor: bigint,
  { at, actor, disputeId }: { at: Date; actor: string; disputeId?: string },
): JournalEntry =>
  refundEntry(call, amountMinor, { at, actor, refs: { ...refsOf(call), ...(disputeId ? { disputeId } : {}) } });
