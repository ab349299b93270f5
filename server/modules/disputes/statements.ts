import { invalidInput } from '../../platform/errors';

const MIN_CHARACTERS = 10;
const MAX_CHARACTERS = 2000;

/** What a side says, trimmed; both sides read it. Throws InvalidInput when it says too little or too much. */
export function statement(written: string, field: string): string {
  const text = written.trim();
  if (text.length < MIN_CHARACTERS || text.length > MAX_CHARACTERS) {
    throw invalidInput(`Write what happened in ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters.`, [field]);
  }
  return text;
}
