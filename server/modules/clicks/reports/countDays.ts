import { idFrom } from '../../../platform/ids';
import { type Campaign, dayIn } from '../../campaigns';
import { type Found } from '../judge/rules';
import { type Click, ClickDays } from '../model';

/** Days by which visits are counted that came to no campaign. */
const NO_ZONE = 'UTC';

/** Adds judged clicks to the sums of their days, in the open transaction: one bulk command. */
export async function countDays(
  clicks: readonly Click[],
  found: readonly Found[],
  campaign: Campaign | null,
): Promise<void> {
  const sums = new Map<string, { first: Click; day: string; counts: Record<string, number>; spentMinor: bigint }>();
  for (const [place, click] of clicks.entries()) {
    const { verdict, priceMinor } = found[place]!;
    const day = dayIn(campaign?.timeZone ?? NO_ZONE, click.at);
    const { campaignId, linkId, subId, regionId } = click;
    const id = idFrom('clickday', day, campaignId ?? '', linkId, subId, regionId);
    const sum = sums.get(id) ?? { first: click, day, counts: {}, spentMinor: 0n };
    sum.counts[verdict] = (sum.counts[verdict] ?? 0) + 1;
    sum.spentMinor += priceMinor;
    sums.set(id, sum);
  }
  await ClickDays.bulkWrite(
    [...sums].map(([_id, { first, day, counts, spentMinor }]) => {
      const { campaignId, agencyId, linkId, subId, regionId } = first;
      const seen = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const verdicts = Object.fromEntries(
        Object.entries(counts).map(([verdict, count]) => [`verdicts.${verdict}`, count]),
      );
      return {
        updateOne: {
          filter: { _id },
          update: {
            $setOnInsert: {
              day,
              campaignId,
              businessId: campaign?.businessId ?? null,
              agencyId,
              linkId,
              subId,
              regionId,
            },
            $inc: { seen, valid: counts.VALID ?? 0, spentMinor, ...verdicts },
          },
          upsert: true,
        },
      };
    }),
  );
}
