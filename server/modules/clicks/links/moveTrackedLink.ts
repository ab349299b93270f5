import { type MoveTrackedLinkInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { conflict, notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type TrackedLink, TrackedLinks } from '../model';
import { keepLink } from './linkMemory';

const MOVES = {
  pauseTrackedLink: { to: 'PAUSED', already: 'The link is paused already.' },
  resumeTrackedLink: { to: 'ACTIVE', already: 'The link is not paused.' },
} as const;

async function move(
  { organisationId: agencyId, personId }: Viewer,
  id: string,
  act: keyof typeof MOVES,
): Promise<{ trackedLink: TrackedLink }> {
  const { to, already } = MOVES[act];
  const trackedLink = await inTransaction(async () => {
    const moved = await TrackedLinks.findOneAndUpdate(
      { _id: id, agencyId, state: { $ne: to } },
      { $set: { state: to }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    ).lean<TrackedLink>();
    if (!moved) throw (await TrackedLinks.exists({ _id: id, agencyId })) ? conflict(already) : notFound('link');
    await recordAct({ actor: personId, act, subject: id });
    return moved;
  });
  keepLink(trackedLink);
  return { trackedLink };
}

/** Stops a link. Throws NotFound, Conflict. */
export const pauseTrackedLink = (viewer: Viewer, { id }: MoveTrackedLinkInput) => move(viewer, id, 'pauseTrackedLink');

/** Lets a link lead to its campaign again. Throws NotFound, Conflict. */
export const resumeTrackedLink = (viewer: Viewer, { id }: MoveTrackedLinkInput) =>
  move(viewer, id, 'resumeTrackedLink');
