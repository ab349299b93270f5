import { idFrom } from '../../../platform/ids';
import { type Campaign, dayIn } from '../../campaigns';
import { type Found } from '../judge/rules';
import { type Click, ClickDays } from '../model';

/** Days by which visits are counted that came to no campaign. */
const NO_ZONE = 'UTC';

/** The row of sums that a click counts in, and what it is of. */
export function rowOf(
  {
    at,
    campaignId,
    agencyId,
    linkId,
    subId,
    regionId,
  }: Pick<Click, 'at' | 'campaignId' | 'agencyId' | 'linkId' | 'subId' | 'regionId'>,
  campaign: Campaign | null,
) {
  const day = dayIn(campaign?.timeZone ?? NO_ZONE, at);
  const businessId = campaign?.businessId ?? null;
  return {
    _id: idFrom('clickday', day, campaignId ?? '', linkId, subId, regionId),
    what: { day, campaignId, businessId, agencyId, linkId, subId, regionId },
  };
}

/** What a click counts among those that brought what the business hoped for. */
export interface Converted {
  converted: number;
  /** By a browser's word alone. */
  convertedByBrowser: number;
  /** Sooner than people do it. */
  convertedQuickly: number;
}

/** Adds to the sums of a click's day, in the open transaction. */
export async function countConverted(click: Click, campaign: Campaign, change: Converted): Promise<void> {
  if (Object.values(change).every((count) => count === 0)) return;
  const { _id, what } = rowOf(click, campaign);
  await ClickDays.updateOne({ _id }, { $setOnInsert: what, $inc: change }, { upsert: true });
}

/** Adds judged clicks to the sums of their days, in the open transaction: one bulk command. */
export async function countDays(
  clicks: readonly Click[],
  found: readonly Found[],
  campaign: Campaign | null,
): Promise<void> {
  const sums = new Map<
    string,
    { what: ReturnType<typeof rowOf>['what']; counts: Record<string, number>; spentMinor: bigint }
  >();
  for (const [place, click] of clicks.entries()) {
    const { verdict, priceMinor } = found[place]!;
    const { _id: id, what } = rowOf(click, campaign);
    const sum = sums.get(id) ?? { what, counts: {}, spentMinor: 0n };
    sum.counts[verdict] = (sum.counts[verdict] ?? 0) + 1;
    sum.spentMinor += priceMinor;
    sums.set(id, sum);
  }
  await ClickDays.bulkWrite(
    [...sums].map(([_id, { what, counts, spentMinor }]) => {
      const seen = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const verdicts = Object.fromEntries(
        Object.entries(counts).map(([verdict, count]) => [`verdicts.${verdict}`, count]),
      );
      return {
        updateOne: {
          filter: { _id },
          update: {
            $setOnInsert: what,
            $inc: { seen, valid: counts.VALID ?? 0, spentMinor, ...verdicts },
          },
          upsert: true,
        },
      };
    }),
  );
}
