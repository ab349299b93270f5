import { after, SECOND } from '../../../platform/clock';
import { logFailure } from '../../../platform/failures';
import { idFrom } from '../../../platform/ids';
import { log } from '../../../platform/log';
import { noteNews } from '../life/noteNews';
import { type Call, type CallRow, callFrom, Calls, type RawEvent } from '../model';
import { LOST_MS, nextAskMs, SLACK_SECONDS } from '../rules';
import { type LegTold, legsOf, ProviderRefused, ProviderSilent } from '../telephony/provider';
import { secondsOf, statusOf } from '../telephony/news';
import { judgeOne } from './judgeOne';

const A_RUN = 500;

/**
 * Judges calls that are over and not judged yet, and asks the provider for those whose end it did not tell. Answers with
 * how many were judged. One that fails does not hold up the others; a provider that is silent ends the asking.
 */
export async function judgeDue(at: Date): Promise<number> {
  const rows = await Calls.find({ verdict: 'PENDING', dueAt: { $lte: at } })
    .sort({ dueAt: 1 })
    .limit(A_RUN)
    .lean<CallRow[]>();
  let judged = 0;
  let isSilent = false;
  const failures: unknown[] = [];
  for (const call of rows.map(callFrom)) {
    try {
      if (needsAsking(call, at)) {
        if (!isSilent) await ask(call, at);
      } else judged += await judgeOne(call._id);
    } catch (error) {
      isSilent ||= error instanceof ProviderSilent;
      logFailure({ error, isTriedAgain: true }, { callId: call._id }, 'a call could not be judged');
      if (!(error instanceof ProviderSilent)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} calls could not be judged`);
  return judged;
}

const isLost = ({ startedAt }: Call, at: Date): boolean => after(startedAt, LOST_MS) <= at;

/** A call without an end, or one that was talked and nobody said how long, as long as somebody may still say it. */
const needsAsking = (call: Call, at: Date): boolean =>
  call.state !== 'ENDED' || (call.outcome === 'COMPLETED' && call.seconds === null && !isLost(call, at));

async function ask(call: Call, at: Date): Promise<void> {
  await Calls.updateOne(
    { _id: call._id, verdict: 'PENDING' },
    { $set: { dueAt: after(at, nextAskMs(call.asked + 1)) }, $inc: { asked: 1 } },
  );
  const told = await toldOf(call, at);
  const event = told ?? (isLost(call, at) ? eventOf(call, 'FAILED', null, at, at) : null);
  if (event) await noteNews(event);
}

/** What the provider says of the end of a call; null while it goes on, or where it does not know it. */
async function toldOf(call: Call, at: Date): Promise<RawEvent | null> {
  let legs: Awaited<ReturnType<typeof legsOf>>;
  try {
    legs = await legsOf(call.sid);
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    log.error({ error, callId: call._id }, 'the provider does not tell of a call');
    return null;
  }
  if (!legs) return null;
  const isOver = (status: string): boolean => !['RINGING', 'ANSWERED', null].includes(statusOf(status));
  const [business] = legs.business;
  if (business && isOver(business.status)) {
    const status = statusOf(business.status) as RawEvent['status'];
    return eventOf(call, status, lengthOf(business), endOf(business, at), at);
  }
  // The caller was gone before the phone of the business was called at all.
  return !business && isOver(legs.caller.status) ? eventOf(call, 'CANCELLED', null, endOf(legs.caller, at), at) : null;
}

/** When a leg ended, as far as the provider says. */
function endOf({ end_time }: LegTold, at: Date): Date {
  const endedAt = new Date(end_time ?? NaN);
  return Number.isNaN(endedAt.getTime()) ? at : endedAt;
}

/** The length of a leg, no longer than from its start to its end where both are told. */
function lengthOf({ duration, start_time, end_time }: LegTold): number | null {
  const seconds = secondsOf(duration);
  const whole = (Date.parse(end_time ?? '') - Date.parse(start_time ?? '')) / SECOND;
  return seconds === null || Number.isNaN(whole) || seconds <= whole + SLACK_SECONDS ? seconds : Math.max(whole, 0);
}

const eventOf = (
  { _id }: Call,
  status: RawEvent['status'],
  seconds: number | null,
  endedAt: Date,
  receivedAt: Date,
): RawEvent => ({
  _id: idFrom('callevent', _id, 'ASKED', status, seconds ?? ''),
  callId: _id,
  source: 'ASKED',
  leg: 'BUSINESS',
  status,
  sequence: null,
  seconds,
  at: endedAt < receivedAt ? endedAt : receivedAt,
  receivedAt,
});
