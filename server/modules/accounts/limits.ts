import { refill, takeFrom } from '../../platform/limits';
import { UserError } from '../../platform/errors';
import { type Limit } from './rules';

/** Takes one attempt of a limit for an account, an address, a session; throws TooManyRequests when none is left. */
export const takeOne = ({ bucket, points, seconds }: Limit, key: string): Promise<void> =>
  takeFrom(bucket, key, points, seconds);

/** The same for work that is left out where none is left, and nobody told: whether there was one. */
export async function hadOne(limit: Limit, key: string): Promise<boolean> {
  try {
    await takeOne(limit, key);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Gives an account, an address, a session all attempts of a limit back. */
export const forgive = ({ bucket, points, seconds }: Limit, key: string): Promise<void> =>
  refill(bucket, key, points, seconds);
