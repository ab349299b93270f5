import { after, DAY } from '../../../platform/clock';
import { dayIn, spanOfDay, type Spent } from '../../campaigns';
import { readDay } from '../judge/billedOfDay';
import { type Case, type ClickRules, type Judged, keysOfDay } from '../judge/rules';
import { type Click, type Judgement } from '../model';

/** What is looked back for beyond the repeats: visits that are stored late. */
const LATE_MS = 2 * DAY;
/** More than any campaign is given at once. */
const ENOUGH_MINOR = 2n ** 50n;

/** When visitors came, by visitor. */
type Times = Map<string, readonly Date[]>;

/**
 * What a version of the rules bills of a campaign, judgement after judgement: repeats, budgets and the networks of a day
 * follow from what this version billed before, and not from what was billed then. What was billed before the first of the
 * judgements is taken as it was.
 */
export class Carried {
  private spent: Spent;
  /** What was billed then in these judgements, and what this version bills. */
  private wasMinor = 0n;
  private isMinor = 0n;
  private readonly billed: Times = new Map();
  private readonly unpaid: Times = new Map();
  private billedOfDay = new Map<string, number>();
  private readonly days = new Set<number>();
  /** The day before which nothing is kept. */
  private forgotten = '';
  /** Whether a finding was another one by now: then the later ones may be others too. */
  hasDiffered = false;

  constructor(
    private readonly rules: ClickRules,
    private readonly first: Judgement,
  ) {
    this.spent = first.spent;
  }

  /** The judgements below this number were made before these. */
  get firstSeq(): number {
    return this.first.seq;
  }

  /** What a judgement begins with, where `earlier` is what was found before the first of these. */
  async before(
    judgement: Judgement,
    clicks: readonly Click[],
    earlier: Pick<Case, 'billedAt' | 'unpaidAt'>,
  ): Promise<Pick<Case, 'spent' | 'freeMinor' | 'billedAt' | 'unpaidAt' | 'billedOfDay'>> {
    await this.readDays(judgement, clicks);
    return {
      spent: this.spent,
      freeMinor: this.freeAt(judgement, clicks),
      billedAt: joined(earlier.billedAt, this.billed, clicks),
      unpaidAt: joined(earlier.unpaidAt, this.unpaid, clicks),
      billedOfDay: this.billedOfDay,
    };
  }

  /**
   * Where nobody was refused for want of money, more would have been set aside within the budgets. Where somebody was, there
   * was no more than was set aside and billed then.
   */
  private freeAt({ freeMinor }: Judgement, clicks: readonly Click[]): bigint {
    const isShort = clicks.some(({ verdict, isSent }) => verdict === 'OVER_BUDGET' && isSent);
    return isShort ? freeMinor + this.wasMinor - this.isMinor : ENOUGH_MINOR;
  }

  private async readDays({ campaignId, terms: { timeZone } }: Judgement, clicks: readonly Click[]): Promise<void> {
    if (!this.rules.ofOneNetwork) return;
    for (const { at } of clicks) {
      const { from, to } = spanOfDay(timeZone, at);
      if (this.days.has(from.getTime())) continue;
      this.days.add(from.getTime());
      const read = await readDay({ campaignId, timeZone, from, to, seq: this.firstSeq - 1 });
      for (const [key, count] of read) this.billedOfDay.set(key, (this.billedOfDay.get(key) ?? 0) + count);
    }
  }

  /** Goes on by what this version found of a judgement. */
  add(
    { terms: { timeZone }, billedMinor }: Judgement,
    clicks: readonly Click[],
    { found, spent }: Judged,
    differs: boolean,
  ): void {
    this.spent = spent;
    this.wasMinor += billedMinor;
    this.hasDiffered ||= differs;
    for (const [place, { verdict, priceMinor }] of found.entries()) {
      const click = clicks[place]!;
      this.isMinor += priceMinor;
      if (verdict === 'OVER_BUDGET') note(this.unpaid, click);
      if (verdict !== 'VALID') continue;
      note(this.billed, click);
      for (const key of keysOfDay(timeZone, click)) this.billedOfDay.set(key, (this.billedOfDay.get(key) ?? 0) + 1);
    }
    if (clicks[0]) this.forget(after(clicks[0].at, -this.rules.repeatMs - LATE_MS), timeZone);
  }

  /** What is so long ago that nothing follows from it any more; looked at once a day. */
  private forget(before: Date, timeZone: string): void {
    const day = dayIn(timeZone, before);
    if (day <= this.forgotten) return;
    this.forgotten = day;
    for (const times of [this.billed, this.unpaid])
      for (const [visitor, all] of times) if (all.every((at) => at < before)) times.delete(visitor);
    this.billedOfDay = new Map([...this.billedOfDay].filter(([key]) => key >= day));
  }
}

const note = (times: Times, { visitor, at }: Click): unknown => times.set(visitor, [...(times.get(visitor) ?? []), at]);

/** The times of the visitors of some clicks: those of before, and those that came since. */
function joined(before: ReadonlyMap<string, readonly Date[]>, since: Times, clicks: readonly Click[]): Times {
  const all = new Map(before);
  for (const { visitor } of clicks)
    if (since.has(visitor)) all.set(visitor, [...(before.get(visitor) ?? []), ...since.get(visitor)!]);
  return all;
}
