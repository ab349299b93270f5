import { type Viewer } from '../../graphql/viewer';
import { notFound } from '../../platform/errors';
import { type DisputeRow, Disputes } from './model';
import { sideOf } from './policy';

/** A dispute for an act of one side. Throws NotFound for everybody who does not stand there. */
export async function findDispute(
  viewer: Viewer,
  disputeId: string,
  side: 'BUYER' | 'AGENCY' | 'ADJUDICATOR',
): Promise<DisputeRow> {
  const dispute = await Disputes.findById(disputeId).lean<DisputeRow>();
  if (!dispute || sideOf(viewer, dispute) !== side) throw notFound('dispute');
  return dispute;
}

/** A dispute that is known to exist. */
export async function loadDispute(disputeId: string): Promise<DisputeRow> {
  return Disputes.findById(disputeId).orFail().lean<DisputeRow>();
}
