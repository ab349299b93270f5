import { type Viewer } from '../../../graphql/viewer';
import { onChange } from '../../../platform/changes';
import { badUserInput } from '../../../platform/errors';
import { publish, subscribeTo } from '../../../platform/pubsub';
import { batchOf } from './lists';
import { type Batch, type BatchState } from './model';

const ENDS: readonly BatchState[] = ['IMPORTED', 'CANCELLED', 'FAILED'];

const channelOf = (batchId: string): string => `batch:${batchId}`;

/** The batch now and after each change, whichever process made it; ends with the batch. */
export async function batchProgress(viewer: Viewer, id: string): Promise<AsyncIterable<Batch>> {
  const changes = subscribeTo<Batch>(channelOf(id));
  const first = await batchOf(viewer.organisationId, id);
  if (!first) {
    await changes.return?.();
    throw badUserInput('There is no such batch.');
  }
  return follow(first, changes);
}

async function* follow(first: Batch, changes: AsyncIterableIterator<Batch>): AsyncGenerator<Batch> {
  try {
    yield first;
    if (ENDS.includes(first.state)) return;
    for await (const batch of changes) {
      yield batch;
      if (ENDS.includes(batch.state)) return;
    }
  } finally {
    await changes.return?.();
  }
}

let stop: () => void = () => undefined;

/** Passes changes of batches on to the subscribers of this process. */
export function followBatches(): void {
  stop = onChange<Batch>('batches', ({ id, document }) => {
    if (document) publish(channelOf(id), document);
  });
}

export const unfollowBatches = (): void => stop();
