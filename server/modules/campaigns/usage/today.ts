import { MARKET_CURRENCY, type Money, money } from '../../../platform/money';
import { dayIn } from '../hours';
import { type Campaign } from '../model';

/** What an agency's visits or calls of a campaign brought on a day of it. */
export interface UsageToday {
  day: string;
  seen: number;
  billed: number;
  /** What of it is the agency's. */
  net: Money;
}

interface Row extends Omit<UsageToday, 'day'> {
  campaignId: string;
  day: string;
}

/**
 * The day of each campaign at a moment, by its own clock; 0 of what was not there. `rowsOf` gives the sums of all of these
 * campaigns and days, of which there are three at most.
 */
export async function todayOf(
  campaigns: readonly Campaign[],
  at: Date,
  rowsOf: (campaignIds: readonly string[], days: readonly string[]) => Promise<readonly Row[]>,
): Promise<UsageToday[]> {
  const days = campaigns.map(({ timeZone }) => dayIn(timeZone, at));
  const rows = await rowsOf(
    campaigns.map(({ _id }) => _id),
    [...new Set(days)],
  );
  const found = new Map(rows.map((row) => [`${row.campaignId} ${row.day}`, row]));
  return campaigns.map(({ _id }, place) => {
    const day = days[place]!;
    const { seen = 0, billed = 0, net = money(0n, MARKET_CURRENCY) } = found.get(`${_id} ${day}`) ?? {};
    return { day, seen, billed, net };
  });
}
