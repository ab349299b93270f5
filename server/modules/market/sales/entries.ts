import { accounts, type JournalEntry } from '../../ledger';
import { type Sale } from './model';

/**
 * The postings of a sale's life. Each key is made of the sale's id, so the journal itself refuses to charge, release or
 * refund a sale a second time.
 */
const refsOf = ({ _id, leadId, listingId, purchaseId }: Sale): Record<string, string> => ({
  saleId: _id,
  leadId,
  listingId,
  purchaseId,
});

/** The buyer's money goes into the agency's hold. */
export const purchaseEntry = (sale: Sale, actor: string): JournalEntry => ({
  id: `pur:${sale._id}`,
  currency: sale.currency,
  legs: [
    { account: accounts.wallet(sale.buyerId), amountMinor: -sale.grossMinor },
    { account: accounts.hold(sale.agencyId), amountMinor: sale.grossMinor },
  ],
  refs: refsOf(sale),
  actor,
  at: sale.heldAt,
});

/** What is still held becomes the agency's earning and the platform's fee. */
export const releaseEntry = (sale: Sale, actor: string, at: Date): JournalEntry => ({
  id: `rel:${sale._id}`,
  currency: sale.currency,
  legs: [
    { account: accounts.hold(sale.agencyId), amountMinor: -(sale.netMinor + sale.feeMinor) },
    { account: accounts.payable(sale.agencyId), amountMinor: sale.netMinor },
    { account: accounts.revenue(), amountMinor: sale.feeMinor },
  ],
  refs: refsOf(sale),
  actor,
  at,
});

/** Money of the hold goes back into the buyer's wallet: the agency's and the platform's part alike. */
export const refundEntry = (
  sale: Sale,
  amountMinor: bigint,
  { actor, at, disputeId }: { actor: string; at: Date; disputeId?: string },
): JournalEntry => ({
  id: `ref:${sale._id}`,
  currency: sale.currency,
  legs: [
    { account: accounts.hold(sale.agencyId), amountMinor: -amountMinor },
    { account: accounts.wallet(sale.buyerId), amountMinor },
  ],
  refs: { ...refsOf(sale), ...(disputeId ? { disputeId } : {}) },
  actor,
  at,
});
