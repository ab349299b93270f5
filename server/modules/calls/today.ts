import { now } from '../../platform/clock';
import { MARKET_CURRENCY, money, toMinor } from '../../platform/money';
import { type Campaign, todayOf, type UsageToday } from '../campaigns';
import { Calls } from './model';

interface Sum {
  _id: { campaignId: string; day: string };
  seen: number;
  billed: number;
  net: bigint | number;
}

/** What an agency's calls of each campaign brought on its present day: one command. */
export const callsToday = (agencyId: string, campaigns: readonly Campaign[]): Promise<UsageToday[]> =>
  todayOf(campaigns, now(), async (campaignIds, days) => {
    const rows = await Calls.aggregate<Sum>([
      {
        $match: {
          agencyId,
          day: { $in: [...days] },
          campaignId: { $in: [...campaignIds] },
          verdict: { $ne: 'PENDING' },
        },
      },
      {
        $group: {
          _id: { campaignId: '$campaignId', day: '$day' },
          seen: { $sum: 1 },
          billed: { $sum: { $cond: [{ $eq: ['$verdict', 'BILLED'] }, 1, 0] } },
          net: { $sum: '$netMinor' },
        },
      },
    ]);
    return rows.map(({ _id, net, ...counts }) => ({
      ..._id,
      ...counts,
      net: money(toMinor(net), MARKET_CURRENCY),
    }));
  });
