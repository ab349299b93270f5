import { invalidInput } from './errors';

const LEAST = 3;
const MOST = 500;

/** A reason as a person gave it, tidied. Throws InvalidInput at `reason` where it is too short or too long. */
export function requireReason(written: string): string {
  const reason = written.trim();
  if (reason.length < LEAST || reason.length > MOST) {
    throw invalidInput(`Give a reason of ${LEAST} to ${MOST} characters.`, ['reason']);
  }
  return reason;
}
