import { type CallEvent } from './model';

const OF_BUSINESS: Readonly<Record<CallEvent['status'], string>> = {
  RINGING: 'The phone of the business rings.',
  ANSWERED: 'The business answered.',
  COMPLETED: 'The call ended.',
  NO_ANSWER: 'The business did not answer.',
  BUSY: 'The phone of the business was busy.',
  FAILED: 'The phone of the business could not be reached.',
  CANCELLED: 'The caller gave up before the business answered.',
  RECORDED: 'The recording is there.',
};

/** News of a call in words that both sides understand. */
export function wordsOfEvent({ source, leg, status, sequence, seconds }: CallEvent): string {
  if (source === 'INCOMING') return 'The call came in.';
  if (leg === 'CALLER') return wordsOfCallersLine(status);
  // The first that the provider tells of a leg is that it begins to call; that it rings there comes after.
  if (status === 'RINGING' && sequence === 0) return 'The phone of the business is being called.';
  const words = OF_BUSINESS[status];
  if (seconds === null || status === 'RECORDED' || status !== 'COMPLETED') return words;
  return `The call ended after ${seconds} seconds.`;
}

/** Who ended a call that both talked in is not told: the caller's line ends either way. */
function wordsOfCallersLine(status: CallEvent['status']): string {
  if (status === 'CANCELLED') return 'The caller hung up.';
  return status === 'BUSY' ? 'The caller heard the busy tone.' : 'The line to the caller ended.';
}
