import { config } from '../../../config';
import { badUserInput } from '../../../platform/errors';
import { SUB_ID } from './rules';

const RULE =
  'A sub-id has at most 64 Latin letters, digits, dots, dashes and underscores. A visit by a link with another one is counted without it.';

/** The address of a link to give out, with a sub-id behind it where there is one. Refuses one that would not be counted. */
export function addressOf(code: string, subId: string): string {
  const address = `${config.publicUrl}/r/${code}`;
  if (subId === '') return address;
  if (!SUB_ID.test(subId)) throw badUserInput(RULE);
  return `${address}?s=${subId}`;
}
