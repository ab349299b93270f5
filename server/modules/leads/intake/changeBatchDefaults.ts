import { isDeepStrictEqual } from 'node:util';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { readDefaults } from './batchDefaults';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches, OPEN_STATES } from './model';

export interface ChangeBatchDefaultsInput {
  batchId: string;
  defaults: unknown;
}

/** Says anew what holds for rows that say nothing themselves, until the import begins. A dry run made before is void. */
export async function changeBatchDefaults(viewer: Viewer, input: ChangeBatchDefaultsInput): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, input.batchId);
  const defaults = readDefaults(input.defaults);
  demandState(batch, OPEN_STATES, 'given other settings');
  if (isDeepStrictEqual(defaults, batch.defaults)) return { batch };
  const changed = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state },
    { $set: { defaults, dryRun: null, problem: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!changed) throw conflict('The batch changed meanwhile. Look at it and say it again if need be.');
  return { batch: changed };
}
