import { Readable } from 'node:stream';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, notFound, UserError } from '../../../platform/errors';
import { removeFile, storeFile, type StoredFile } from '../../../platform/files';
import { inTransaction } from '../../../platform/transaction';
import { addProof } from '../addProof';
import { ownerOf } from '../intake/keptBytes';
import { type AudioKind, audioKindOf, HEAD_BYTES } from './audioKind';
import { type CallRecording, CallRecordings } from './model';

export const MOST_RECORDING_BYTES = 25 * 1024 * 1024;

export const recordingTooLarge = (): UserError =>
  new UserError('FileTooLarge', `A recording has at most ${MOST_RECORDING_BYTES / 1024 / 1024} MB.`);

/**
 * Takes the sound of a recording that was announced, as a stream: stores it encrypted, and from then on it proves the
 * lead's phone. What is no sound by its bytes is refused. Sent again, it changes nothing.
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
  if (recording.state === 'STORED') return recording;
  const { stored, kind } = await store(viewer, body, announcedBytes ?? MOST_RECORDING_BYTES);
  try {
    return await inTransaction(() => keep(recording, stored, kind));
  } catch (error) {
    await removeFile(stored.id);
    throw error;
  }
}

async function store(viewer: Viewer, body: Readable, bytes: number): Promise<{ stored: StoredFile; kind: AudioKind }> {
  // Not destroyed when it is refused half-way: its sender is still to get the answer.
  const pieces = (body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    const head = await headOf(pieces);
    const kind = audioKindOf(head);
    if (!kind) throw new UserError('UnsupportedAudio', 'This is no recording: send MP3, WAV, OGG, M4A or WebM.');
    const limits = { maxBytes: MOST_RECORDING_BYTES, owner: ownerOf(viewer, bytes) };
    return { stored: await storeFile(Readable.from(measured(head, pieces), { objectMode: false }), limits), kind };
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

async function keep({ _id, leadId, calledAt }: CallRecording, file: StoredFile, kind: AudioKind) {
  const stored = await CallRecordings.findOneAndUpdate(
    { _id, state: 'ANNOUNCED' },
    { $set: { state: 'STORED', fileId: file.id, bytes: file.bytes, kind, storedAt: now() } },
    { returnDocument: 'after' },
  ).lean<CallRecording>();
  if (!stored) throw conflict('This recording arrived already, or is gone. Look at the lead anew.');
  await addProof(leadId, { channel: 'PHONE', method: 'RECORDED_CALL', at: calledAt });
  return stored;
}
