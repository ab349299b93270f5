import { takeFrom } from '../../platform/limits';
import { type Limit } from './rules';

/** Takes one attempt of a limit for an account, an address, a session; throws TooManyRequests when none is left. */
export const takeOne = ({ bucket, points, seconds }: Limit, key: string): Promise<void> =>
  takeFrom(bucket, key, points, seconds);
