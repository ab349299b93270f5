import { after, DAY, MINUTE } from '../../../platform/clock';
import { countryOf } from '../../../platform/visitor/countries';
import { isInDataCentre } from '../../../platform/visitor/dataCentres';
import { robotIn } from '../../../platform/visitor/userAgent';
import { type ClickChoice } from '../../disputes';
import { clickRules, elsewhereOf, RULES_VERSION } from '../judge/rules';
import { conversionEvidence } from '../conversions/evidence';
import { type Click, type ClickBatch, ClickBatches, Clicks, type Judgement, Judgements } from '../model';
import { type BatchFacts } from './batchEvidence';
import { chosenClicks, isChosen } from './chosenClicks';

/** A batch is an hour of one agency: of more clicks than these the first tell enough of their shape. */
const MOST_LOOKED_AT = 20_000;
const BEFORE_MS = 30 * DAY;
const VISITORS_AT_ONCE = 1000;

type Earlier = Pick<Click, '_id' | 'visitor' | 'at' | 'verdict' | 'batchId' | 'subId' | 'linkId' | 'regionId'>;
type Seen = Pick<Click, '_id' | 'at' | 'subId' | 'net' | 'visitor' | 'agent' | 'seq'>;

/** What the raw clicks of a batch, or those of them that are named, tell of the claims that may be made about them. Reads only. */
export async function gatherBatch(batch: ClickBatch, named: ClickChoice | null): Promise<BatchFacts> {
  const among = chosenClicks(batch._id, named ? [named] : []);
  const clicks = await Clicks.find(among, { at: 1, subId: 1, net: 1, visitor: 1, agent: 1, seq: 1 })
    .sort({ batchId: 1 })
    .limit(MOST_LOOKED_AT)
    .lean<Seen[]>();
  clicks.sort((a, b) => a.at.getTime() - b.at.getTime());
  const [terms, before] = [await termsOf(batch.campaignId, clicks), await billedBefore(batch.campaignId, clicks)];
  const boughtBy = ({ seq }: Seen): Pick<Judgement['terms'], 'countries' | 'takesInside'> =>
    terms.get(seq ?? 0) ?? { countries: [] };
  const today = clickRules(RULES_VERSION);
  const isOutside = (click: Seen): boolean => elsewhereOf(click.net, today, boughtBy(click)) !== null;
  return {
    verdicts: batch.verdicts,
    clicks: batch.clicks,
    billed: batch.billed,
    looked: clicks.length,
    isPart: named !== null,
    again: {
      robots: clicks.filter(({ agent, net }) => robotIn(agent) !== null || isInDataCentre(net)).length,
      outside: clicks.filter(isOutside).length,
      repeats: before.filter(({ sinceMs }) => sinceMs < today.repeatMs).length,
    },
    times: timesOf(clicks, [...terms.values()][0]?.timeZone ?? 'UTC'),
    networks: talliesOf(clicks, ({ net }) => net),
    agents: talliesOf(clicks, ({ agent }) => agent),
    networksWithAgent: talliesOf(clicks, ({ net, agent }) => `${net} ${agent}`),
    subIds: talliesOf(clicks, ({ subId }) => subId),
    visitedBefore: before.length,
    countries: talliesOf(clicks, ({ net }) => countryOf(net) ?? ''),
    conversions: await conversionEvidence(among),
    boughtFrom: [...new Set(clicks.flatMap((click) => boughtBy(click).countries))].sort(),
  };
}

/** The terms that clicks were judged by, by the number of their judgement. */
async function termsOf(campaignId: string, clicks: readonly Seen[]): Promise<Map<number, Judgement['terms']>> {
  const seqs = [...new Set(clicks.flatMap(({ seq }) => seq ?? []))];
  const rows = await Judgements.find(
    { campaignId, seq: { $in: seqs } },
    { seq: 1, 'terms.countries': 1, 'terms.timeZone': 1, 'terms.takesInside': 1 },
  ).lean<Judgement[]>();
  return new Map(rows.map(({ seq, terms }) => [seq, terms]));
}

/**
 * Of which of the clicks the same visitor was billed to the campaign before, within 30 days, and how long before. What was
 * given back, by name or with all of its batch, was billed to nobody.
 */
async function billedBefore(campaignId: string, clicks: readonly Seen[]): Promise<{ sinceMs: number }[]> {
  const visitors = [...new Set(clicks.map(({ visitor }) => visitor))];
  const billed = new Map<string, number[]>();
  const from = after(clicks[0]?.at ?? new Date(0), -BEFORE_MS);
  // A batch is of an hour of judging, which is after its clicks.
  const batches = await ClickBatches.find(
    { campaignId, refundedAt: { $type: 'date' }, to: { $gte: from } },
    { state: 1, refundedNamed: 1 },
  ).lean<Pick<ClickBatch, '_id' | 'state' | 'refundedNamed'>[]>();
  const refunded = new Map(batches.map((batch) => [batch._id, batch]));
  const isGivenBack = (click: Earlier): boolean => {
    const { state, refundedNamed } = refunded.get(click.batchId ?? '') ?? {};
    return state === 'REFUNDED' || (refundedNamed !== undefined && isChosen(click, refundedNamed));
  };
  for (let start = 0; start < visitors.length; start += VISITORS_AT_ONCE) {
    const seen = await Clicks.find(
      { campaignId, visitor: { $in: visitors.slice(start, start + VISITORS_AT_ONCE) } },
      { visitor: 1, at: 1, verdict: 1, batchId: 1, subId: 1, linkId: 1, regionId: 1 },
    ).lean<Earlier[]>();
    for (const click of seen)
      if (click.verdict === 'VALID' && click.at >= from && !isGivenBack(click))
        billed.set(click.visitor, [...(billed.get(click.visitor) ?? []), click.at.getTime()]);
  }
  return clicks.flatMap(({ visitor, at }) => {
    const earlier = (billed.get(visitor) ?? []).filter((time) => time < at.getTime());
    return earlier.length > 0 ? [{ sinceMs: at.getTime() - Math.max(...earlier) }] : [];
  });
}

function timesOf(clicks: readonly Seen[], timeZone: string): BatchFacts['times'] {
  const [first, last] = [clicks[0], clicks.at(-1)];
  if (!first || !last) return null;
  const minutes = talliesOf(clicks, ({ at }) => String(Math.floor(at.getTime() / MINUTE)));
  const [peak] = minutes;
  return {
    first: first.at,
    last: last.at,
    minutes: minutes.length,
    most: peak!.count,
    mostAt: new Date(Number(peak!.of) * MINUTE),
    timeZone,
  };
}

/** How many clicks are of each of something, the most first. */
function talliesOf(clicks: readonly Seen[], keyOf: (click: Seen) => string): BatchFacts['networks'] {
  const counts = new Map<string, number>();
  for (const click of clicks) counts.set(keyOf(click), (counts.get(keyOf(click)) ?? 0) + 1);
  return [...counts].map(([of, count]) => ({ of, count })).sort((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1));
}
