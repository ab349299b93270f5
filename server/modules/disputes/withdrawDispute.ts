import { type WithdrawDisputeInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { once } from '../../platform/idempotency';
import { requireLiveSession } from '../accounts';
import { findDispute, loadDispute } from './findDispute';
import { type DisputeRow } from './model';
import { takeStep } from './takeStep';

/** The buyer, suspended or not, takes its claim back while the agency has not answered. Errors: NotFound, Conflict. */
export async function withdrawDispute(viewer: Viewer, input: WithdrawDisputeInput): Promise<{ dispute: DisputeRow }> {
  await requireLiveSession(viewer, { evenSuspended: true });
  const key = { actor: viewer.organisationId, operation: 'withdrawDispute', key: input.clientKey, input };
  const id = await once(key, async () => {
    const dispute = await findDispute(viewer, input.disputeId, 'BUYER');
    const step = { by: 'BUYER' as const, kind: 'WITHDRAWN' as const, personId: viewer.personId, note: null };
    await takeStep(dispute, { action: 'WITHDRAW', step, at: now() });
    return dispute._id;
  });
  return { dispute: await loadDispute(id) };
}
