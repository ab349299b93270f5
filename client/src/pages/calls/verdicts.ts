import type { CallFieldsFragment, CallVerdict } from '../../generated/calls';

/** In the order in which the rules look. */
export const VERDICTS: readonly CallVerdict[] = [
  'BILLED',
  'PENDING',
  'NOT_OPEN',
  'OUT_OF_HOURS',
  'OVER_BUDGET',
  'CALLED_TOO_OFTEN',
  'TOO_MANY_UNPAID',
  'UNANSWERED',
  'BUSY',
  'FAILED',
  'TOO_SHORT',
  'HIDDEN_NUMBER',
  'OUT_OF_REGION',
  'OVERLAP',
  'REPEAT_CALLER',
];

/** Since when both talk; null where they do not. The provider's last word is then that it was answered. */
export const talkingSince = ({ state, events }: Pick<CallFieldsFragment, 'state' | 'events'>): string | null =>
  state === 'ANSWERED' ? (events.at(-1)?.at ?? null) : null;

/** Whether both talked, or talk now. */
export const isTalked = ({ seconds, ...call }: Pick<CallFieldsFragment, 'state' | 'events' | 'seconds'>): boolean =>
  typeof seconds === 'number' || talkingSince(call) !== null;
