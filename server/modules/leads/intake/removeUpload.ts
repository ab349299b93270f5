import { removeFile } from '../../../platform/files';
import { type Batch, Batches } from './model';

/**
 * Removes the upload of a batch that holds somebody who was erased: its row report ends with it, what became of the rows
 * stays. Throws while it is still being imported, so that the news comes again.
 */
export async function removeUpload(batchId: string): Promise<void> {
  const batch = await Batches.findOne({ _id: batchId, 'file.id': { $exists: true } }).lean<Batch>();
  if (!batch?.file) return;
  if (batch.state === 'IMPORTING') throw new Error('an upload that is being imported is removed later');
  await Batches.updateOne({ _id: batchId }, { $set: { dryRun: null } });
  await removeFile(batch.file.id);
  await Batches.updateOne({ _id: batchId, 'file.id': batch.file.id }, { $set: { file: null } });
}
