import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { notFound } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { isInTransaction } from '../../../platform/transaction';
import { requireLiveSession } from '../../accounts';
import { Disclosures } from './model';
import { groundOf } from '../policy';

/**
 * Records that its agency looks at rows of an upload, which are full of contacts. To be called before the first of them
 * is opened: where the look cannot be recorded, nothing is shown (S45). `rows` is how many there are at most.
 */
export async function recordBatchLook(
  viewer: Viewer,
  batch: { _id: string; agencyId: string },
  look: { reason: string; rows: number },
): Promise<void> {
  // A record that could be rolled back after the rows were seen is none.
  if (isInTransaction()) throw new Error('Rows are shown outside of transactions');
  await requireLiveSession(viewer);
  if (groundOf(viewer, batch, null) !== 'OWNER') throw notFound('batch');
  const { organisationId, personId } = viewer;
  await Disclosures.insertMany(
    [
      {
        _id: newId('disclosure'),
        leadId: null,
        batchId: batch._id,
        rows: look.rows,
        basis: 'OWNER',
        saleId: null,
        organisationId,
        personId,
        reason: look.reason,
        at: now(),
      },
    ],
    { lean: true },
  );
}
