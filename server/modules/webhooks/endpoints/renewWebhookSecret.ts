import { type RenewWebhookSecretInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { takeOne } from '../../../platform/limits';
import { inTransaction } from '../../../platform/transaction';
import { type WebhookEndpoint, WebhookEndpoints } from '../model';
import { LIMIT } from '../rules';
import { renewedSecret } from '../secrets';
import { ownEndpoint } from './ownEndpoint';

/** Makes another secret of an address, which is told once; the one before ends a day later, or at once. Throws NotFound. */
export async function renewWebhookSecret(
  { organisationId, personId }: Viewer,
  { endpointId, endsFormerAtOnce }: RenewWebhookSecretInput,
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  await ownEndpoint(organisationId, endpointId);
  await takeOne(LIMIT.changes, organisationId);
  return inTransaction(async () => {
    const before = await ownEndpoint(organisationId, endpointId);
    const { secret, changes } = renewedSecret(before, now(), endsFormerAtOnce === true);
    await WebhookEndpoints.updateOne({ _id: endpointId }, { $set: changes });
    await recordAct({
      actor: personId,
      act: 'renewWebhookSecret',
      subject: organisationId,
      after: { endpoint: endpointId, endsFormerAtOnce: endsFormerAtOnce === true },
    });
    return { endpoint: { ...before, ...changes }, secret };
  });
}
