import { config } from '../../../config';
import { isSignatureOf, newSecret, sha256, signText } from '../../../platform/seal';

const PURPOSE = 'confirmation';

/** What is sent, and what of it is kept. */
interface NewLink {
  url: string;
  tokenHash: string;
}

/** A new link. It is a secret, signed: one that was made up is told without asking the database. */
export function newLink(): NewLink {
  const secret = newSecret();
  const token = `${secret}.${signText(PURPOSE, secret)}`;
  return { url: `${config.publicUrl}/v/${token}`, tokenHash: sha256(token) };
}

/** Under what a token's question is kept; null for one that is none of ours. */
export function tokenHashOf(token: string): string | null {
  const [secret = '', signature = '', ...rest] = token.slice(0, 200).split('.');
  return rest.length === 0 && isSignatureOf(PURPOSE, secret, signature) ? sha256(token) : null;
}
