import { type Request } from 'express';
import { type ApiScope } from '../generated/graphql';
import { holderOfKey, type KeyHolder } from '../modules/accounts';
import { takeFrom } from '../platform/limits';
import { Problem } from './problems';

/** Requests a minute: whoever has many leads sends a file. An address counts whatever key it sends, or none. */
const PER_ADDRESS = 600;
const PER_KEY = 120;
const SECONDS = 60;

/** Limits a minute of a door that is not the usual one. */
export interface DoorLimit {
  bucket: string;
  perKey: number;
}

/**
 * The holder of the key that a request bears, which must open the scope. A missing key, an unknown one, one that is
 * revoked and one that is over its end are answered alike.
 */
export async function keyHolderOf(request: Request, scope: ApiScope): Promise<KeyHolder> {
  await takeFrom('api:address', request.ip ?? '', PER_ADDRESS, SECONDS);
  const holder = await holderOfKey(request.headers.authorization);
  if (!holder) throw keyNotAccepted();
  await takeFrom('api:key', holder.keyId, PER_KEY, SECONDS);
  return allowed(holder, scope);
}

/**
 * The same for a door that must answer at once: whoever has a good key is counted by the key alone, in a bucket of the
 * door's own, and whoever has none by the address; so that it costs one question less.
 */
export async function keyHolderAtOnce(request: Request, scope: ApiScope, limit: DoorLimit): Promise<KeyHolder> {
  const holder = await holderOfKey(request.headers.authorization);
  if (!holder) {
    await takeFrom('api:address', request.ip ?? '', PER_ADDRESS, SECONDS);
    throw keyNotAccepted();
  }
  await takeFrom(limit.bucket, holder.keyId, limit.perKey, SECONDS);
  return allowed(holder, scope);
}

const keyNotAccepted = (): Problem =>
  new Problem('key-not-accepted', 'Send a key of your organisation as "Authorization: Bearer lb_…".', {
    headers: { 'www-authenticate': 'Bearer realm="leadbourse"' },
  });

function allowed(holder: KeyHolder, scope: ApiScope): KeyHolder {
  if (!holder.scopes.includes(scope)) throw new Problem('scope-missing', `This needs a key with the scope ${scope}.`);
  const { organisationStatus } = holder.viewer;
  if (organisationStatus === 'SUSPENDED')
    throw new Problem('organisation-suspended', 'Its keys open nothing until that ends. Its members see why.');
  return holder;
}

/** Visible characters; in quotes, as the draft of the header has them, or bare. */
const KEY = /^"?([\x21\x23-\x7e]{1,255})"?$/;

/** The key by which a repeated request is known. */
export function idempotencyKeyOf(request: Request): string {
  const [, key] = KEY.exec(request.get('idempotency-key') ?? '') ?? [];
  if (!key)
    throw new Problem(
      'idempotency-key-wrong',
      'Send an "Idempotency-Key" of 1 to 255 visible characters, best a UUID: a repeat under it does nothing twice.',
    );
  return key;
}
