import { z } from 'zod';
import { type ChangeWebhookEndpointInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { readInput } from '../../../platform/inputs';
import { takeOne } from '../../../platform/limits';
import { inTransaction } from '../../../platform/transaction';
import { readAddress } from '../address';
import { WebhookDeliveries, type WebhookEndpoint, WebhookEndpoints } from '../model';
import { LIMIT } from '../rules';
import { ownEndpoint } from './ownEndpoint';
import { name, types } from './input';

const schema = z.object({ name: name.nullish(), types: types.nullish() });

/** Changes an address of the viewer's business; what waits for it goes to the new one. Throws NotFound, InvalidInput. */
export async function changeWebhookEndpoint(
  { organisationId, personId }: Viewer,
  { endpointId, url, isPaused, ...input }: ChangeWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const given = readInput(schema, input);
  await ownEndpoint(organisationId, endpointId);
  await takeOne(LIMIT.changes, organisationId);
  const address = url === null || url === undefined ? null : await readAddress(url);
  return inTransaction(async () => {
    const before = await ownEndpoint(organisationId, endpointId);
    const changes = {
      ...(address === null ? {} : { url: address }),
      ...(given.name ? { name: given.name } : {}),
      ...(given.types ? { types: given.types } : {}),
      ...(typeof isPaused === 'boolean' ? { state: isPaused ? ('PAUSED' as const) : ('ACTIVE' as const) } : {}),
    };
    const changed: WebhookEndpoint = { ...before, ...changes };
    await WebhookEndpoints.updateOne({ _id: endpointId }, { $set: changes });
    // What waited meanwhile was to be looked at later.
    if (changed.state === 'ACTIVE' && before.state !== 'ACTIVE')
      await WebhookDeliveries.updateMany({ endpointId, state: 'PENDING' }, { $set: { nextAt: now() } });
    await recordAct({
      actor: personId,
      act: 'changeWebhookEndpoint',
      subject: organisationId,
      before: told(before),
      after: told(changed),
    });
    return changed;
  });
}

const told = ({ _id, url, types: which, state }: WebhookEndpoint) => ({
  endpoint: _id,
  host: new URL(url).host,
  types: which,
  state,
});
