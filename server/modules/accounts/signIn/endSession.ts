import { type EndSessionInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { notFound } from '../../../platform/errors';
import { endSessions } from './sessions';

/** Ends one live session of the viewer's login; another person's reads as one that does not exist. */
export async function endSession({ personId }: Viewer, { sessionId }: EndSessionInput): Promise<{ sessionId: string }> {
  const ended = await endSessions({ _id: sessionId, personId }, 'ENDED_BY_OWNER');
  if (ended === 0) throw notFound('session');
  return { sessionId };
}
