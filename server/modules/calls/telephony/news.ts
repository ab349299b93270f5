import { after } from '../../../platform/clock';
import { idFrom } from '../../../platform/ids';
import { type RawEvent } from '../model';
import { AHEAD_MS, LONGEST_SECONDS, STALE_MS } from '../rules';
import { type Fields } from './signature';

/** A field of a form, where it is there once. */
export const fieldOf = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The provider's ids of a call and of a recording. */
export const CALL_SID = /^CA[0-9a-f]{32}$/i;
export const RECORDING_SID = /^RE[0-9a-f]{32}$/i;

/** Our id of a call of the provider. */
export const callIdOf = (sid: string): string => idFrom('call', sid);

const STATUS: Readonly<Record<string, RawEvent['status']>> = {
  queued: 'RINGING',
  initiated: 'RINGING',
  ringing: 'RINGING',
  'in-progress': 'ANSWERED',
  answered: 'ANSWERED',
  completed: 'COMPLETED',
  'no-answer': 'NO_ANSWER',
  busy: 'BUSY',
  failed: 'FAILED',
  canceled: 'CANCELLED',
};

/** What the provider's word for where a call is means; null for a word that it never used. */
export const statusOf = (word: string | null): RawEvent['status'] | null => STATUS[word ?? ''] ?? null;

/** A length in whole seconds; null for one that is none, is negative or longer than any call. */
export function secondsOf(text: string | null): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds <= LONGEST_SECONDS + 60 ? seconds : null;
}

/** News that cannot be true, in words for the log. */
export interface Fault {
  fault: string;
}

type Told = Pick<RawEvent, 'source' | 'leg'> & { callSid: string; status: string | null; length: string | null };

/**
 * What a form of the provider says of a call. A length or a time that is none, that is long gone or yet to come makes the
 * whole not worth believing: the call's end is then asked for.
 */
export function newsOf(fields: Fields, told: Told, receivedAt: Date): RawEvent | Fault {
  const status = statusOf(told.status);
  if (!status) return { fault: 'its status is no word of the provider' };
  const seconds = told.length === null ? null : secondsOf(told.length);
  if (told.length !== null && seconds === null) return { fault: 'its length is none' };
  const timestamp = fieldOf(fields, 'Timestamp');
  const at = timestamp === null ? receivedAt : new Date(timestamp);
  if (Number.isNaN(at.getTime())) return { fault: 'its time is none' };
  if (at > after(receivedAt, AHEAD_MS)) return { fault: 'its time is yet to come' };
  if (at < after(receivedAt, -STALE_MS)) return { fault: 'its time is more than a day ago' };
  const sequence = secondsOf(fieldOf(fields, 'SequenceNumber'));
  const callId = callIdOf(told.callSid);
  const legSid = fieldOf(fields, told.source === 'DIALLED' ? 'DialCallSid' : 'CallSid') ?? '';
  return {
    _id: idFrom('callevent', callId, told.source, legSid, status, sequence ?? '', seconds ?? ''),
    callId,
    source: told.source,
    leg: told.leg,
    status,
    sequence,
    seconds,
    at,
    receivedAt,
  };
}
