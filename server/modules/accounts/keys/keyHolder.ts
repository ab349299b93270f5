import { type ApiScope } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { after, now } from '../../../platform/clock';
import { type ApiKeyRow, ApiKeys } from '../model';
import { API_KEY, keyStateAt } from '../rules';
import { organisations } from '../standing';
import { hashOfSecret, isKeySecret } from './secret';

/** For whom a key speaks, and what it opens. */
export interface KeyHolder {
  keyId: string;
  scopes: readonly ApiScope[];
  /** Acts for the organisation as whoever made the key. It stands for no session: what asks for one refuses it. */
  viewer: Viewer;
}

/**
 * The holder of the key that an authorization header bears; null where it bears none that is good now. Asked of the
 * database each time, so that a revoked key is refused at once. How the organisation stands is in the answer: what a
 * suspended one is refused is the door's matter.
 */
export async function holderOfKey(authorization: string | undefined): Promise<KeyHolder | null> {
  const [, secret = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (!isKeySecret(secret)) return null;
  const row = await ApiKeys.findOne({ secretHash: hashOfSecret(secret) }).lean<ApiKeyRow>();
  if (!row || keyStateAt(row, now()) !== 'ACTIVE') return null;
  const { _id: keyId, organisationId, createdBy: personId, scopes } = row;
  const organisation = (await organisations.byIds([organisationId])).get(organisationId);
  if (!organisation) return null;
  await noteUse(row);
  const { kind: organisationKind, status: organisationStatus } = organisation;
  const viewer: Viewer = {
    personId,
    sessionId: keyId,
    organisationId,
    organisationKind,
    organisationStatus,
    role: 'MANAGER',
  };
  return { keyId, scopes, viewer };
}

/** Written at most once a minute, however often the key is used and in how many processes. */
async function noteUse({ _id, lastUsedAt }: ApiKeyRow): Promise<void> {
  const at = now();
  const since = after(at, -API_KEY.notedEveryMs);
  if (lastUsedAt && lastUsedAt > since) return;
  await ApiKeys.updateOne(
    { _id, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lte: since } }] },
    { $set: { lastUsedAt: at } },
  );
}
