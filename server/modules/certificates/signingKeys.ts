import { now } from '../../platform/clock';
import { documentKey, keyedHash } from '../../platform/seal';
import { SigningKeys } from './model';

const sealOfKey = (publicKey: string): string => keyedHash('signing-key', publicKey);

/** Remembers the key that the market signs with now. */
export async function rememberKey(): Promise<void> {
  const _id = documentKey();
  await SigningKeys.updateOne({ _id }, { $setOnInsert: { since: now(), seal: sealOfKey(_id) } }, { upsert: true });
}

/** Whether this is a key of the market: that of now, or one of before. */
export async function isKeyOfMarket(publicKey: string): Promise<boolean> {
  if (publicKey === documentKey()) return true;
  const known = await SigningKeys.findById(publicKey).lean();
  return known?.seal === sealOfKey(publicKey);
}
