import { pipeline } from 'node:stream/promises';
import { type Request, type Response, type Router } from 'express';
import { readFile, statFile } from '../../platform/files';
import { readToken } from '../../platform/seal';
import { requireLiveSession } from '../accounts';
import { AUDIO_TYPES, type CallRecording, soundAddress, storedRecording } from '../leads';
import { saleOf } from '../market';
import { type Opening, PURPOSE } from './openRecording';

/**
 * `GET /api/recordings/:id/audio?key=…`: the sound of a recording that was opened, whole or a range of its bytes. The key
 * is that of the opening; session and sale are looked at for each request, so that what ends in the middle of a call ends.
 */
export function playRoutes(router: Router): void {
  router.get(soundAddress(':id'), play);
}

async function play(request: Request<{ id: string }>, response: Response): Promise<void> {
  const recording = await opened(request);
  const file = recording?.fileId ? await statFile(recording.fileId) : null;
  response.setHeader('cache-control', 'private, no-store, no-transform');
  if (!recording || !file) {
    response
      .status(404)
      .json({ error: 'NotFound', message: 'This recording is not open, or not any more. Open it again.' });
    return;
  }
  setHeaders(response, recording);
  const ranges = request.range(file.bytes, { combine: true });
  if (ranges === -1) {
    response.status(416).setHeader('content-range', `bytes */${file.bytes}`);
    response.end();
    return;
  }
  // Several ranges at once are answered with the whole, as the standard lets us.
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0]! : null;
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  response.status(range ? 206 : 200).setHeader('content-length', end - start + 1);
  if (range) response.setHeader('content-range', `bytes ${start}-${end}/${file.bytes}`);
  if (request.method === 'HEAD') return void response.end();
  try {
    await pipeline(readFile(file.id, { start, end: end + 1 }), response);
  } catch (error) {
    // A player that jumps goes away in the middle of each range.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function setHeaders(response: Response, { _id, kind }: CallRecording): void {
  response.setHeader('content-type', AUDIO_TYPES[kind!]);
  response.setHeader('accept-ranges', 'bytes');
  // Nothing in it is ever run or shown as a page, whatever its bytes are.
  response.setHeader('content-disposition', `attachment; filename="${_id}.${kind!.toLowerCase()}"`);
  response.setHeader('content-security-policy', "sandbox; default-src 'none'");
}

/** The recording that the key opens for a session that still stands; null for everything else. */
async function opened({ params, query }: Request<{ id: string }>): Promise<CallRecording | null> {
  const opening = typeof query.key === 'string' ? readOpening(query.key) : null;
  if (opening?.recordingId !== params.id) return null;
  await requireLiveSession(opening.viewer);
  if (opening.saleId !== null && (await saleOf(opening.saleId))?.state === 'REFUNDED') return null;
  return storedRecording(opening.recordingId);
}

function readOpening(key: string): Opening | null {
  try {
    return readToken<Opening>(PURPOSE, key);
  } catch {
    return null;
  }
}
