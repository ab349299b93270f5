import { after, now } from '../../../platform/clock';
import { toMinor } from '../../../platform/money';
import { pricesOf } from '../../campaigns';
import { BilledOfDay } from '../judge/billedOfDay';
import { earlierOf } from '../judge/earlier';
import { clickRules, type Found, judgeClicks } from '../judge/rules';
import { type Click, clickFrom, type ClickRow, Clicks, type Judgement, Judgements, PROVABLE_MS } from '../model';

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

const ONE_BY_ONE = { at: 1, _id: 1 } as const;

/**
 * Applies the rules to the raw clicks of all judgements made in a span, with the terms, spending and prices of then, and
 * tells each bill beside what was billed. By the version of then the two are equal to the cent, or a fault is found. The
 * raw clicks are kept for 90 days: bills of which some may be forgotten are left out.
 */
export async function* replay({ from, to, rulesVersion, campaignId }: Span): AsyncIterableIterator<Replayed> {
  const provable = provableFrom();
  const since = from > provable ? from : provable;
  const rows = Judgements.find({ at: { $gte: since, $lt: to }, ...(campaignId ? { campaignId } : {}) })
    .sort(ONE_BY_ONE)
    .lean<Judgement>()
    .cursor() as AsyncIterable<Judgement>;
  const billed = new BilledOfDay();
  for await (const row of rows) yield await replayOne(judgementFrom(row), rulesVersion, billed);
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

async function replayOne(judgement: Judgement, rulesVersion: number | null, billed: BilledOfDay): Promise<Replayed> {
  const { campaignId, seq, terms, spent, freeMinor, billedMinor } = judgement;
  const clicks = (await Clicks.find({ campaignId, seq }).sort({ at: 1, _id: 1 }).lean<ClickRow[]>()).map(clickFrom);
  const rules = clickRules(rulesVersion ?? judgement.rulesVersion);
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
  return {
    campaignId,
    seq,
    madeBy: judgement.rulesVersion,
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
