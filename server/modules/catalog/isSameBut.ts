import { isDeepStrictEqual } from 'node:util';

/** Whether nothing but the time of the change differs: then there is nothing to store, nor to record. */
export const isSameBut = <T extends { changedAt: Date }>(row: T, before: T): boolean =>
  isDeepStrictEqual({ ...row, changedAt: before.changedAt }, before);
