import { z } from 'zod';
import { type ApproveAgencyInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { line, read } from '../input';
import { type OrganisationRow } from '../model';
import { requireLiveSession } from '../signIn/sessions';
import { changeStatus } from './changeStatus';

const schema = z.object({ organisationId: z.string(), note: line(0, 500).nullish() });
const REFUSAL = 'Only an agency that waits for approval can be approved.';

/** Lets an agency list its leads. */
export async function approveAgency(
  viewer: Viewer,
  input: ApproveAgencyInput,
): Promise<{ organisation: OrganisationRow }> {
  const { organisationId, note } = read(schema, input);
  await requireLiveSession(viewer);
  return inTransaction(async () => {
    const approved = await changeStatus(viewer, organisationId, {
      act: 'approveAgency',
      reason: note ?? null,
      from: ['PENDING'],
      refusal: REFUSAL,
      to: ({ kind }) => {
        if (kind !== 'AGENCY') throw conflict(REFUSAL);
        return { status: 'ACTIVE', approvedAt: now() };
      },
    });
    await emit('organisation.approved', organisationId, { organisationId });
    return approved;
  });
}
