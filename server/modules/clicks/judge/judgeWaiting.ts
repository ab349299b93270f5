import { setTimeout } from 'node:timers/promises';
import { after, HOUR, now } from '../../../platform/clock';
import { groupBy } from '../../../platform/groupBy';
import { idFrom } from '../../../platform/ids';
import { eachApart } from '../../../platform/eachApart';
import { MARKET_CURRENCY } from '../../../platform/money';
import { inTransaction } from '../../../platform/transaction';
import { organisationsById } from '../../accounts';
import {
  bookSpending,
  type Campaign,
  campaignAt,
  campaignNow,
  freeReserve,
  type PriceAt,
  pricesOf,
  setAsideNeeded,
} from '../../campaigns';
import { nicheTree } from '../../catalog';
import { feeBpsOf } from '../../market';
import { settleConversions } from '../conversions/settleConversions';
import { type Click, ClickBatches, clickFrom, type ClickRow, Clicks, type Judgement, Judgements } from '../model';
import { countDays } from '../reports/countDays';
import { type Case, clickRules, type Found, judgeClicks, RULES_VERSION } from './rules';
import { BilledOfDay } from './billedOfDay';
import { boughtFrom } from './boughtFrom';
import { earlierOf, type Earlier } from './earlier';
import { type Verdict } from './verdicts';

/** How many clicks one transaction judges. */
const AT_ONCE = 1000;
/** How many are read at once: some servers read and sort all that wait each time. */
const READ_AHEAD = 20_000;
/** Campaigns whose clicks one run judges before it gives way. */
const CAMPAIGNS_A_RUN = 10_000;
/** How often a judgement is tried again that met another one, or a batch that was closed at the same moment. */
const MOST_TRIES = 3;

/**
 * Judges all clicks that wait and books what they cost, campaign by campaign, each in the order of time. One process at a
 * time does it (it is a job); that two never book one click is the database's matter too. Answers with how many clicks.
 */
export async function judgeWaiting(): Promise<number> {
  return eachApart(
    await campaignsWaiting(),
    judgeAll,
    (campaignId) => ({ campaignId }),
    'clicks of a campaign were not judged',
  );
}

async function campaignsWaiting(): Promise<(string | null)[]> {
  const rows = await Clicks.aggregate<{ _id: string | null }>([
    { $match: { verdict: 'PENDING' } },
    { $group: { _id: '$campaignId' } },
    { $limit: CAMPAIGNS_A_RUN },
  ]);
  return rows.map(({ _id }) => _id);
}

async function judgeAll(campaignId: string | null): Promise<number> {
  let judged = 0;
  for (;;) {
    const rows = await Clicks.find({ campaignId, verdict: 'PENDING' })
      .sort({ at: 1, _id: 1 })
      .limit(READ_AHEAD)
      .lean<ClickRow[]>();
    if (rows.length === 0) return judged;
    await (campaignId === null ? noteLost(rows.map(clickFrom)) : judgeInTurn(campaignId, rows.map(clickFrom)));
    judged += rows.length;
  }
}

/** What this process knows of what was billed; what others judged meanwhile is read. */
const billed = new BilledOfDay();

/** What came before some clicks, up to the latest judgement, and which that is. */
interface Before extends Earlier, Pick<Case, 'billedOfDay'> {
  seq: number;
}

/** Judges clicks of a campaign, oldest first, by parts. What one part judged comes before the next. */
async function judgeInTurn(campaignId: string, clicks: readonly Click[]): Promise<void> {
  const rules = clickRules(RULES_VERSION);
  let known: { seq: number; before: Earlier['before'] } | undefined;
  for (let done = 0; done < clicks.length;) {
    const part = clicks.slice(done, done + AT_ONCE);
    const campaign = await campaignNow(campaignId);
    if (!campaign) throw new Error(`clicks wait for campaign ${campaignId}, which does not exist`);
    const { spendSeq: seq, timeZone } = campaign;
    const of = { campaignId, timeZone, rules };
    const lately = known?.seq === seq ? known.before : undefined;
    const earlier = await earlierOf(campaignId, part, rules, { lately });
    const before = { ...earlier, seq, billedOfDay: await billed.upTo(seq, of, part) };
    const judged = await judgeWithRetries(campaignId, part, before);
    billed.add(seq + 1, of, judged.valid);
    // Where some were stored late, others of their time are judged already: the next part has to read these.
    known = isJudgedBeyond(campaign, part[0]!.at)
      ? undefined
      : { seq: seq + 1, before: [...earlier.before, ...part.slice(0, judged.count)] };
    done += judged.count;
  }
}

