import { after } from '../../../platform/clock';
import { type Call, Calls } from '../model';
import { STALE_MS } from '../rules';

/** What became of something that was told: kept; known already; of no call; of one so long ago that nobody tells of it. */
export type Taken = 'KEPT' | 'KNOWN' | 'NO_CALL' | 'STALE';

/** Why nothing is taken of a call at a moment; null where it is. */
export async function hindranceOf(callId: string, at: Date): Promise<Exclude<Taken, 'KEPT' | 'KNOWN'> | null> {
  const call = await Calls.findById(callId, { startedAt: 1 }).lean<Pick<Call, 'startedAt'>>();
  if (!call) return 'NO_CALL';
  return call.startedAt < after(at, -STALE_MS) ? 'STALE' : null;
}
