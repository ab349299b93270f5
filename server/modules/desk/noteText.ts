import { invalidInput } from '../../platform/errors';

const MAX_CHARACTERS = 2000;

/** A note as it is kept: trimmed, 1 to 2,000 characters, else InvalidInput. */
export function noteText(written: string, path: string[]): string {
  const text = written.trim();
  if (text.length === 0 || text.length > MAX_CHARACTERS) {
    throw invalidInput('A note has 1 to 2,000 characters.', path);
  }
  return text;
}