/** Whether visits of this moment or later may be judged already. */
const isJudgedBeyond = ({ spendSeq, judgedTo }: Campaign, at: Date): boolean =>
  spendSeq > 0 && !(judgedTo && judgedTo < at);

/** Visits by links that led to no campaign: nothing to pay, only to count. */
async function noteLost(clicks: readonly Click[]): Promise<void> {
  for (let done = 0; done < clicks.length; done += AT_ONCE) {
    const part = clicks.slice(done, done + AT_ONCE);
    const found = part.map((click): Found => ({ verdict: lostVerdict(click), priceMinor: 0n }));
    const at = now();
    await inTransaction(async () => {
      await writeFindings(part, found, { seq: null, at, batchOf: () => null });
      await countDays(part, found, null);
    }, 'bulk');
  }
}

const lostVerdict = ({ isHead, isPrefetch }: Click): Verdict =>
  isHead ? 'HEAD' : isPrefetch ? 'PREFETCH' : 'NOT_OPEN';

/** How many of some clicks were judged, and which of them were billed. */
interface JudgedPart {
  count: number;
  valid: readonly Click[];
}

/** Judges the first of these clicks, up to the next change of the terms. */
async function judgeWithRetries(campaignId: string, clicks: readonly Click[], earlier: Before): Promise<JudgedPart> {
  const [prices, agencies] = await Promise.all([
    pricesOf(campaignId),
    organisationsById([...new Set(clicks.map(({ agencyId }) => agencyId))]),
  ]);
  const feeOf = ({ nicheId }: Campaign, agencyId: string): number =>
    feeBpsOf(agencies.get(agencyId)?.feeBps, nicheTree().byId(nicheId)?.feeBps);
  await readyMoney(campaignId, clicks, earlier, prices);
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(() => judge(campaignId, clicks, earlier, prices, feeOf), 'bulk');
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await setTimeout(tries * 50);
    }
  }
}

/** Sets so much aside as these clicks would cost if there were enough. */
async function readyMoney(
  campaignId: string,
  waiting: readonly Click[],
  earlier: Before,
  prices: PriceAt,
): Promise<void> {
  const known = await campaignNow(campaignId);
  if (!known) return;
  const { campaign, clicks } = ofOneTerms(known, waiting);
  const unlimited = { ...caseOf(campaign, earlier, prices), freeMinor: 2n ** 50n };
  const cost = judgeClicks(clicks, unlimited).found.reduce((sum, { priceMinor }) => sum + priceMinor, 0n);
  if (cost > freeReserve(campaign)) await setAsideNeeded(campaignId, { minor: cost, cameAt: clicks[0]!.at });
}

/** The first of some clicks, oldest first, that came under the same terms, and the campaign by these. */
function ofOneTerms(known: Campaign, waiting: readonly Click[]): { campaign: Campaign; clicks: readonly Click[] } {
  const { campaign, until } = campaignAt(known, waiting[0]!.at);
  return { campaign, clicks: until ? waiting.filter(({ at }) => at < until) : waiting };
}

const termsOf = (campaign: Campaign): Judgement['terms'] => ({
  ...boughtFrom(campaign),
  timeZone: campaign.timeZone,
  dayMinor: campaign.dayMinor,
  weekMinor: campaign.weekMinor,
  totalMinor: campaign.totalMinor,
  stoppedAt: campaign.state === 'RUNNING' ? null : campaign.stateSince,
});

const caseOf = (campaign: Campaign, { billedAt, unpaidAt, before, billedOfDay }: Before, priceAt: PriceAt): Case => ({
  rules: clickRules(RULES_VERSION),
  terms: termsOf(campaign),
  spent: campaign.spent,
  freeMinor: freeReserve(campaign),
  billedAt,
  unpaidAt,
  before,
  billedOfDay,
  priceAt,
});

