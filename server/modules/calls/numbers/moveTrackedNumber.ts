import { type MoveTrackedNumberInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { conflict, notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type TrackedNumber, TrackedNumbers } from '../model';

const MOVES = {
  pauseTrackedNumber: { from: 'ACTIVE', to: 'PAUSED', already: 'The number is paused already.' },
  resumeTrackedNumber: { from: 'PAUSED', to: 'ACTIVE', already: 'The number is not paused.' },
} as const;

const move = (
  { organisationId: agencyId, personId }: Viewer,
  id: string,
  act: keyof typeof MOVES,
): Promise<{ trackedNumber: TrackedNumber }> =>
  inTransaction(async () => {
    const { from, to, already } = MOVES[act];
    const trackedNumber = await TrackedNumbers.findOneAndUpdate(
      { _id: id, agencyId, state: from },
      { $set: { state: to } },
      { returnDocument: 'after' },
    ).lean<TrackedNumber>();
    if (!trackedNumber) {
      const known = await TrackedNumbers.findOne({ _id: id, agencyId }, { state: 1 }).lean();
      if (!known || known.state === 'WANTED') throw notFound('number');
      throw conflict(known.state === 'RELEASED' ? 'The number was given back. Get another one.' : already);
    }
    await recordAct({ actor: personId, act, subject: id });
    return { trackedNumber };
  });

/** Stops a number. Throws NotFound, Conflict. */
export const pauseTrackedNumber = (viewer: Viewer, { id }: MoveTrackedNumberInput) =>
  move(viewer, id, 'pauseTrackedNumber');

/** Lets a number put calls through again. Throws NotFound, Conflict. */
export const resumeTrackedNumber = (viewer: Viewer, { id }: MoveTrackedNumberInput) =>
  move(viewer, id, 'resumeTrackedNumber');
