import { type Request } from 'express';
import { liveViewerOf } from '../../http/viewerOf';
import { type Viewer } from '../../graphql/viewer';
import { requireLiveSession } from '../accounts';

/**
 * Whether an address of a sound is asked for by the session that opened it: an address is copied, logged and sent on, and
 * whoever has it alone hears nothing. Throws UNAUTHENTICATED where nobody asks, or the session has ended.
 */
export async function isOpener(request: Request, opener: Omit<Viewer, 'isSystem'>): Promise<boolean> {
  const asking = await liveViewerOf(request);
  if (asking.sessionId !== opener.sessionId || asking.personId !== opener.personId) return false;
  await requireLiveSession(opener);
  return true;
}
