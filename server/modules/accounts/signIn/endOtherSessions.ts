import { type EndOtherSessionsInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { endSessions } from './sessions';

/** Ends the viewer's sessions but the one that asks: all, or those that work in one organisation. */
export async function endOtherSessions(
  { personId, sessionId }: Viewer,
  { organisationId }: EndOtherSessionsInput,
): Promise<{ endedSessions: number }> {
  const others = { personId, _id: { $ne: sessionId }, ...(organisationId ? { organisationId } : {}) };
  return { endedSessions: await endSessions(others, 'ENDED_BY_OWNER') };
}
