import { z } from 'zod';
import { type AddWebhookEndpointInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { readInput } from '../../../platform/inputs';
import { takeOne } from '../../../platform/limits';
import { withLock } from '../../../platform/locks';
import { inTransaction } from '../../../platform/transaction';
import { withAddress } from '../address';
import { type WebhookEndpoint, WebhookEndpoints } from '../model';
import { LIMIT, WEBHOOK } from '../rules';
import { newWebhookSecret } from '../secrets';
import { name, types } from './input';

const schema = z.object({ name, types });

/** Keeps an address that the viewer's business is told at, with a secret that is told once. Throws InvalidInput, Conflict. */
export async function addWebhookEndpoint(
  { organisationId, personId }: Viewer,
  { url, ...input }: AddWebhookEndpointInput,
): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  await takeOne(LIMIT.changes, organisationId);
  const given = await withAddress(url, () => readInput(schema, input));
  const [_id, at] = [newId('hook'), now()];
  const { secret, sealed } = newWebhookSecret(_id);
  const endpoint: WebhookEndpoint = {
    _id,
    organisationId,
    ...given,
    state: 'ACTIVE',
    sealed,
    secretMadeAt: at,
    formerSealed: null,
    formerUntil: null,
    createdBy: personId,
    createdAt: at,
  };
  // Two that are added at once would not see each other.
  await withLock(`webhook-endpoints:${organisationId}`, async () => {
    if ((await WebhookEndpoints.countDocuments({ organisationId })) >= WEBHOOK.mostEndpoints)
      throw conflict(`A business has at most ${WEBHOOK.mostEndpoints} addresses for webhooks. Remove one first.`);
    await inTransaction(async () => {
      await WebhookEndpoints.insertMany([endpoint]);
      await recordAct({
        actor: personId,
        act: 'addWebhookEndpoint',
        subject: organisationId,
        after: { endpoint: _id, host: new URL(given.url).host, types: given.types },
      });
    });
  });
  return { endpoint, secret };
}
