import { type Request, type Response, type Router } from 'express';
import { readToken } from '../../platform/seal';
import { isSaleOpen } from '../desk';
import { type CallRecording, soundAddress, storedRecording } from '../leads';
import { isOpener } from './isOpener';
import { type Opening, PURPOSE } from './openRecording';
import { sendSound } from './sendSound';

/**
 * `GET /api/recordings/:id/audio?key=…`: the sound of a recording that was opened, whole or a range of its bytes. The key
 * is that of the opening, and only its session may use it; session and sale are looked at for each request, so that what
 * ends in the middle of a call ends.
 */
export function playRoutes(router: Router): void {
  router.get(soundAddress(':id'), play);
}

async function play(request: Request<{ id: string }>, response: Response): Promise<void> {
  const recording = await opened(request);
  const sound = recording?.fileId ? { fileId: recording.fileId, kind: recording.kind!, name: recording._id } : null;
  await sendSound(request, response, sound);
}

/** The recording that the key opens, where the session that opened it asks and still stands; null for everything else. */
async function opened(request: Request<{ id: string }>): Promise<CallRecording | null> {
  const { params, query } = request;
  const opening = typeof query.key === 'string' ? readOpening(query.key) : null;
  if (opening?.recordingId !== params.id) return null;
  if (!(await isOpener(request, opening.viewer))) return null;
  if (opening.saleId !== null && !(await isSaleOpen(opening.saleId))) return null;
  return storedRecording(opening.recordingId);
}

function readOpening(key: string): Opening | null {
  try {
    return readToken<Opening>(PURPOSE, key);
  } catch {
    return null;
  }
}
