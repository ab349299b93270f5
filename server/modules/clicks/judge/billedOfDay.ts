import { spanOfDay } from '../../campaigns';
import { type Click, Clicks, type RawClick } from '../model';
import { type ClickRules, keysOfDay } from './rules';

type Counted = Pick<RawClick, 'at' | 'agencyId' | 'net'>;

/** What is known of a campaign: the count of its judgements that it is of, the days that were read, and what was billed. */
interface Known {
  seq: number;
  days: Set<number>;
  counts: Map<string, number>;
}

/** Counts of so many days are kept of a campaign, and of so many campaigns. */
const MOST_DAYS = 4;
const MOST_CAMPAIGNS = 1000;

/**
 * How many visits of a day were billed, by agency and network, as judgement after judgement is made, or worked out anew. A
 * day is read once from the clicks; what a judgement bills is added. Where another process judged meanwhile it is read anew.
 */
export class BilledOfDay {
  private readonly campaigns = new Map<string, Known>();

  /** The counts of the days of some clicks, of what all judgements up to one billed. */
  async upTo(
    seq: number,
    { campaignId, timeZone, rules }: { campaignId: string; timeZone: string; rules: ClickRules },
    clicks: readonly Counted[],
  ): Promise<ReadonlyMap<string, number>> {
    if (!rules.ofOneNetwork) return new Map();
    const known = this.knownOf(campaignId, seq);
    for (const { at } of clicks) {
      const { from, to } = spanOfDay(timeZone, at);
      if (known.days.has(from.getTime())) continue;
      known.days.add(from.getTime());
      for (const [key, count] of await readDay({ campaignId, timeZone, from, to, seq }))
        known.counts.set(key, (known.counts.get(key) ?? 0) + count);
    }
    return known.counts;
  }

  /** Adds what the next judgement billed. */
  add(
    seq: number,
    { campaignId, timeZone }: { campaignId: string; timeZone: string },
    billed: readonly Counted[],
  ): void {
    const known = this.campaigns.get(campaignId);
    if (known?.seq !== seq - 1) return;
    known.seq = seq;
    for (const click of billed) {
      if (!known.days.has(spanOfDay(timeZone, click.at).from.getTime())) continue;
      for (const key of keysOfDay(timeZone, click)) known.counts.set(key, (known.counts.get(key) ?? 0) + 1);
    }
  }

  private knownOf(campaignId: string, seq: number): Known {
    const known = this.campaigns.get(campaignId);
    if (known?.seq === seq && known.days.size < MOST_DAYS) return known;
    if (this.campaigns.size >= MOST_CAMPAIGNS) this.campaigns.clear();
    const fresh: Known = { seq, days: new Set(), counts: new Map() };
    this.campaigns.set(campaignId, fresh);
    return fresh;
  }
}

interface Day {
  campaignId: string;
  timeZone: string;
  from: Date;
  to: Date;
  seq: number;
}

/** What judgements up to one billed of a day. */
export async function readDay({ campaignId, timeZone, from, to, seq }: Day): Promise<Map<string, number>> {
  const billed = Clicks.find(
    { campaignId, at: { $gte: from, $lt: to }, verdict: 'VALID', seq: { $lte: seq } },
    { _id: 0, at: 1, agencyId: 1, net: 1 },
  )
    .lean<Counted>()
    .cursor() as AsyncIterable<Pick<Click, keyof Counted>>;
  const counts = new Map<string, number>();
  for await (const click of billed)
    for (const key of keysOfDay(timeZone, click)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
