import { type RevokeApiKeyInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, notFound } from '../../../platform/errors';
import { inTransaction } from '../../../platform/transaction';
import { type ApiKeyRow, ApiKeys } from '../model';

/** Ends a key of the viewer's organisation for good: the next request with it is refused. */
export async function revokeApiKey(
  { organisationId, personId }: Viewer,
  { apiKeyId }: RevokeApiKeyInput,
): Promise<{ apiKey: ApiKeyRow }> {
  return inTransaction(async () => {
    const apiKey = await ApiKeys.findOne({ _id: apiKeyId, organisationId }).lean<ApiKeyRow>();
    if (!apiKey) throw notFound('API key');
    const revoked = { revokedAt: now(), revokedBy: personId };
    const { matchedCount } = await ApiKeys.updateOne({ _id: apiKeyId, revokedAt: null }, { $set: revoked });
    if (matchedCount === 0) throw conflict('This key was revoked already.');
    const { prefix, scopes } = apiKey;
    await recordAct({ actor: personId, act: 'revokeApiKey', subject: organisationId, before: { prefix, scopes } });
    return { apiKey: { ...apiKey, ...revoked } };
  });
}
