import { now } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { hindranceOf, type Taken } from '../life/taken';
import { CallEvents, Calls } from '../model';
import { CALL_SID, callIdOf, fieldOf, RECORDING_SID, secondsOf } from '../telephony/news';
import { type Fields } from '../telephony/signature';

/**
 * Notes that the provider has a recording of a call: only its id, by which it is fetched or deleted. A call has one
 * recording; one that comes after it was judged not to be billed is deleted too.
 */
export async function noteRecording(fields: Fields): Promise<Taken> {
  const callSid = fieldOf(fields, 'CallSid') ?? '';
  if (!CALL_SID.test(callSid)) return 'NO_CALL';
  const _id = callIdOf(callSid);
  const hindrance = await hindranceOf(_id, now());
  if (hindrance) return hindrance;
  const sid = fieldOf(fields, 'RecordingSid') ?? '';
  // That there is none changes nothing, however often it is told.
  if (!RECORDING_SID.test(sid) || fieldOf(fields, 'RecordingStatus') !== 'completed') return 'KEPT';
  return keepRecording(_id, sid, fieldOf(fields, 'RecordingDuration'));
}

/** Keeps which recording the provider has of a call; known already it changes nothing. */
export async function keepRecording(callId: string, sid: string, duration: string | null): Promise<Taken> {
  try {
    await inTransaction(() => note(callId, sid, secondsOf(duration)));
    return 'KEPT';
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return 'KNOWN';
  }
}

async function note(callId: string, sid: string, seconds: number | null): Promise<void> {
  const at = now();
  await CallEvents.insertMany([
    {
      _id: idFrom('callevent', callId, 'RECORDED', sid),
      callId,
      source: 'RECORDED',
      leg: 'BUSINESS',
      status: 'RECORDED',
      sequence: null,
      seconds,
      at,
      receivedAt: at,
    },
  ]);
  await Calls.updateOne(
    { _id: callId, 'recording.state': 'NONE', isRecorded: true },
    {
      $set: { 'recording.state': 'WAITING', 'recording.sid': sid, 'recording.seconds': seconds },
      $inc: { news: 1 },
    },
  );
}
