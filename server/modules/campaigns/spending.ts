import { after, DAY } from '../../platform/clock';
import { formatMoney, MARKET_CURRENCY, money } from '../../platform/money';
import { addressesOf } from '../accounts';
import { requestMessage } from '../messages';
import { type Budget, BUDGETS, shareReached, type Spent } from './budgets';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
import { leastPriceOf } from './prices/leastPriceOf';

/** A campaign as the open transaction reads it, or as it is now; null where there is none. */
export async function campaignNow(id: string): Promise<Campaign | null> {
  const row = await Campaigns.findById(id).lean<CampaignRow>();
  return row ? campaignFrom(row) : null;
}

/**
 * Books what visits cost, in the open transaction: what is spent of the budgets, and of what is set aside so much as not
 * billed yet, and until when its visits are judged. Guarded by the count of such bookings, and by the collection's
 * validator, which refuses spending over any limit on its own. Budgets that are three quarters, nine tenths or all spent
 * are told to the business once. Throws when another booking came between.
 */
export async function bookSpending(
  campaign: Campaign,
  { spent, costMinor, judgedTo: last }: { spent: Spent; costMinor: bigint; judgedTo: Date },
  at: Date,
): Promise<Campaign> {
  const { _id, spendSeq } = campaign;
  // What was stored late was judged late: it is no way back.
  const judgedTo = campaign.judgedTo && campaign.judgedTo > last ? campaign.judgedTo : last;
  const warned = await tellOfBudgets({ ...campaign, spent }, at);
  const { matchedCount } = await Campaigns.updateOne(
    { _id, spendSeq },
    { $set: { spent, warned, judgedTo }, $inc: { unbilledMinor: costMinor, spendSeq: 1 } },
  );
  if (matchedCount === 0) throw new Error(`campaign ${_id} was spent from by another at the same moment`);
  return {
    ...campaign,
    spent,
    warned,
    judgedTo,
    unbilledMinor: campaign.unbilledMinor + costMinor,
    spendSeq: spendSeq + 1,
  };
}

/** Tells the business of each budget whose warning is due, in the open transaction. Answers with what was told so far. */
export async function tellOfBudgets(campaign: Campaign, at: Date): Promise<Campaign['warned']> {
  const due = warningsDue(campaign, await leastPriceIn(campaign, at));
  for (const warning of due) await warn(campaign, warning, at);
  return { ...campaign.warned, ...Object.fromEntries(due.map(({ budget, key }) => [budget, key])) };
}

/** Takes what was billed off what is set aside, in the open transaction. */
export async function takeBilled(campaignId: string, billedMinor: bigint): Promise<void> {
  const { matchedCount } = await Campaigns.updateOne(
    { _id: campaignId, unbilledMinor: { $gte: billedMinor } },
    { $inc: { reservedMinor: -billedMinor, unbilledMinor: -billedMinor, reserveSeq: 1 } },
  );
  if (matchedCount === 0) throw new Error(`campaign ${campaignId} has less spent than was billed`);
}

interface Warning {
  budget: Budget;
  share: number;
  spentMinor: bigint;
  limitMinor: bigint;
  /** Tells it from the warnings of other days, weeks and shares. */
  key: string;
}

/** What the next visitor costs at the least, where a budget leaves less than the highest price; 0 where any would fit. */
async function leastPriceIn(campaign: Campaign, at: Date): Promise<bigint> {
  const { spent, maxPriceMinor } = campaign;
  const lefts = [
    campaign.dayMinor - spent.dayMinor,
    campaign.weekMinor === null ? maxPriceMinor : campaign.weekMinor - spent.weekMinor,
    campaign.totalMinor === null ? maxPriceMinor : campaign.totalMinor - spent.totalMinor,
  ];
  if (lefts.every((left) => left >= maxPriceMinor)) return 0n;
  return (await leastPriceOf(campaign, at)) ?? 0n;
}

function warningsDue(campaign: Campaign, leastPriceMinor: bigint): Warning[] {
  const { spent, warned } = campaign;
  const of = {
    day: { limitMinor: campaign.dayMinor, spentMinor: spent.dayMinor, span: spent.day },
    week: { limitMinor: campaign.weekMinor, spentMinor: spent.weekMinor, span: spent.week },
    total: { limitMinor: campaign.totalMinor, spentMinor: spent.totalMinor, span: 'all' },
  };
  return BUDGETS.flatMap((budget) => {
    const { limitMinor, spentMinor, span } = of[budget];
    const share = shareReached(limitMinor, spentMinor, leastPriceMinor);
    if (share === null || limitMinor === null) return [];
    const key = `${span} ${share} of ${limitMinor}`;
    const last = warned[budget];
    // A limit that was raised is warned of anew; a share that was told is not told again for a lower one.
    const isTold =
      last === key ||
      (last?.startsWith(`${span} `) && Number(last.split(' ')[1]) >= share && last.endsWith(`of ${limitMinor}`));
    return isTold ? [] : [{ budget, share, spentMinor, limitMinor, key }];
  });
}

const SPAN = { day: 'of today', week: 'of this week', total: 'as a whole' } as const;

async function warn({ _id, businessId, name, model }: Campaign, warning: Warning, at: Date): Promise<void> {
  const { budget, share, spentMinor, limitMinor, key } = warning;
  const of = (minor: bigint): string => formatMoney(money(minor, MARKET_CURRENCY));
  const what = share === 100 ? 'is spent' : `is spent to ${share} percent`;
  const left = `What is left pays for no further ${model === 'CALL' ? 'call' : 'visitor'}.`;
  const text = [
    `The budget ${SPAN[budget]} of your campaign "${name}" ${what}: ${of(spentMinor)} of ${of(limitMinor)}.`,
    ...(share === 100 && spentMinor < limitMinor ? [left] : []),
    share === 100
      ? 'The campaign takes nobody more until the budget begins anew or is raised.'
      : 'Raise the budget if you want the campaign to go on after it.',
  ].join(' ');
  for (const { personId, email } of await addressesOf(businessId)) {
    await requestMessage({
      id: `budget_${_id}_${budget}_${key}_${personId}`.replaceAll(' ', '-'),
      channel: 'EMAIL',
      to: email,
      subject: `Budget ${SPAN[budget]} of "${name}": ${share === 100 ? 'spent' : `${share} percent spent`}`,
      text,
      expiresAt: after(at, DAY),
    });
  }
}
