import { type Request, type Response, type Router } from 'express';
import { type Viewer } from '../../../graphql/viewer';
import { readToken } from '../../../platform/seal';
import { isOpener, type SoundKind, sendSound } from '../../recordings';
import { type Call } from '../model';
import { mayHear } from '../policy';
import { callSeenBy } from '../readCalls';
import { type Opening, PURPOSE, soundAddress } from './openCallRecording';

/**
 * `GET /api/calls/:id/audio?key=…`: the sound of a call that was opened, whole or a range of its bytes. The key is that of
 * the opening, and only its session may use it; session and call are looked at for each request.
 */
export function playRoutes(router: Router): void {
  router.get(soundAddress(':id'), play);
}

async function play(request: Request<{ id: string }>, response: Response): Promise<void> {
  const call = await opened(request);
  const { fileId, kind } = call?.recording ?? { fileId: null, kind: null };
  await sendSound(request, response, fileId && kind ? { fileId, kind: kind as SoundKind, name: call!._id } : null);
}

/** The call whose recording the key opens, where the session that opened it asks and still stands; null for everything else. */
async function opened(request: Request<{ id: string }>): Promise<Call | null> {
  const { params, query } = request;
  const opening = typeof query.key === 'string' ? readOpening(query.key) : null;
  if (opening?.callId !== params.id) return null;
  if (!(await isOpener(request, opening.viewer))) return null;
  const viewer: Viewer = opening.viewer;
  const call = await callSeenBy(viewer, opening.callId);
  return call && mayHear(viewer, call) ? call : null;
}

function readOpening(key: string): Opening | null {
  try {
    return readToken<Opening>(PURPOSE, key);
  } catch {
    return null;
  }
}
