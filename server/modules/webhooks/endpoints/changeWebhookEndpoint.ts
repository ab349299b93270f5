import { z } from 'zod';
import { type ChangeWebhookEndpointInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { readInput } from '../../../platform/inputs';
import { takeOne } from '../../../platform/limits';
import { inTransaction } from '../../../platform/transaction';
import { withAddress } from '../address';
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
  await ownEndpoint(organisationId, endpointId);
  await takeOne(LIMIT.changes, organisationId);
  const readRest = () => readInput(schema, input);
  const given = typeof url === 'string' ? await withAddress(url, readRest) : { ...readRest(), url: null };
  return inTransaction(async () => {
    const before = await ownEndpoint(organisationId, endpointId);
    const changes = {
      ...(given.url === null ? {} : { url: given.url }),
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
