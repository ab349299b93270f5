import { type Request } from 'express';

/** How long a refused sender may go on sending before its connection is cut. */
const DISCARD_MS = 10_000;

/** Reads what is left of a refused body and drops it, so that the sender gets to see the answer. */
export function discardRest(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), DISCARD_MS).unref();
  request.once('close', () => clearTimeout(timer)).resume();
}
