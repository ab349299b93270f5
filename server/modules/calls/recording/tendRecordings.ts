import { Readable } from 'node:stream';
import { after, MINUTE } from '../../../platform/clock';
import { removeFile, storeFile } from '../../../platform/files';
import { log } from '../../../platform/log';
import { type Call, type CallMoneyState, type CallRow, callFrom, Calls } from '../model';
import { keepRecording } from './noteRecording';
import { deleteRecording, fetchRecording, ProviderRefused, ProviderSilent, recordingOf } from '../telephony/provider';

const A_RUN = 100;
/** While its money may still be disputed, or is. */
const IN_DISPUTE: readonly CallMoneyState[] = ['HELD', 'DISPUTED'];
const MOST_TRIES = 8;
/** A recording that was not told of so long after the call is asked for. */
const UNTOLD_MS = 10 * MINUTE;
const MOST_BYTES = 60 * 1024 * 1024;

/**
 * Fetches the recordings of billed calls, and deletes those of calls that cost nothing, whose window is over or whose
 * caller was erased, except for an open dispute: here and at the provider. Answers with how many were fetched or deleted. A
 * provider that is silent ends the run.
 */
export async function tendRecordings(at: Date): Promise<number> {
  const waiting = await Calls.find({ 'recording.state': 'WAITING', verdict: { $ne: 'PENDING' } })
    .sort({ 'recording.tries': 1 })
    .limit(A_RUN)
    .lean<CallRow[]>();
  const over = await Calls.find({
    'recording.state': 'STORED',
    windowEndsAt: { $lte: at },
    money: { $nin: IN_DISPUTE },
  })
    .limit(A_RUN)
    .lean<CallRow[]>();
  const erased = await Calls.find({
    isErased: true,
    'recording.state': 'STORED',
    windowEndsAt: { $gt: at },
    money: { $ne: 'DISPUTED' },
  })
    .limit(A_RUN)
    .lean<CallRow[]>();
  const untold = await Calls.find({
    'recording.state': 'NONE',
    isRecorded: true,
    judgedAt: { $lte: after(at, -UNTOLD_MS) },
  })
    .limit(A_RUN)
    .lean<CallRow[]>();
  let done = 0;
  for (const call of [...waiting, ...over, ...erased, ...untold].map(callFrom)) {
    try {
      await tend(call);
      done++;
    } catch (error) {
      log.error({ error, callId: call._id }, 'a recording could not be fetched or deleted');
      if (error instanceof ProviderSilent) return done;
      if (!(error instanceof ProviderRefused)) throw error;
    }
  }
  return done;
}

async function tend(call: Call): Promise<void> {
  if (call.recording.state === 'NONE') return findOne(call);
  const isOpen = call.money === 'DISPUTED' || (IN_DISPUTE.includes(call.money) && !call.isErased);
  if (call.recording.state === 'WAITING' && isOpen && call.recording.tries < MOST_TRIES) await fetchOne(call);
  else await removeOne(call);
}

/** The provider did not tell of a recording that was to be made: asked, it has one, or there is none. */
async function findOne({ _id, sid, outcome }: Call): Promise<void> {
  const found = outcome === 'COMPLETED' ? await recordingOf(sid) : null;
  if (found) await keepRecording(_id, found.sid, found.duration);
  else await Calls.updateOne({ _id, 'recording.state': 'NONE' }, { $set: { isRecorded: false } });
}

async function fetchOne({ _id, recording }: Call): Promise<void> {
  await Calls.updateOne({ _id }, { $inc: { 'recording.tries': 1, news: 1 } });
  const { sound, kind } = await fetchRecording(recording.sid!);
  const file = await storeFile(Readable.from([sound], { objectMode: false }), { maxBytes: MOST_BYTES });
  const { matchedCount } = await Calls.updateOne(
    { _id, 'recording.state': 'WAITING' },
    { $set: { 'recording.state': 'STORED', 'recording.fileId': file.id, 'recording.kind': kind }, $inc: { news: 1 } },
  );
  if (matchedCount === 0) await removeFile(file.id);
}

/** At the provider first: a stop between the two leaves a row by which the next run does the rest. */
async function removeOne({ _id, recording }: Call): Promise<void> {
  if (recording.sid) await deleteRecording(recording.sid);
  if (recording.fileId) await removeFile(recording.fileId);
  await Calls.updateOne(
    { _id },
    { $set: { 'recording.state': 'REMOVED', 'recording.fileId': null, 'recording.sid': null }, $inc: { news: 1 } },
  );
}
