import { accounts, type JournalEntry } from '../../ledger';

/** What a campaign is billed for as one, as far as its money goes: a batch of clicks, or a call. */
export interface Billed {
  _id: string;
  campaignId: string;
  businessId: string;
  agencyId: string;
  currency: string;
  grossMinor: bigint;
  /** The shares of what is not refunded. */
  feeMinor: bigint;
  netMinor: bigint;
}

/** Who did it, when, and what it says of what was billed. */
interface Act {
  at: Date;
  actor: string;
  refs: Record<string, string>;
}

/**
 * The postings of the life of what was billed. Each key is made of its id, so the journal itself refuses to bill, release
 * or refund a thing a second time. First: what was set aside for the campaign goes into the agency's hold.
 */
export const usageEntry = ({ _id, ...of }: Billed, act: Act): JournalEntry => ({
  id: `use:${_id}`,
  currency: of.currency,
  legs: [
    { account: accounts.reserved(of.businessId), amountMinor: -of.grossMinor },
    { account: accounts.hold(of.agencyId), amountMinor: of.grossMinor },
  ],
  ...act,
});

/** What is still held becomes the agency's earning and the platform's fee. */
export const releaseEntry = ({ _id, ...of }: Billed, act: Act): JournalEntry => ({
  id: `rel:${_id}`,
  currency: of.currency,
  legs: [
    { account: accounts.hold(of.agencyId), amountMinor: -(of.netMinor + of.feeMinor) },
    { account: accounts.payable(of.agencyId), amountMinor: of.netMinor },
    { account: accounts.revenue(), amountMinor: of.feeMinor },
  ],
  ...act,
});

/** Money of the hold goes back into the business's wallet: the agency's and the platform's part alike. */
export const refundEntry = ({ _id, ...of }: Billed, amountMinor: bigint, act: Act): JournalEntry => ({
  id: `ref:${_id}`,
  currency: of.currency,
  legs: [
    { account: accounts.hold(of.agencyId), amountMinor: -amountMinor },
    { account: accounts.wallet(of.businessId), amountMinor },
  ],
  ...act,
});