async function judge(
  campaignId: string,
  waiting: readonly Click[],
  earlier: Before,
  prices: PriceAt,
  feeOf: (campaign: Campaign, agencyId: string) => number,
): Promise<JudgedPart> {
  const known = await campaignNow(campaignId);
  if (known?.spendSeq !== earlier.seq)
    throw new Error(`clicks of campaign ${campaignId} were judged by another at the same moment`);
  const { campaign, clicks } = ofOneTerms(known, waiting);
  const at = now();
  const given = caseOf(campaign, earlier, prices);
  const { found, spent } = judgeClicks(clicks, given);
  const cost = found.reduce((sum, { priceMinor }) => sum + priceMinor, 0n);
  const seq = campaign.spendSeq + 1;
  const batches = batchesOf(clicks, found);
  await Judgements.insertMany([
    {
      _id: `${campaignId}:${seq}`,
      campaignId,
      seq,
      at,
      rulesVersion: RULES_VERSION,
      terms: given.terms,
      spent: given.spent,
      freeMinor: given.freeMinor,
      clicks: clicks.length,
      billedMinor: cost,
    },
  ]);
  const batchOf = ({ agencyId }: Click): string => batchIdOf(campaignId, agencyId, at);
  await writeFindings(clicks, found, { seq, at, batchOf });
  await countDays(clicks, found, campaign, await settleConversions(campaignId, clicks, found));
  for (const batch of batches) await addToBatch(campaign, batch, feeOf(campaign, batch.agencyId), at);
  const money = { spent: cost > 0n ? spent : known.spent, costMinor: cost };
  await bookSpending(known, { ...money, judgedTo: clicks.at(-1)!.at }, at);
  return { count: clicks.length, valid: clicks.filter((_, place) => found[place]!.verdict === 'VALID') };
}

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR) * HOUR);

const batchIdOf = (campaignId: string, agencyId: string, at: Date): string =>
  idFrom('clickbatch', campaignId, agencyId, hourOf(at).toISOString());

interface Batch {
  agencyId: string;
  verdicts: Map<Verdict, number>;
  clicks: number;
  billed: number;
  grossMinor: bigint;
}

function batchesOf(clicks: readonly Click[], found: readonly Found[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const [place, { agencyId }] of clicks.entries()) {
    const { verdict, priceMinor } = found[place]!;
    const batch = batches.get(agencyId) ?? { agencyId, verdicts: new Map(), clicks: 0, billed: 0, grossMinor: 0n };
    batch.verdicts.set(verdict, (batch.verdicts.get(verdict) ?? 0) + 1);
    batch.clicks++;
    if (priceMinor > 0n) batch.billed++;
    batch.grossMinor += priceMinor;
    batches.set(agencyId, batch);
  }
  return [...batches.values()];
}

/** Adds to the batch of the hour; one that was closed meanwhile refuses by its id, and the whole is tried again. */
async function addToBatch(campaign: Campaign, batch: Batch, feeBps: number, at: Date): Promise<void> {
  const { agencyId, verdicts, clicks, billed, grossMinor } = batch;
  const from = hourOf(at);
  await ClickBatches.updateOne(
    { _id: batchIdOf(campaign._id, agencyId, at), state: 'OPEN' },
    {
      $setOnInsert: {
        campaignId: campaign._id,
        businessId: campaign.businessId,
        agencyId,
        nicheId: campaign.nicheId,
        from,
        to: after(from, HOUR),
        currency: MARKET_CURRENCY,
        feeBps,
        feeMinor: 0n,
        netMinor: 0n,
        refundedMinor: 0n,
        windowEndsAt: null,
        heldAt: null,
        releasedAt: null,
        refundedAt: null,
        disputeRules: null,
      },
      $inc: {
        clicks,
        billed,
        grossMinor,
        ...Object.fromEntries([...verdicts].map(([verdict, count]) => [`verdicts.${verdict}`, count])),
      },
    },
    { upsert: true },
  );
}

/** Ids that one statement names: some servers compare each row with all of them. */
const IDS_AT_ONCE = 50;

/** Writes the findings by one command; throws when one of the clicks was judged by another. */
async function writeFindings(
  clicks: readonly Click[],
  found: readonly Found[],
  { seq, at, batchOf }: { seq: number | null; at: Date; batchOf: (click: Click) => string | null },
): Promise<void> {
  const alike = groupBy(
    clicks.map((click, place) => ({ click, finding: found[place]! })),
    ({ click, finding: { verdict, priceMinor } }) =>
      `${verdict} ${priceMinor} ${priceMinor > 0n ? click.agencyId : ''}`,
  );
  const statements = [...alike.values()].flatMap((group) => {
    const { click, finding } = group[0]!;
    const { verdict, priceMinor } = finding;
    const batchId = priceMinor > 0n ? batchOf(click) : null;
    const ids = group.map((each) => each.click._id);
    return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) => ({
      updateMany: {
        filter: { _id: { $in: ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE) }, verdict: 'PENDING' as const },
        update: { $set: { verdict, priceMinor, batchId, seq, judgedAt: at } },
      },
    }));
  });
  const { matchedCount } = await Clicks.bulkWrite(statements);
  if (matchedCount !== clicks.length) throw new Error('a click was judged by another at the same moment');
}
