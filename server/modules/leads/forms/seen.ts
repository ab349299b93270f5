import { isIP } from 'node:net';
import { type Request } from 'express';
import { DAY } from '../../../platform/clock';
import { type FilledForm } from './sendForm';

const LONGEST_AGENT_CHARS = 500;
const LONGEST_FILL_MS = 7 * DAY;

/** What the server sees of who sends a form, and what its page told about the filling. */
export const seenOf = (
  request: Request<{ form: string }>,
  values: ReadonlyMap<string, string>,
): FilledForm['seen'] => ({
  ip: addressOf(request.ip),
  userAgent: (request.headers['user-agent'] ?? '').slice(0, LONGEST_AGENT_CHARS),
  deviceId: /^[0-9a-f]{32}$/.exec(values.get('device') ?? '')?.[0] ?? null,
  fillMs: millisecondsOf(values.get('filled_ms') ?? ''),
  isTrapFilled: (values.get('homepage') ?? '') !== '',
});

/** An IPv4 address that comes mapped into IPv6 is written as what it is. */
function addressOf(told: string | undefined): string | null {
  const address = (told ?? '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIP(address) === 0 ? null : address;
}

function millisecondsOf(text: string): number | null {
  const ms = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return ms <= LONGEST_FILL_MS ? ms : null;
}
