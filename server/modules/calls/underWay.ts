import { after, DAY, now } from '../../platform/clock';
import { groupBy } from '../../platform/groupBy';
import { MARKET_CURRENCY, type Money, money } from '../../platform/money';
import { callFrom, type CallRow, Calls } from './model';

/** Calls that are not judged yet and that money is kept ready for. */
export interface CallsUnderWay {
  count: number;
  held: Money;
}

/** No call is that long, nor waits that long to be judged. */
const LONGEST_MS = DAY;

/** What each campaign has under way: one command. */
export async function callsUnderWay(campaignIds: readonly string[]): Promise<CallsUnderWay[]> {
  const rows = await Calls.find({
    campaignId: { $in: [...campaignIds] },
    startedAt: { $gt: after(now(), -LONGEST_MS) },
    verdict: 'PENDING',
  }).lean<CallRow[]>();
  const held = groupBy(
    rows.map(callFrom).filter((call) => call.held.minor > 0n),
    ({ campaignId }) => campaignId,
  );
  return campaignIds.map((id) => {
    const calls = held.get(id) ?? [];
    const sum = calls.reduce((whole, call) => whole + call.held.minor, 0n);
    return { count: calls.length, held: money(sum, MARKET_CURRENCY) };
  });
}
