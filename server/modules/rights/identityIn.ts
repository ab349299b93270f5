import { invalidInput } from '../../platform/errors';
import { type Identity, readIdentity } from '../leads';

const MOST_CHARS = 320;

/** The phone or address in what was written. Throws InvalidInput at `contact` for what can be none. */
export function identityIn(contact: string): Identity {
  const identity = readIdentity(contact.trim().slice(0, MOST_CHARS));
  if (identity) return identity;
  throw invalidInput(
    'Give an e-mail address, or a phone number with the code of its country, such as +254 712 345678.',
    ['contact'],
  );
}
