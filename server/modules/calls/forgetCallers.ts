import { Calls } from './model';
import { forgetPaid } from './judge/paidCallers';

/** What is left of who called: nothing. */
export const FORGOTTEN = { caller: null, sealed: null, masked: null, callerCountry: null, forgetAt: null } as const;

/** Forgets who called, after the time for which it is kept; the call and its money stay. Answers for how many. */
export async function forgetCallers(at: Date): Promise<number> {
  const { modifiedCount } = await Calls.updateMany({ forgetAt: { $lte: at } }, { $set: FORGOTTEN });
  return modifiedCount + (await forgetPaid(at));
}
