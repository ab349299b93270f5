import { after, now } from '../../../platform/clock';
import { toMinor } from '../../../platform/money';
import { pricesOf } from '../../campaigns';
import { BilledOfDay } from '../judge/billedOfDay';
import { earlierOf } from '../judge/earlier';
import { type ClickRules, clickRules, type Found, judgeClicks } from '../judge/rules';
import { type Click, clickFrom, type ClickRow, Clicks, type Judgement, Judgements, PROVABLE_MS } from '../model';
import { Carried } from './carried';

/** One judgement worked out anew. */
export interface Replayed {
  campaignId: string;
  seq: number;
  /** The version of the rules that it was made by. */
  madeBy: number;
  clicks: number;
  /** What was billed, and what the rules give now. */
  billedMinor: bigint;
  foundMinor: bigint;
  /** Clicks whose finding or price is another one, with both findings. */
  differences: { clickId: string; was: string; is: string }[];
  /** Whether the rules have to give what was billed: made by the same version, from the same beginning. */
  isOwn: boolean;
  /** Whether a version that is named goes on here from what was billed then. */
  goesOn: boolean;
}

interface Span {
  from: Date;
  to: Date;
  /** Null: the version that each judgement was made by. */
  rulesVersion: number | null;
  campaignId?: string | undefined;
}

/** What was judged since then can be worked out anew. */
export const provableFrom = (): Date => after(now(), -PROVABLE_MS);

const IN_TIME = { at: 1, _id: 1 } as const;
const ONE_BY_ONE = { seq: 1 } as const;

/**
 * Applies the rules to the raw clicks of all judgements made in a span, with the terms, spending and prices of then, and
 * tells each bill beside what was billed. By the version of then the two are equal to the cent, or a fault is found. A
 * version that is named carries on what it billed itself, campaign after campaign. The raw clicks are kept for 90 days:
 * bills of which some may be forgotten are left out.
 */
export async function* replay({ from, to, rulesVersion, campaignId }: Span): AsyncIterableIterator<Replayed> {
  const provable = provableFrom();
  const since = from > provable ? from : provable;
  const span = { at: { $gte: since, $lt: to } };
  if (rulesVersion !== null) {
    const ids = campaignId ? [campaignId] : await Judgements.distinct('campaignId', span);
    for (const id of ids)
      yield* replayBy(clickRules(rulesVersion), judgementsOf({ ...span, campaignId: id }, ONE_BY_ONE));
    return;
  }
  const billed = new BilledOfDay();
  for await (const judgement of judgementsOf({ ...span, ...(campaignId ? { campaignId } : {}) }, IN_TIME))
    yield await replayOne(judgement, billed);
}

async function* judgementsOf(filter: object, order: Record<string, 1>): AsyncIterableIterator<Judgement> {
  const rows = Judgements.find(filter).sort(order).lean<Judgement>().cursor() as AsyncIterable<Judgement>;
  for await (const row of rows) yield judgementFrom(row);
}

/** The judgements of one campaign by the rules of a version, each after what this version billed before. */
async function* replayBy(rules: ClickRules, judgements: AsyncIterable<Judgement>): AsyncIterableIterator<Replayed> {
  let carried: Carried | undefined;
  for await (const judgement of judgements) {
    const isFirst = !carried;
    carried ??= new Carried(rules, judgement);
    const clicks = await clicksOf(judgement);
    const { campaignId, seq, terms } = judgement;
    const asked = { seqBelow: seq, billedBelow: carried.firstSeq };
    const earlier = await earlierOf(campaignId, clicks, rules, asked);
    const begins = await carried.before(judgement, clicks, earlier);
    const priceAt = await pricesOf(campaignId);
    const judged = judgeClicks(clicks, { rules, terms, ...earlier, ...begins, priceAt });
    const isOwn = rules.version === judgement.rulesVersion && !carried.hasDiffered;
    const told = toldOf(judgement, clicks, judged.found);
    carried.add(judgement, clicks, judged, told.differences.length > 0);
    yield { ...told, isOwn, goesOn: isFirst && seq > 1 };
  }
}

const minorOrNull = (minor: bigint | number | null): bigint | null => (minor === null ? null : toMinor(minor));

const judgementFrom = (row: Judgement): Judgement => ({
  ...row,
  terms: {
    ...row.terms,
    dayMinor: toMinor(row.terms.dayMinor),
    weekMinor: minorOrNull(row.terms.weekMinor ?? null),
    totalMinor: minorOrNull(row.terms.totalMinor ?? null),
    stoppedAt: row.terms.stoppedAt ?? null,
  },
  spent: {
    ...row.spent,
    dayMinor: toMinor(row.spent.dayMinor),
    dayMostMinor: toMinor(row.spent.dayMostMinor),
    weekMinor: toMinor(row.spent.weekMinor),
    weekMostMinor: toMinor(row.spent.weekMostMinor),
    totalMinor: toMinor(row.spent.totalMinor),
    totalMostMinor: toMinor(row.spent.totalMostMinor),
  },
  freeMinor: toMinor(row.freeMinor),
  billedMinor: toMinor(row.billedMinor),
});

const clicksOf = async ({ campaignId, seq }: Judgement): Promise<Click[]> =>
  (await Clicks.find({ campaignId, seq }).sort({ at: 1, _id: 1 }).lean<ClickRow[]>()).map(clickFrom);

/** A judgement by the rules of its own version, after what was billed then. */
async function replayOne(judgement: Judgement, billed: BilledOfDay): Promise<Replayed> {
  const { campaignId, seq, terms, spent, freeMinor } = judgement;
  const clicks = await clicksOf(judgement);
  const rules = clickRules(judgement.rulesVersion);
  const [prices, earlier] = await Promise.all([
    pricesOf(campaignId),
    earlierOf(campaignId, clicks, rules, { seqBelow: seq }),
  ]);
  const of = { campaignId, timeZone: terms.timeZone, rules };
  const billedOfDay = await billed.upTo(seq - 1, of, clicks);
  const { found } = judgeClicks(clicks, { rules, terms, spent, freeMinor, ...earlier, billedOfDay, priceAt: prices });
  billed.add(
    seq,
    of,
    clicks.filter(({ verdict }) => verdict === 'VALID'),
  );
  return { ...toldOf(judgement, clicks, found), isOwn: true, goesOn: false };
}

function toldOf(
  { campaignId, seq, rulesVersion, billedMinor }: Judgement,
  clicks: readonly Click[],
  found: readonly Found[],
): Omit<Replayed, 'isOwn' | 'goesOn'> {
  return {
    campaignId,
    seq,
    madeBy: rulesVersion,
    clicks: clicks.length,
    billedMinor,
    foundMinor: found.reduce((sum, { priceMinor }) => sum + priceMinor, 0n),
    differences: clicks.flatMap((click, place) => differenceOf(click, found[place]!)),
  };
}

function differenceOf({ _id, verdict, priceMinor }: Click, found: Found): Replayed['differences'] {
  if (verdict === found.verdict && priceMinor === found.priceMinor) return [];
  return [{ clickId: _id, was: `${verdict} ${priceMinor}`, is: `${found.verdict} ${found.priceMinor}` }];
}
