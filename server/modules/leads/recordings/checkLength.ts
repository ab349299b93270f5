import { UserError } from '../../../platform/errors';
import { type CallRecording, CallRecordings } from './model';

/** Nobody is greeted, asked and answers in less. */
export const LEAST_SECONDS = 5;

/** People round, and programs count the ringing or not: this much and a part of the whole is no contradiction. */
const TOLERATED_SECONDS = 5;
const TOLERATED_PART = 0.05;

const spoken = (seconds: number): string =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

/**
 * Refuses a sound that is too short to be a call, and one that does not last as long as was announced: one of the two is
 * a mistake. Such an announcement is taken back, so that the right one can follow under the same key.
 */
export async function checkLength({ _id, durationSeconds }: CallRecording, seconds: number): Promise<void> {
  if (seconds === 0) throw new UserError('UnsupportedAudio', 'There is no sound in this file that can be played.');
  if (seconds < LEAST_SECONDS)
    throw new UserError(
      'UnsupportedAudio',
      `This sound is shorter than ${LEAST_SECONDS} seconds: no call is that short.`,
    );
  if (Math.abs(seconds - durationSeconds) <= TOLERATED_SECONDS + TOLERATED_PART * durationSeconds) return;
  await CallRecordings.deleteOne({ _id, state: 'ANNOUNCED' });
  throw new UserError(
    'OtherLength',
    `The sound lasts ${spoken(seconds)}, but ${spoken(durationSeconds)} was announced. Announce it anew with its own length, or send the recording that was meant.`,
  );
}
