import { invalidInput } from '../../platform/errors';
import { type Identity, readIdentity } from '../leads';

const MOST_CHARS = 320;

/** What stands between two contacts in one field. */
const SEPARATORS = /[,;|\n]/;

/** The phone or address in what was written. Throws InvalidInput at `contact` for what can be none, and for several: all but one would be passed over without a word. */
export function identityIn(contact: string): Identity {
  if (contact.split('@').length > 2 || contact.split(SEPARATORS).filter((part) => readIdentity(part.trim())).length > 1)
    throw invalidInput('Give one phone number or one address here. The other is asked for after it.', ['contact']);
  const identity = readIdentity(contact.trim().slice(0, MOST_CHARS));
  if (identity) return identity;
  throw invalidInput(
    'Give an e-mail address, or a phone number with the code of its country, such as +254 712 345678.',
    ['contact'],
  );
}
