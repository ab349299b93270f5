import { z } from 'zod';
import { type CreateApiKeyInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { inTransaction } from '../../../platform/transaction';
import { line, read } from '../input';
import { takeOne } from '../limits';
import { type ApiKeyRow, ApiKeys, Organisations } from '../model';
import { API_KEY, LIMIT } from '../rules';
import { hashOfSecret, newKeySecret } from './secret';

const schema = z.object({
  name: line(1, 60),
  scopes: z.array(z.enum(['SUBMIT_LEADS', 'PING_POST'])).min(1, 'Choose what the key is to open.'),
  expiresAt: z
    .date()
    .refine((value) => value > now(), 'The end must lie in the future.')
    .nullish(),
});

/** Makes a key of the viewer's organisation. Its secret is in this answer and nowhere else: only its hash is kept. */
export async function createApiKey(
  viewer: Viewer,
  input: CreateApiKeyInput,
): Promise<{ apiKey: ApiKeyRow; secret: string }> {
  const { name, scopes, expiresAt } = read(schema, input);
  await takeOne(LIMIT.createKeyPerOrganisation, viewer.organisationId);
  const { secret, prefix } = newKeySecret();
  const apiKey: ApiKeyRow = {
    _id: newId('key'),
    organisationId: viewer.organisationId,
    name,
    scopes: [...new Set(scopes)],
    prefix,
    secretHash: hashOfSecret(secret),
    createdBy: viewer.personId,
    createdAt: now(),
    expiresAt: expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  await inTransaction(() => keep(apiKey));
  return { apiKey, secret };
}

async function keep(apiKey: ApiKeyRow): Promise<void> {
  const { organisationId, prefix, scopes, createdBy, createdAt, expiresAt } = apiKey;
  const isOpen = { $or: [{ expiresAt: null }, { expiresAt: { $gt: createdAt } }] };
  const live = await ApiKeys.countDocuments({ organisationId, revokedAt: null, ...isOpen });
  if (live >= API_KEY.mostLive)
    throw conflict(`An organisation has at most ${API_KEY.mostLive} keys at a time. Revoke one that is not needed.`);
  await ApiKeys.insertMany([apiKey]);
  await recordAct({
    actor: createdBy,
    act: 'createApiKey',
    subject: organisationId,
    after: { prefix, scopes, expiresAt },
  });
  // Two keys made at once do not see each other: by this they conflict, and the later one counts anew.
  await Organisations.updateOne({ _id: organisationId }, { $inc: { keysVersion: 1 } });
}
