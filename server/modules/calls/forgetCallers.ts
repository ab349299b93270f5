import { Calls } from './model';
import { forgetPaid } from './judge/paidCallers';

/** Forgets who called, after the time for which it is kept; the call and its money stay. Answers for how many. */
export async function forgetCallers(at: Date): Promise<number> {
  const { modifiedCount } = await Calls.updateMany(
    { forgetAt: { $lte: at } },
    { $set: { caller: null, sealed: null, masked: null, callerCountry: null, forgetAt: null } },
  );
  return modifiedCount + (await forgetPaid(at));
}
