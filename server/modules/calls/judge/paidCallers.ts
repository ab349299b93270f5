import { after } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { type Call, type PaidCaller, PaidCallers } from '../model';
import { REPEAT_MS } from '../rules';

const idOf = (businessId: string, caller: string): string => idFrom('paidcaller', businessId, caller);

const isWithin = (billed: Date, at: Date): boolean => Math.abs(billed.getTime() - at.getTime()) < REPEAT_MS;

/** Whether a business was billed for a caller within 30 days before or after a moment. */
export async function wasBilledFor(businessId: string, caller: string, at: Date): Promise<boolean> {
  const row = await PaidCallers.findById(idOf(businessId, caller)).lean<PaidCaller>();
  return row !== null && isWithin(row.at, at);
}

/** Notes that a business is billed for a caller, in the open transaction: two calls at once meet in this row. */
export async function notePaid(businessId: string, caller: string, callId: string, at: Date): Promise<void> {
  await PaidCallers.updateOne(
    { _id: idOf(businessId, caller) },
    { $set: { callId, at }, $inc: { count: 1 } },
    { upsert: true },
  );
}

/**
 * A call whose whole price went back no longer counts as billed, in the open transaction: the caller's next one is paid for.
 * By the call, as who called may be erased; a later bill of the caller has taken its place, and stays.
 */
export async function takeBackPaid({ _id: callId, startedAt: at }: Pick<Call, '_id' | 'startedAt'>): Promise<void> {
  await PaidCallers.deleteOne({ callId, at });
}

/** Forgets whom nobody asks for any more. */
export async function forgetPaid(at: Date): Promise<number> {
  const { deletedCount } = await PaidCallers.deleteMany({ at: { $lt: after(at, -2 * REPEAT_MS) } });
  return deletedCount;
}
