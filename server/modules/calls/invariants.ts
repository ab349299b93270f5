import { type Invariant } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { type Campaign, forEachCampaign } from '../campaigns';
import { entriesAbout, sameness } from '../ledger';
import { callRefunded, callReleased, callBilled } from './billing/entries';
import { lengthsIn, lifeOf } from './life/life';
import { type Call, callFrom, CallEvents, type CallRow, Calls, type RawEvent } from './model';
import { REPEAT_MS } from './rules';

const MOST_SHOWN = 20;

const allCalls = (match: object = {}): AsyncIterable<CallRow> =>
  Calls.find(match).lean<CallRow>().cursor() as AsyncIterable<CallRow>;

/** Each call against the news that is kept of it: what it is billed by follows from them alone. */
async function wrongLives(): Promise<string[]> {
  const violations: string[] = [];
  for await (const row of allCalls({ verdict: 'BILLED' })) {
    const call = callFrom(row);
    const all = await CallEvents.find({ callId: call._id }).lean<RawEvent[]>();
    const life = lifeOf(
      all.filter(({ receivedAt }) => receivedAt <= call.judgedAt!),
      call,
    );
    if (life.state !== 'ENDED' || life.outcome !== call.outcome || life.seconds !== call.seconds)
      violations.push(`${call._id} says ${call.outcome} ${call.seconds} s, its news ${life.outcome} ${life.seconds} s`);
    const least = Math.min(...lengthsIn(all, call));
    if (least < (call.seconds ?? 0) && call.money !== 'REFUNDED')
      violations.push(`${call._id} was billed for ${call.seconds} s, and was told ${least} s since`);
    if ((call.seconds ?? 0) < call.minSeconds) violations.push(`${call._id} was billed for ${call.seconds} s`);
  }
  return violations;
}

const demanded = (call: Call): string[] => {
  if (call.money === 'NONE') return [];
  const at = call.startedAt;
  return [
    callBilled(call, at),
    ...(call.refundedMinor > 0n ? [callRefunded(call, call.refundedMinor, { actor: 'system', at })] : []),
    ...(call.money === 'RELEASED' ? [callReleased(call, at)] : []),
  ]
    .map(sameness)
    .sort();
};

async function wrongJournals(): Promise<string[]> {
  const violations: string[] = [];
  for await (const row of allCalls()) {
    const call = callFrom(row);
    const found = (await entriesAbout(call._id)).map(sameness).sort().join('; ');
    const wanted = demanded(call).join('; ');
    if (found !== wanted) violations.push(`${call._id} is ${call.money}: the journal has [${found}], not [${wanted}]`);
  }
  return violations;
}

/** Billed calls of one caller to one business whose price did not go back whole, by time: no two lie within 30 days. */
async function repeatedCallers(): Promise<string[]> {
  const rows = await Calls.find(
    { verdict: 'BILLED', money: { $ne: 'REFUNDED' }, caller: { $type: 'string' } },
    { businessId: 1, caller: 1, startedAt: 1 },
  )
    .sort({ startedAt: 1 })
    .lean<Pick<Call, '_id' | 'businessId' | 'caller' | 'startedAt'>[]>();
  const last = new Map<string, (typeof rows)[number]>();
  const violations: string[] = [];
  for (const row of rows) {
    const key = `${row.businessId} ${row.caller}`;
    const before = last.get(key);
    if (before && row.startedAt.getTime() - before.startedAt.getTime() < REPEAT_MS)
      violations.push(`${row._id} was billed though ${before._id} of the same caller was`);
    last.set(key, row);
  }
  return violations;
}

/** What a campaign says that it spent, and that waits to be judged, against its calls. */
async function wrongSpending(): Promise<string[]> {
  type Sum = { _id: string; waiting: bigint | number; total: bigint | number };
  const rows = await Calls.aggregate<Sum>([
    {
      $group: {
        _id: '$campaignId',
        waiting: { $sum: { $cond: [{ $eq: ['$verdict', 'PENDING'] }, '$held.minor', 0] } },
        total: { $sum: '$grossMinor' },
      },
    },
  ]);
  const sums = new Map(rows.map((row) => [row._id, row]));
  const violations: string[] = [];
  await forEachCampaign((campaign: Campaign) => {
    if (campaign.model !== 'CALL') return;
    const sum = sums.get(campaign._id);
    const [waiting, total] = [toMinor(sum?.waiting), toMinor(sum?.total)];
    if (campaign.unbilledMinor !== waiting)
      violations.push(`${campaign._id} keeps ${campaign.unbilledMinor} ready, its calls need ${waiting}`);
    if (campaign.spent.totalMinor !== total + waiting)
      violations.push(`${campaign._id} says ${campaign.spent.totalMinor} spent, its calls ${total + waiting}`);
  });
  return violations;
}

const first = (check: () => Promise<string[]>) => async (): Promise<string[]> => (await check()).slice(0, MOST_SHOWN);

/** What must hold over all calls and what was billed for them. */
export const invariants: Invariant[] = [
  { code: 'I27', title: 'each billed call is as long as its news say, and long enough', check: first(wrongLives) },
  { code: 'I28', title: 'the journal of each call is exactly what its state demands', check: first(wrongJournals) },
  { code: 'I29', title: 'no business is billed twice for a caller within 30 days', check: first(repeatedCallers) },
  { code: 'I30', title: 'what a campaign of calls spent is what its calls say', check: first(wrongSpending) },
];
