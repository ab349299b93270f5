import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, notFound, UserError } from '../../../platform/errors';
import { removeFile, statFile, storeFile, type StoredFile } from '../../../platform/files';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { addProof } from '../addProof';
import { ownerOf } from '../intake/keptBytes';
import { type AudioKind, audioKindOf, HEAD_BYTES } from './audioKind';
import { checkLength } from './checkLength';
import { secondsOf } from './length/secondsOf';
import { isSilent } from './length/silence';
import { storedSound } from './length/sound';
import { isSteady } from './length/steady';
import { type CallRecording, CallRecordings } from './model';
import { noteSound } from './recordedSounds';

export const MOST_RECORDING_BYTES = 25 * 1024 * 1024;

export const recordingTooLarge = (): UserError =>
  new UserError('FileTooLarge', `A recording has at most ${MOST_RECORDING_BYTES / 1024 / 1024} MB.`);

/** What arrived, and what its bytes say of it. */
interface Arrived {
  stored: StoredFile;
  kind: AudioKind;
  seconds: number;
  isSilent: boolean;
  isSteady: boolean;
}

const noRecording = (): UserError =>
  new UserError('UnsupportedAudio', 'This is no recording: send MP3, WAV, OGG, M4A or WebM.');

const silent = (): UserError =>
  new UserError('UnsupportedAudio', 'Nothing is heard on this recording. Send the one on which the person answers.');

const steady = (): UserError =>
  new UserError(
    'UnsupportedAudio',
    'Nobody speaks on this recording: it is equally loud or equally bright from beginning to end, as a tone or a noise is. Send the call itself.',
  );

const another = (): UserError =>
  conflict(
    'Another sound is stored for this recording already, and stays. Announce a recording of its own for this one.',
  );

/**
 * Takes the sound of a recording that was announced, as a stream: stores it encrypted, and from then on it proves the
 * lead's phone. What is no sound by its bytes, lasts too short to be a call, is silent or a mere tone, is of another length than announced
 * or was sent for another phone is refused. The same sound sent again changes nothing, another one is refused.
 */
export async function receiveRecording(
  viewer: Viewer,
  recordingId: string,
  body: Readable,
  announcedBytes: number | null,
): Promise<CallRecording> {
  const recording = await CallRecordings.findOne({
    _id: recordingId,
    agencyId: viewer.organisationId,
  }).lean<CallRecording>();
  if (!recording) throw notFound('recording');
  if (recording.state === 'STORED') return sameAsStored(recording, await hashOf(body));
  const arrived = await store(viewer, body, announcedBytes ?? MOST_RECORDING_BYTES);
  try {
    await checkLength(recording, arrived.seconds);
    if (arrived.isSilent) throw silent();
    if (arrived.isSteady) throw steady();
    return await keepOnce(recording, arrived);
  } catch (error) {
    await removeFile(arrived.stored.id);
    const current = await CallRecordings.findById(recordingId).readConcern('local').lean<CallRecording>();
    // Of two at once one was first.
    if (current?.state === 'STORED') return sameAsStored(current, arrived.stored.sha256);
    throw error;
  }
}

async function sameAsStored(recording: CallRecording, sha256: string): Promise<CallRecording> {
  const stored = await statFile(recording.fileId!);
  if (stored?.sha256 !== sha256) throw another();
  return recording;
}

/** Of what is sent for a recording that has its sound: nothing of it is kept. */
async function hashOf(body: Readable): Promise<string> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_RECORDING_BYTES) throw recordingTooLarge();
    hash.update(piece);
  }
  return hash.digest('hex');
}

async function store(viewer: Viewer, body: Readable, bytes: number): Promise<Arrived> {
  // Not destroyed when it is refused half-way: its sender is still to get the answer.
  const pieces = (body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    const head = await headOf(pieces);
    const kind = audioKindOf(head);
    if (!kind) throw noRecording();
    const limits = { maxBytes: MOST_RECORDING_BYTES, owner: ownerOf(viewer, bytes) };
    const stored = await storeFile(Readable.from(measured(head, pieces), { objectMode: false }), limits);
    const sound = storedSound(stored.id, stored.bytes);
    const seconds = await secondsOf(kind, sound);
    const isEmpty = seconds > 0 && (await isSilent(kind, sound)) === true;
    return {
      stored,
      kind,
      seconds,
      isSilent: isEmpty,
      isSteady: seconds > 0 && (await isSteady(kind, sound)) === true,
    };
  } finally {
    await pieces.return?.();
  }
}

/** The first bytes, by which the kind is known before anything is stored. */
async function headOf(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  const head: Buffer[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await pieces.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(head);
}

async function* measured(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  let size = head.length;
  yield head;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    size += next.value.length;
    if (size > MOST_RECORDING_BYTES) throw recordingTooLarge();
    yield next.value;
  }
}

/** Of two calls with one sound at once, the second looks at what the first has noted of it. */
async function keepOnce(recording: CallRecording, arrived: Arrived): Promise<CallRecording> {
  try {
    return await inTransaction(() => keep(recording, arrived));
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return inTransaction(() => keep(recording, arrived));
  }
}

async function keep({ _id, leadId, calledAt }: CallRecording, { stored, kind, seconds }: Arrived) {
  await noteSound(stored.sha256, leadId);
  const kept = await CallRecordings.findOneAndUpdate(
    { _id, state: 'ANNOUNCED' },
    {
      $set: {
        state: 'STORED',
        fileId: stored.id,
        bytes: stored.bytes,
        kind,
        durationSeconds: Math.round(seconds),
        storedAt: now(),
      },
    },
    { returnDocument: 'after' },
  ).lean<CallRecording>();
  if (!kept) throw conflict('This recording arrived already, or is gone. Look at the lead anew.');
  await addProof(leadId, { channel: 'PHONE', method: 'RECORDED_CALL', at: calledAt });
  return kept;
}
