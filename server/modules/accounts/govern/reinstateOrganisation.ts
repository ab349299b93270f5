import { z } from 'zod';
import { type ReinstateOrganisationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { line, read } from '../input';
import { type OrganisationRow } from '../model';
import { statusAfterSuspension } from '../rules';
import { requireLiveSession } from '../signIn/sessions';
import { changeStatus } from './changeStatus';

const schema = z.object({ organisationId: z.string(), reason: line(3, 500) });

/** Lifts a suspension; what was withdrawn by it stays withdrawn, and the organisation lists it again itself. */
export async function reinstateOrganisation(
  viewer: Viewer,
  input: ReinstateOrganisationInput,
): Promise<{ organisation: OrganisationRow }> {
  const { organisationId, reason } = read(schema, input);
  await requireLiveSession(viewer);
  return inTransaction(async () => {
    const reinstated = await changeStatus(viewer, organisationId, {
      act: 'reinstateOrganisation',
      reason,
      from: ['SUSPENDED'],
      refusal: 'This organisation is not suspended.',
      to: ({ kind, approvedAt }) => ({
        status: statusAfterSuspension(kind, approvedAt !== null),
        suspendedBecause: null,
      }),
    });
    await emit('organisation.reinstated', organisationId, { organisationId, kind: reinstated.organisation.kind });
    return reinstated;
  });
}
