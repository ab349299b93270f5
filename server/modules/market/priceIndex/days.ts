import { after, DAY } from '../../../platform/clock';

/** The first moment of a day of UTC. */
export const dayAround = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY) * DAY);

/** A day as it is written, such as `2026-11-23`. */
export const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

/** The days up to and with that of `at`, oldest first. */
export const lastDays = (at: Date, count: number): Date[] =>
  Array.from({ length: count }, (_, place) => after(dayAround(at), (place + 1 - count) * DAY));
