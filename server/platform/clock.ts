import type { Db } from 'mongodb';

let databaseOffsetMs = 0;
let movedMs = 0;

/**
 * The market's time: this machine's clock corrected to the database server's, so that all processes agree on windows
 * and deadlines, plus what a test or the demo moved it by.
 */
export const now = (): Date => new Date(Date.now() + databaseOffsetMs + movedMs);

/**
 * Learns the difference to the database server's clock; call at start and every minute. The answer was written at some
 * moment of the round trip, so it only bounds the difference: what is known already stays while it is within the
 * bounds, else the nearest bound is taken (Cristian 1989). A slow answer thus never moves the market's time.
 */
export async function followDatabaseClock(db: Db): Promise<void> {
  const sentAt = Date.now();
  const hello = await db.admin().command({ hello: 1 });
  const receivedAt = Date.now();
  if (hello.localTime instanceof Date) {
    databaseOffsetMs = nearestOffset(databaseOffsetMs, { sentAt, toldAt: hello.localTime.getTime(), receivedAt });
  }
}

/** The difference nearest to the known one that a round trip allows, in ms; clocks here tell whole milliseconds. */
export function nearestOffset(known: number, trip: { sentAt: number; toldAt: number; receivedAt: number }): number {
  const least = trip.toldAt - trip.receivedAt - 1;
  const most = trip.toldAt - trip.sentAt + 1;
  return Math.min(Math.max(known, least), most);
}

/** Moves the clock of this process; for tests and demo data only, refused in production. */
export function moveClock(ms: number): void {
  if (process.env.NODE_ENV === 'production') throw new Error('The clock cannot be moved in production');
  movedMs += ms;
}

/** How far this process's clock was moved. */
export const clockMovedMs = (): number => movedMs;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

/** A moment for a sentence that people read: "1 Dec 2026, 01:47 UTC". */
export function spokenMoment(at: Date): string {
  const [, day, month, year, time] = at.toUTCString().split(' ');
  return `${Number(day)} ${month} ${year}, ${time!.slice(0, 5)} UTC`;
}
