import { UserError } from './errors';
import { log } from './log';

/** Whether something failed for nothing but that others were at the same rows for too long: the next try does it. */
function isBusyAlone(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isBusyAlone);
  return error instanceof UserError && error.typename === 'Busy';
}

/**
 * Tells the log that work failed that nobody waits for. What was only busy and is tried again is no error, for there is
 * nothing that whoever reads the log could do; what is given up is one.
 */
export function logFailure(
  { error, isTriedAgain }: { error: unknown; isTriedAgain: boolean },
  facts: object,
  message: string,
): void {
  if (isTriedAgain && isBusyAlone(error)) log.info(facts, `${message}: the rows were busy, and it is tried again`);
  else log.error({ error, ...facts }, message);
}
