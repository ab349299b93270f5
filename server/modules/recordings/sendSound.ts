import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';
import { readFile, statFile } from '../../platform/files';
import { AUDIO_TYPES } from '../leads';

export type SoundKind = keyof typeof AUDIO_TYPES;

/** A sound that is heard: where it lies, what it is, and what it is called when it is kept. */
export interface Sound {
  fileId: string;
  kind: SoundKind;
  name: string;
}

/** Answers with a sound, whole or a range of its bytes; with 404 where there is none to be heard. */
export async function sendSound(request: Request, response: Response, sound: Sound | null): Promise<void> {
  const file = sound ? await statFile(sound.fileId) : null;
  response.setHeader('cache-control', 'private, no-store, no-transform');
  if (!sound || !file) {
    response
      .status(404)
      .json({ error: 'NotFound', message: 'This recording is not open, or not any more. Open it again.' });
    return;
  }
  setHeaders(response, sound);
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

function setHeaders(response: Response, { name, kind }: Sound): void {
  response.setHeader('content-type', AUDIO_TYPES[kind]);
  response.setHeader('accept-ranges', 'bytes');
  // Nothing in it is ever run or shown as a page, whatever its bytes are.
  response.setHeader('content-disposition', `attachment; filename="${name}.${kind.toLowerCase()}"`);
  response.setHeader('content-security-policy', "sandbox; default-src 'none'");
}
