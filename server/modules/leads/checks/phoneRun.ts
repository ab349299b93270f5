import { type PhoneNumber } from 'libphonenumber-js/max';
import { finding, type Finding } from './signals';

/** Fewer digits count by chance. */
const LEAST_COUNTING = 6;
/** So many do not, wherever they begin. */
const LEAST_ANYWHERE = 7;
/** So many are no chance, and no number that somebody chose. */
const LEAST_MADE_UP = 8;
/** One digit of a code goes on with the run by chance. */
const LEAST_OF_CODE = 2;
/** Real numbers end so too, one of a hundred thousand: of one alone it is worth knowing. */
const NOTED = 30;

const countsUpOrDown = (digits: string): boolean => '012345678901'.includes(digits) || '98765432109'.includes(digits);

/** How many digits at the end count up or down by one. */
function runOf(national: string): number {
  let length = 1;
  while (length < national.length && countsUpOrDown(national.slice(-length - 1))) length++;
  return length;
}

/**
 * A number that counts up or down as a whole (0712 345678, 1 234 5678), or behind the code of its area or network (10
 * 123456, 0722 345678, 90 123 45 67): the one is made up, the other may be. A 0 before a 1 is none of the run.
 */
export function checkRun(number: PhoneNumber): Finding[] {
  const { nationalNumber: national } = number;
  const run = runOf(national);
  if (run < LEAST_COUNTING) return [];
  const [, ...groups] = number
    .formatInternational()
    .replace(/^\+\d+\s/, '')
    .split(/[^\d]+/);
  const subscriber = groups.join('').length;
  const ofCode = run - subscriber;
  const counted = ofCode > 0 && ofCode < LEAST_OF_CODE && run < national.length ? subscriber : run;
  const beginsWithZero = national.slice(-counted).startsWith('01');
  if (counted - Number(beginsWithZero) >= LEAST_MADE_UP) return [finding('PHONE_SEQUENCE')];
  const isNoted = run >= LEAST_ANYWHERE || (ofCode >= 0 && subscriber >= LEAST_COUNTING);
  return isNoted ? [{ ...finding('PHONE_SEQUENCE'), weight: NOTED }] : [];
}
