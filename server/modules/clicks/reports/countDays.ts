import { idFrom } from '../../../platform/ids';
import { type Campaign, dayIn } from '../../campaigns';
import { type Found } from '../judge/rules';
import { type Click, ClickDays } from '../model';

/** Days by which visits are counted that came to no campaign. */
const NO_ZONE = 'UTC';

/** What of a click tells the row of sums that it counts in. */
type ClickOfDay = Pick<Click, 'at' | 'campaignId' | 'agencyId' | 'linkId' | 'subId' | 'regionId'>;

/** The row of sums that a click counts in, and what it is of: its day is that of the visit, by the campaign's clock. */
export function rowOf({ at, campaignId, agencyId, linkId, subId, regionId }: ClickOfDay, campaign: Campaign | null) {
  const day = dayIn(campaign?.timeZone ?? NO_ZONE, at);
  const businessId = campaign?.businessId ?? null;
  return {
    _id: idFrom('clickday', day, campaignId ?? '', linkId, subId, regionId),
    what: { day, campaignId, businessId, agencyId, linkId, subId, regionId },
  };
}

/** What a judged click counts among those that brought what the business hoped for. */
export interface Converted {
  /** It was billed. */
  converted: number;
  /** Of these: by a browser's word alone. */
  convertedByBrowser: number;
  /** Of these: sooner than people do it. */
  convertedQuickly: number;
  /** It cost nothing. */
  convertedUnbilled: number;
}

/** Adds to the sums of a click's day, in the open transaction. */
export async function countConverted(click: ClickOfDay, campaign: Campaign | null, change: Converted): Promise<void> {
  if (Object.values(change).every((count) => count === 0)) return;
  const { _id, what } = rowOf(click, campaign);
  await ClickDays.updateOne({ _id }, { $setOnInsert: what, $inc: change }, { upsert: true });
}

/**
 * Adds judged clicks to the sums of their days, in the open transaction: one bulk command. Some may have converted before
 * they were judged.
 */
export async function countDays(
  clicks: readonly Click[],
  found: readonly Found[],
  campaign: Campaign | null,
  converted: ReadonlyMap<string, Converted> = new Map(),
): Promise<void> {
  const sums = new Map<string, DaySum>();
  for (const [place, click] of clicks.entries()) {
    const { verdict, priceMinor } = found[place]!;
    const { _id: id, what } = rowOf(click, campaign);
    const sum = sums.get(id) ?? { what, counts: { seen: 0, valid: 0 }, spentMinor: 0n };
    const own = { seen: 1, valid: verdict === 'VALID' ? 1 : 0, [`verdicts.${verdict}`]: 1 };
    for (const [name, count] of Object.entries({ ...own, ...converted.get(click._id) }))
      sum.counts[name] = (sum.counts[name] ?? 0) + count;
    sum.spentMinor += priceMinor;
    sums.set(id, sum);
  }
  await ClickDays.bulkWrite(
    [...sums].map(([_id, { what, counts, spentMinor }]) => ({
      updateOne: {
        filter: { _id },
        update: { $setOnInsert: what, $inc: { ...counts, spentMinor } },
        upsert: true,
      },
    })),
  );
}

interface DaySum {
  what: ReturnType<typeof rowOf>['what'];
  counts: Record<string, number>;
  spentMinor: bigint;
}
