import { now } from '../../../platform/clock';
import { MARKET_CURRENCY, type Money, money, toMinor } from '../../../platform/money';
import { organisationsById } from '../../accounts';
import { type Campaign, todayOf, type UsageToday } from '../../campaigns';
import { nicheTree } from '../../catalog';
import { feeBpsOf, sharesOf } from '../../market';
import { ClickDays } from '../model';

interface Sum {
  _id: { campaignId: string; day: string };
  seen: number;
  billed: number;
  spent: bigint | number;
  refunded: bigint | number;
}

/** What an agency's clicks of each campaign brought on its present day: one command, and one for the agency's fee. */
export async function clicksToday(agencyId: string, campaigns: readonly Campaign[]): Promise<UsageToday[]> {
  const feeBps = (await organisationsById([agencyId])).get(agencyId)?.feeBps;
  const nicheOf = new Map(campaigns.map(({ _id, nicheId }) => [_id, nicheTree().byId(nicheId)]));
  return todayOf(campaigns, now(), async (campaignIds, days) => {
    const rows = await ClickDays.aggregate<Sum>([
      { $match: { agencyId, day: { $in: [...days] }, campaignId: { $in: [...campaignIds] } } },
      {
        $group: {
          _id: { campaignId: '$campaignId', day: '$day' },
          seen: { $sum: '$seen' },
          billed: { $sum: '$valid' },
          spent: { $sum: '$spentMinor' },
          refunded: { $sum: '$refundedMinor' },
        },
      },
    ]);
    return rows.map(({ _id: { campaignId, day }, seen, billed, spent, refunded }) => {
      const [gross, back] = [spent, refunded].map((sum) => money(toMinor(sum), MARKET_CURRENCY)) as [Money, Money];
      return {
        campaignId,
        day,
        seen,
        billed,
        net: sharesOf(gross, back, feeBpsOf(feeBps, nicheOf.get(campaignId)?.feeBps)).net,
      };
    });
  });
}
