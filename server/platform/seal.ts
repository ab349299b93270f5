import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { config } from '../config';
import { now } from './clock';

/** A record's personal fields as stored: one data key a record, wrapped by a versioned master key. */
export interface SealedFields {
  keyVersion: number;
  wrappedKey: Buffer;
  fields: Record<string, Buffer>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const POOL_BYTES = 8192;
let pool: Buffer = Buffer.alloc(0);

/** Random bytes from takes of 8 kB: asking the system for each nonce costs more than the cipher itself. */
function random(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(POOL_BYTES);
  const taken = Buffer.from(pool.subarray(0, bytes));
  pool = pool.subarray(bytes);
  return taken;
}

/** AES-256-GCM with a random 96-bit nonce; the result is nonce, tag, ciphertext. `aad` binds it to its place (S36). */
function encrypt(key: Buffer, plain: Buffer, aad: string): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, aad: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function masterKey(version: number): Buffer {
  const key = config.masterKeys.get(version);
  if (!key) throw new Error(`Master key version ${version} is not configured`);
  return key;
}

const newestVersion = (): number => Math.max(...config.masterKeys.keys());

/** Seals the fields of one record; a sealed field opens only in the same collection, record, field and key version. */
export function sealFields(collection: string, id: string, fields: Record<string, string>): SealedFields {
  const keyVersion = newestVersion();
  const dataKey = random(32);
  const sealed: Record<string, Buffer> = {};
  for (const [name, value] of Object.entries(fields)) {
    sealed[name] = encrypt(dataKey, Buffer.from(value, 'utf8'), `${collection}|${id}|${name}|${keyVersion}`);
  }
  const wrappedKey = encrypt(masterKey(keyVersion), dataKey, `${collection}|${id}|key|${keyVersion}`);
  return { keyVersion, wrappedKey, fields: sealed };
}

/** Opens what `sealFields` made; throws when a byte, the place or the key is another. */
export function openFields(collection: string, id: string, sealed: SealedFields): Record<string, string> {
  const { keyVersion } = sealed;
  const dataKey = decrypt(masterKey(keyVersion), bytes(sealed.wrappedKey), `${collection}|${id}|key|${keyVersion}`);
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(sealed.fields)) {
    plain[name] = decrypt(dataKey, bytes(value), `${collection}|${id}|${name}|${keyVersion}`).toString('utf8');
  }
  return plain;
}

/** Lean reads give BSON Binary; everything else here is a Buffer. */
const bytes = (value: Buffer | { buffer: Uint8Array }): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(value.buffer);

/** Encrypts one chunk of a stored file; `place` binds it to its file and position. */
export const sealChunk = (place: string, plain: Buffer): Buffer => encrypt(derived('files'), plain, place);

export const openChunk = (place: string, sealed: Buffer): Buffer => decrypt(derived('files'), bytes(sealed), place);

const derivedKeys = new Map<string, Buffer>();

/** A key for one purpose, derived from the application secret by HKDF-SHA-256. */
const derived = (purpose: string): Buffer => derivedFrom(config.appSecret, purpose);

function derivedFrom(secret: string | Buffer, purpose: string): Buffer {
  let key = derivedKeys.get(purpose);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, '', `leadbourse:${purpose}`, 32));
    derivedKeys.set(purpose, key);
  }
  return key;
}

/** HMAC-SHA-256 of a normalised contact value with a key of its own: equal people meet, nobody can be read back (S38). */
export const keyedHash = (kind: string, normalised: string): string =>
  createHmac('sha256', config.contactHashKey).update(`${kind}:${normalised}`).digest('base64url');

/**
 * HMAC-SHA-256 under a key of that purpose alone, derived from the key of contact hashes, which never changes: what is
 * hashed for one purpose cannot be compared with what is hashed for another.
 */
export const purposeHash = (purpose: string, value: string): string =>
  createHmac('sha256', derivedFrom(config.contactHashKey, `hash:${purpose}`))
    .update(value)
    .digest('base64url');

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');

/** HMAC over any text with a key for that purpose, base64url. */
export const signText = (purpose: string, text: string): string =>
  createHmac('sha256', derived(`sign:${purpose}`))
    .update(text)
    .digest('base64url');

export function isSignatureOf(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(signText(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** A signed, expiring token that carries its payload in the open: use it for links, never for secrets. */
export function signToken(purpose: string, payload: unknown, ttlSeconds: number): string {
  const expires = Math.floor(now().getTime() / 1000) + ttlSeconds;
  const body = Buffer.from(JSON.stringify({ p: payload, e: expires })).toString('base64url');
  return `${body}.${signText(purpose, body)}`;
}

/** The payload of a token of that purpose; null when it is forged, of another purpose or over its time. */
export function readToken<T>(purpose: string, token: string): T | null {
  const [body, signature] = token.split('.');
  if (!body || !signature || !isSignatureOf(purpose, body, signature)) return null;
  const { p, e } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { p: T; e: number };
  return e * 1000 > now().getTime() ? p : null;
}

/** A secret for links and cookies: 192 random bits. Store only its `sha256`. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What DER puts in front of the 32 bytes of an Ed25519 key. */
const ED25519_PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');

let signingKey: KeyObject | undefined;

/** The market's own Ed25519 key, derived from the application secret. */
const ownSigningKey = (): KeyObject =>
  (signingKey ??= createPrivateKey({
    key: Buffer.concat([ED25519_PRIVATE, derived('documents')]),
    format: 'der',
    type: 'pkcs8',
  }));

/** By which anybody can check what `signDocument` signed: SPKI in DER, as base64url. */
export const documentKey = (): string =>
  createPublicKey(ownSigningKey()).export({ format: 'der', type: 'spki' }).toString('base64url');

/** An Ed25519 signature for documents that leave the market; the same text always gets the same one. */
export const signDocument = (text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), ownSigningKey()).toString('base64url');

/** Whether the holder of a key signed this text; false as well for what is no key or no signature. */
export function isDocumentSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    const isOurs = key.asymmetricKeyType === 'ed25519';
    return isOurs && verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
