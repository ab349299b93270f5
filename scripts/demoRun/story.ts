import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from '../api/marketClient';
import { ledgerOf } from './ledger';

/** Who plays it, how a step is told, and how time passes where the market is the demo's own. */
export interface Story {
  agency: Caller;
  agencyId: string;
  buyer: Caller;
  buyerId: string;
  admin: Caller;
  tell(title: string, ...lines: string[]): void;
  /** Null on a market that others use too: there the hour takes an hour. */
  passHours: ((hours: number) => void) | null;
}

const WAIT_MS = 60_000;

export const usd = (dollars: number): object => ({ minor: dollars * 100, currency: 'USD' });

/** A campaign of the business that is paid per visitor or per call and takes the agency; with what a visitor or call costs. */
export async function begin(
  { agency, buyer, tell }: Story,
  terms: { dayBudget: object },
  told: { start: string; limits: string; note: string },
): Promise<{ campaignId: string; price: string }> {
  const { campaign } = await buyer.mutate<{ campaign: { id: string; reserved: { text: string } } }>(
    'startCampaign',
    { terms, agreedPerDay: terms.dayBudget, clientKey: randomUUID() },
    'campaign { id reserved { text } }',
  );
  tell(told.start, `${told.limits}; ${campaign.reserved.text} of the wallet is set aside`);
  const { application } = await agency.mutate<{ application: { id: string } }>(
    'applyToCampaign',
    { campaignId: campaign.id, note: told.note },
    'application { id }',
  );
  const approved = await buyer.mutate<{ application: { prices: { price: { text: string } }[] } }>(
    'approveApplication',
    { id: application.id },
    'application { prices { price { text } } }',
  );
  return { campaignId: campaign.id, price: approved.application.prices[0]?.price.text ?? '-' };
}

/** What is claimed, and why. */
export interface Claim {
  saleId?: string;
  clickBatchId?: string;
  callId?: string;
  reason: string;
  count?: number;
  text: string;
}

interface Dispute {
  state: string;
  amounts: { claimed: { text: string }; refunded: { text: string } };
  evidence: { text: string }[];
}

/** The business claims, the agency answers, an admin decides for the business: all that is claimed goes back, or a share. */
export async function disputeAndDecide(
  { agency, buyer, admin, tell }: Pick<Story, 'agency' | 'buyer' | 'admin' | 'tell'>,
  claim: Claim,
  answer: string,
  { what = '', refund = {} }: { what?: string; refund?: { refund?: { shareBps: number } } } = {},
): Promise<void> {
  const opened = await buyer.mutate<{ dispute: { id: string } }>(
    'openDispute',
    { ...claim, clientKey: randomUUID() },
    'dispute { id }',
  );
  const disputeId = opened.dispute.id;
  await agency.mutate('answerDispute', { disputeId, text: answer, clientKey: randomUUID() });
  const note = 'The evidence supports the buyer.';
  const { dispute } = await admin.mutate<{ dispute: Dispute }>(
    'decideDispute',
    { disputeId, outcome: 'ACCEPTED', ...refund, note, clientKey: randomUUID() },
    'dispute { state amounts { claimed { text } refunded { text } } evidence { text } }',
  );
  tell(
    `The business disputes ${what}(${claim.reason}), the agency answers, an admin decides`,
    ...dispute.evidence.map(({ text: found }) => `found by the platform: ${found}`),
    `${dispute.state}, refunded ${dispute.amounts.refunded.text} of ${dispute.amounts.claimed.text} claimed`,
  );
}

/** All that happened in the wallet of the business, and what is told of these bills. */
export async function showLedger(
  { admin, agencyId, buyerId, tell }: Story,
  title: string,
  bills: readonly string[],
): Promise<void> {
  const names = { [agencyId]: 'agency', [buyerId]: 'buyer' };
  const ledger = await ledgerOf(admin, { walletOf: buyerId, saleIds: bills }, names);
  tell(title, ...ledger.split('\n'));
}

export async function waitFor<T>(look: () => Promise<T | null>): Promise<T> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(250)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(`It did not happen within ${WAIT_MS / 1000} s`);
}
