import { accounts, type JournalEntry } from '../ledger';
import { MARKET_CURRENCY } from '../../platform/money';
import { type Campaign } from './model';

/** Money of the wallet is set aside for a campaign. Each time has its own number, so it is never posted twice. */
export const setAsideEntry = (campaign: Campaign, amountMinor: bigint, at: Date): JournalEntry =>
  entry('set', campaign, amountMinor, at);

/** What was set aside and not spent goes back into the wallet. */
export const setFreeEntry = (campaign: Campaign, amountMinor: bigint, at: Date): JournalEntry =>
  entry('free', campaign, -amountMinor, at);

const entry = (
  kind: 'set' | 'free',
  { _id, businessId, reserveSeq }: Campaign,
  amountMinor: bigint,
  at: Date,
): JournalEntry => ({
  id: `${kind}:${_id}:${reserveSeq + 1}`,
  currency: MARKET_CURRENCY,
  legs: [
    { account: accounts.wallet(businessId), amountMinor: -amountMinor },
    { account: accounts.reserved(businessId), amountMinor },
  ],
  refs: { campaignId: _id },
  actor: 'system',
  at,
});
