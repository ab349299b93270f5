import { Clicks, type Click, type RawClick } from '../model';
import { type Case, type ClickRules, lookBackMs, mayBePerson } from './rules';
import { type Verdict } from './verdicts';

/** What came before some clicks of a campaign, as far as the rules look back. */
export type Earlier = Pick<Case, 'billedAt' | 'unpaidAt' | 'before'>;

const VISITORS_AT_ONCE = 100;

/** More of so short a time are a burst anyway. */
const MOST_BEFORE = 20_000;

interface Asked {
  /** Only what judgements before that one judged. */
  seqBelow?: number;
  /** Only what judgements before that one billed; left out, those before the same. */
  billedBelow?: number;
  /** The clicks before the first of these as far as the rules look back, oldest first, where they are known already. */
  lately?: Earlier['before'] | undefined;
}

/**
 * When the visitors of some clicks were billed, or over the budget, near their time, and the clicks of the minutes before
 * the first of them: one command for a hundred visitors, and one.
 */
export async function earlierOf(
  campaignId: string,
  clicks: readonly RawClick[],
  rules: ClickRules,
  { seqBelow = Infinity, billedBelow = seqBelow, lately }: Asked = {},
): Promise<Earlier> {
  const times = clicks.map(({ at }) => at.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  // What may be a person at all: robots come by the thousand under one name, and nobody asks when they were billed.
  const visitors = new Set(clicks.filter((click) => mayBePerson(click, rules)).map(({ visitor }) => visitor));
  const [from, to] = [first - rules.repeatMs, last + rules.repeatMs];
  const seen = await seenBefore(campaignId, [...visitors]);
  const own = new Set(clicks.map(({ _id }) => _id));
  const isBelow = ({ _id, seq }: Pick<Click, '_id' | 'seq'>, below: number): boolean =>
    !own.has(_id) && seq !== null && seq < below;
  const near = seen.filter(
    (each) => isBelow(each, billedBelow) && each.at.getTime() >= from && each.at.getTime() <= to,
  );
  const known = { billedAt: timesOf(near, 'VALID'), unpaidAt: timesOf(near, 'OVER_BUDGET') };
  if (lately) return { ...known, before: withinReach(lately, first, rules) };
  const before = await seenLately(campaignId, first, rules);
  return { ...known, before: before.filter((each) => isBelow(each, seqBelow)) };
}

function timesOf(seen: readonly Seen[], finding: Verdict): Map<string, Date[]> {
  const times = new Map<string, Date[]>();
  for (const { visitor, at, verdict } of seen)
    if (verdict === finding) times.set(visitor, [...(times.get(visitor) ?? []), at]);
  return times;
}

const withinReach = (lately: Earlier['before'], first: number, rules: ClickRules): Earlier['before'] =>
  lately.filter(({ at }) => at.getTime() >= first - lookBackMs(rules) && at.getTime() < first).slice(-MOST_BEFORE);

/** Clicks of the time that the rules look back from a moment, oldest first. Of too many the latest tell a burst of now. */
async function seenLately(campaignId: string, first: number, rules: ClickRules): Promise<Click[]> {
  // As version 1 did: its bills are worked out anew with what it saw.
  const way = rules.version === 1 ? 1 : -1;
  const seen = await Clicks.find(
    { campaignId, at: { $gte: new Date(first - lookBackMs(rules)), $lt: new Date(first) } },
    {
      ...{ at: 1, linkId: 1, agencyId: 1, subId: 1, net: 1, visitor: 1, agent: 1 },
      ...{ isHead: 1, isPrefetch: 1, isSent: 1, closedBy: 1, seq: 1 },
    },
  )
    .sort({ at: way, _id: way })
    .limit(MOST_BEFORE)
    .lean<Click[]>();
  return way === 1 ? seen : seen.reverse();
}

type Seen = Pick<Click, '_id' | 'visitor' | 'at' | 'seq' | 'verdict'>;

/**
 * All clicks of some visitors to a campaign, by the index alone. A server that walks it compares each row with all visitors
 * that are asked for, so a few are asked for at a time, and what else matters is looked at here.
 */
async function seenBefore(campaignId: string, visitors: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let from = 0; from < visitors.length; from += VISITORS_AT_ONCE) {
    const some = visitors.slice(from, from + VISITORS_AT_ONCE);
    const filter = { campaignId, visitor: { $in: some } };
    seen.push(...(await Clicks.find(filter, { visitor: 1, at: 1, seq: 1, verdict: 1 }).lean<Seen[]>()));
  }
  return seen;
}
