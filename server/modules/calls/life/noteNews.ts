import { after, now, SECOND } from '../../../platform/clock';
import { log } from '../../../platform/log';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { judgeOne } from '../judge/judgeOne';
import { callFrom, type Call, CallEvents, type CallRow, Calls, type RawEvent } from '../model';
import { nextAskMs, SECOND_END_MS, SLACK_SECONDS } from '../rules';
import { type Life, lifeOf } from './life';
import { hindranceOf, type Taken } from './taken';

/**
 * Keeps news of a call and works its life out anew from all of it. News that is known already does nothing, nor what is
 * told of a call of long ago; what the provider answers when it is asked is never too late. A call whose end is told by
 * both doors is judged at once.
 */
export async function noteNews(event: RawEvent): Promise<Taken> {
  const hindrance = await hindranceOf(event.callId, event.receivedAt);
  if (hindrance === 'NO_CALL' || (hindrance && event.source !== 'ASKED')) return hindrance;
  try {
    const isDue = await inTransaction(() => note(event));
    if (isDue) await judgeSoon(event.callId);
    return 'KEPT';
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return 'KNOWN';
  }
}

/** What is not judged here, because the database is busy, the job judges seconds later. */
async function judgeSoon(callId: string): Promise<void> {
  try {
    await judgeOne(callId);
  } catch (error) {
    log.warn({ error, callId }, 'a call could not be judged at once');
  }
}

/** Answers whether the call can be judged now. */
async function note(told: RawEvent): Promise<boolean> {
  const row = await Calls.findById(told.callId).lean<CallRow>();
  if (!row) throw new Error(`call ${told.callId} is gone`);
  const call = callFrom(row);
  await CallEvents.insertMany([timely(told, call)]);
  // What was never put through, or was judged, stays as it is: late news is kept and changes nothing.
  if (call.verdict !== 'PENDING') {
    await Calls.updateOne({ _id: call._id }, { $inc: { news: 1 } });
    return false;
  }
  const events = await CallEvents.find({ callId: call._id }).lean<RawEvent[]>();
  const life = lifeOf(events, call);
  const at = now();
  const { isWhole, ...kept } = life;
  await Calls.updateOne(
    { _id: call._id, verdict: 'PENDING' },
    { $set: { ...kept, dueAt: dueAtOf(call, life, events, at) }, $inc: { news: 1 } },
  );
  return isWhole;
}

/**
 * Nothing of a call is older than the call: news that says so is of when it arrived, or of when the call came in where no
 * more than clocks and roundings are between.
 */
function timely(event: RawEvent, { startedAt, rulesVersion }: Call): RawEvent {
  if (rulesVersion < 3 || event.at >= startedAt) return event;
  return { ...event, at: event.at >= after(startedAt, -SLACK_SECONDS * SECOND) ? startedAt : event.receivedAt };
}

/** When it is judged, or asked for: a call whose one leg ended is looked at soon. */
function dueAtOf(call: Call, { state, isWhole }: Life, events: readonly RawEvent[], at: Date): Date {
  if (isWhole) return at;
  const callerIsGone = events.some(({ source }) => source === 'STATUS');
  if (state === 'ENDED' || callerIsGone) return after(at, SECOND_END_MS);
  return after(at, nextAskMs(call.asked));
}
