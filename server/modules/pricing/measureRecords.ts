import { after, DAY } from '../../platform/clock';
import { AgencyRecords, type AgencyRecordRow, SaleFacts } from './model';

/** The days that an agency's record speaks of: what was long ago neither helps nor harms. */
export const RECORD_DAYS = 90;

type Sums = Pick<AgencyRecordRow, '_id' | 'sales' | 'refundedBps'>;

/**
 * Lets what is older than the record's days fall out of it, by the sales of these days. What was counted meanwhile is left
 * for the next run. Answers with how many records changed.
 */
export async function measureRecords(now: Date): Promise<number> {
  const before = await AgencyRecords.find({}, { sales: 1, refundedBps: 1 }).lean<Sums[]>();
  const sums = await SaleFacts.aggregate<Sums>([
    { $match: { heldAt: { $gte: after(now, -RECORD_DAYS * DAY) } } },
    { $group: { _id: '$agencyId', sales: { $sum: 1 }, refundedBps: { $sum: '$refundedBps' } } },
  ]);
  const measured = new Map(sums.map((row) => [row._id, row]));
  const updates = before.flatMap(({ _id, sales, refundedBps }) => {
    const found = measured.get(_id) ?? { sales: 0, refundedBps: 0 };
    if (found.sales === sales && found.refundedBps === refundedBps) return [];
    const $set = { sales: found.sales, refundedBps: found.refundedBps };
    return [{ updateOne: { filter: { _id, sales, refundedBps }, update: { $set } } }];
  });
  if (updates.length === 0) return 0;
  return (await AgencyRecords.bulkWrite(updates)).modifiedCount;
}
