import { type Invariant } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type Campaign, forEachCampaign } from '../campaigns';
import { entriesAbout, sameness } from '../ledger';
import { batchRefunded, batchReleased, batchBilled } from './billing/entries';
import { batchFrom, type ClickBatch, ClickBatches, type ClickBatchRow, Clicks } from './model';
import { provableFrom, replay } from './replay/replay';

const MOST_SHOWN = 20;

type Sum = { _id: string | null; billed: number; total: bigint | number };

const allBatches = (): AsyncIterable<ClickBatchRow> =>
  ClickBatches.find().lean<ClickBatchRow>().cursor() as AsyncIterable<ClickBatchRow>;

/** Every batch whose clicks are all kept against those that name it, and every billed click against its batch. */
async function wrongBatches(): Promise<string[]> {
  const rows = await Clicks.aggregate<Sum>([
    { $match: { verdict: 'VALID' } },
    { $group: { _id: '$batchId', billed: { $sum: 1 }, total: { $sum: '$priceMinor' } } },
  ]);
  const sums = new Map(rows.map((row) => [row._id ?? '', row]));
  const violations: string[] = [];
  const provable = provableFrom();
  for await (const row of allBatches()) {
    const { _id, from, billed, grossMinor } = batchFrom(row);
    const sum = sums.get(_id);
    sums.delete(_id);
    if (from < provable) continue;
    if (billed !== (sum?.billed ?? 0) || grossMinor !== toMinor(sum?.total))
      violations.push(
        `${_id} says ${billed} clicks for ${grossMinor}, its clicks ${sum?.billed ?? 0} for ${sum?.total ?? 0}`,
      );
  }
  return [
    ...violations,
    ...[...sums.keys()].map((id) => `clicks were billed in ${id || 'no batch'}, which does not exist`),
  ];
}

const demanded = (batch: ClickBatch): string[] => {
  const at = batch.from;
  if (batch.state === 'OPEN' || batch.state === 'EMPTY') return [];
  const refund = batch.refundedMinor > 0n ? [batchRefunded(batch, batch.refundedMinor, { actor: '', at })] : [];
  const release = batch.state === 'RELEASED' ? [batchReleased(batch, at)] : [];
  return [batchBilled(batch, at), ...refund, ...release].map(sameness).sort();
};

async function wrongJournals(): Promise<string[]> {
  const violations: string[] = [];
  for await (const row of allBatches()) {
    const batch = batchFrom(row);
    const found = (await entriesAbout(batch._id)).map(sameness).sort().join('; ');
    const wanted = demanded(batch).join('; ');
    if (found !== wanted)
      violations.push(`${batch._id} is ${batch.state}: the journal has [${found}], not [${wanted}]`);
  }
  return violations;
}

/** What a campaign says that it spent and has not been billed against its batches. */
async function wrongSpending(): Promise<string[]> {
  const rows = await ClickBatches.aggregate<{ _id: string; open: bigint | number; total: bigint | number }>([
    {
      $group: {
        _id: '$campaignId',
        open: { $sum: { $cond: [{ $eq: ['$state', 'OPEN'] }, '$grossMinor', 0] } },
        total: { $sum: '$grossMinor' },
      },
    },
  ]);
  const sums = new Map(rows.map((row) => [row._id, row]));
  const violations: string[] = [];
  await forEachCampaign((campaign: Campaign) => {
    if (campaign.model !== 'CLICK') return;
    const sum = sums.get(campaign._id);
    const [open, total] = [toMinor(sum?.open), toMinor(sum?.total)];
    if (campaign.unbilledMinor !== open)
      violations.push(`${campaign._id} says ${campaign.unbilledMinor} not billed, its batches ${open}`);
    if (campaign.spent.totalMinor !== total)
      violations.push(`${campaign._id} says ${campaign.spent.totalMinor} spent, its batches ${total}`);
  });
  return violations;
}

async function wrongBills(): Promise<string[]> {
  const violations: string[] = [];
  const always = { from: new Date(0), to: new Date('9999-12-31'), rulesVersion: null };
  for await (const { campaignId, seq, billedMinor, foundMinor, differences } of replay(always)) {
    const [first] = differences;
    if (first) violations.push(`${campaignId} ${seq}: ${first.clickId} was ${first.was}, the rules give ${first.is}`);
    else if (billedMinor !== foundMinor)
      violations.push(`${campaignId} ${seq} billed ${billedMinor}, the rules give ${foundMinor}`);
  }
  return violations;
}

const first = (check: () => Promise<string[]>) => async (): Promise<string[]> => (await check()).slice(0, MOST_SHOWN);

/** What must hold over all clicks and what was billed for them. */
export const invariants: Invariant[] = [
  { code: 'I23', title: 'each batch of clicks is the sum of its clicks', check: first(wrongBatches) },
  { code: 'I24', title: 'the journal of each batch is exactly what its state demands', check: first(wrongJournals) },
  { code: 'I25', title: 'what a campaign of clicks spent is what its batches say', check: first(wrongSpending) },
  { code: 'I26', title: 'the rules applied to the raw clicks give the bill again', check: first(wrongBills) },
];
