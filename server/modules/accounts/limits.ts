import { type Limit, refill } from '../../platform/limits';

export { giveBackEach, hadOne, takeOne, takeOneOfEach, type Taking } from '../../platform/limits';

/** Gives an account, an address, a session all attempts of a limit back. */
export const forgive = ({ bucket, points, seconds }: Limit, key: string): Promise<void> =>
  refill(bucket, key, points, seconds);
