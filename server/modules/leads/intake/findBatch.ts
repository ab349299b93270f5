import { type Viewer } from '../../../graphql/viewer';
import { conflict, notFound } from '../../../platform/errors';
import { type Batch, type BatchState, Batches } from './model';

/** A batch of the viewer's own agency; another's reads as missing. */
export async function findBatch(viewer: Viewer, batchId: string): Promise<Batch> {
  const batch = await Batches.findOne({ _id: batchId, agencyId: viewer.organisationId }).lean<Batch>();
  if (!batch) throw notFound('batch');
  return batch;
}

/** Refuses a batch that is not in one of these states, in words that say where it stands. */
export function demandState(batch: Batch, states: readonly BatchState[], action: string): void {
  if (states.includes(batch.state)) return;
  throw conflict(`A batch that is ${STATE_WORDS[batch.state]} cannot be ${action}. Nothing was done.`);
}

const STATE_WORDS: Record<BatchState, string> = {
  AWAITING_FILE: 'still without a file',
  AWAITING_COLUMNS: 'waiting for its columns',
  READY: 'ready',
  IMPORTING: 'being imported',
  IMPORTED: 'imported',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
};
