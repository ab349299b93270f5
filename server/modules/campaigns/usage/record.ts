import { after, DAY } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { type UsageTold, UsageTolds } from '../model';
import { type BilledThings } from './sums';

/** The days that an agency's record speaks of. */
const RECORD_DAYS = 90;

/** What of an agency's record billed things make up. */
export interface RecordedThings extends BilledThings {
  kind: UsageTold['kind'];
  /** What counts as one, as the id of a group. */
  one: object | string;
}

type Row = { _id: string; count: number; refundedBps: number };

/**
 * Counts what each agency was paid for in the record's days, and what of it was refunded by decisions: a half refund counts
 * half. What changed is told. Answers with how many agencies that was.
 */
export async function countRecords(things: RecordedThings, at: Date): Promise<number> {
  const now = new Map((await countsOf(things, at)).map((row) => [row._id, row]));
  const told = await UsageTolds.find({ kind: things.kind }).lean<UsageTold[]>();
  const before = new Map(told.map((row) => [row.agencyId, row]));
  let changed = 0;
  for (const agencyId of new Set([...now.keys(), ...before.keys()])) {
    const { count, refundedBps } = now.get(agencyId) ?? { count: 0, refundedBps: 0 };
    const known = before.get(agencyId);
    if (known?.count === count && known.refundedBps === refundedBps) continue;
    await tell({ agencyId, kind: things.kind, count, refundedBps });
    changed++;
  }
  return changed;
}

async function countsOf({ things, state, one }: RecordedThings, at: Date): Promise<Row[]> {
  const rows = await things.aggregate<Row>([
    {
      $match: {
        heldAt: { $gte: after(at, -RECORD_DAYS * DAY) },
        [state]: { $in: ['HELD', 'DISPUTED', 'REFUNDED', 'RELEASED'] },
      },
    },
    {
      $group: {
        _id: { agencyId: '$agencyId', one },
        gross: { $sum: '$grossMinor' },
        refunded: { $sum: '$refundedMinor' },
      },
    },
    {
      $group: {
        _id: '$_id.agencyId',
        count: { $sum: 1 },
        refundedBps: { $sum: { $divide: [{ $multiply: ['$refunded', 10_000] }, '$gross'] } },
      },
    },
  ]);
  return rows.map(({ _id, count, refundedBps }) => ({ _id, count, refundedBps: Math.round(Number(refundedBps)) }));
}

async function tell(counts: Omit<UsageTold, '_id'>): Promise<void> {
  await inTransaction(async () => {
    await UsageTolds.updateOne({ _id: `${counts.agencyId}:${counts.kind}` }, { $set: counts }, { upsert: true });
    await emit('agency.usageCounted', counts.agencyId, counts);
  });
}
