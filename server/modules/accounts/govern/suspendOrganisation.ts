import { z } from 'zod';
import { type SuspendOrganisationInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { line, read } from '../input';
import { type OrganisationRow } from '../model';
import { requireLiveSession } from '../signIn/sessions';
import { changeStatus } from './changeStatus';

const schema = z.object({ organisationId: z.string(), reason: line(3, 500) });

/** Stops an organisation from acting, at once; the modules that hear of it withdraw what it has on sale. */
export async function suspendOrganisation(
  viewer: Viewer,
  input: SuspendOrganisationInput,
): Promise<{ organisation: OrganisationRow }> {
  const { organisationId, reason } = read(schema, input);
  await requireLiveSession(viewer);
  return inTransaction(async () => {
    const suspended = await changeStatus(viewer, organisationId, {
      act: 'suspendOrganisation',
      reason,
      from: ['PENDING', 'ACTIVE'],
      refusal: 'This organisation is suspended already.',
      to: () => ({ status: 'SUSPENDED', suspendedBecause: reason }),
    });
    await emit('organisation.suspended', organisationId, { organisationId, kind: suspended.organisation.kind });
    return suspended;
  });
}
