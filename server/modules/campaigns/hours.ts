import { DateTime } from 'luxon';

/** A span of open hours: on these days (1 Monday … 7 Sunday), in minutes since the start of the day. */
export interface Hours {
  days: number[];
  from: number;
  to: number;
}

/** When something is open, by its own time zone. */
export interface Opening {
  timeZone: string;
  /** Empty: always. */
  hours: readonly Hours[];
}

/** Whether it is open at a moment. */
export function isOpenAt({ timeZone, hours }: Opening, at: Date): boolean {
  if (hours.length === 0) return true;
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const minute = local.hour * 60 + local.minute;
  return hours.some(({ days, from, to }) => days.includes(local.weekday) && minute >= from && minute < to);
}

/** How much of the open time of its day has gone by at a moment, 0 to 1; 0 on a day without open time. */
export function shareOfDayGone({ timeZone, hours }: Opening, at: Date): number {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const start = local.startOf('day');
  if (hours.length === 0) {
    return local.diff(start).toMillis() / start.plus({ days: 1 }).diff(start).toMillis();
  }
  const minute = local.hour * 60 + local.minute + local.second / 60;
  const today = merged(hours.filter(({ days }) => days.includes(local.weekday)));
  const whole = today.reduce((sum, { from, to }) => sum + to - from, 0);
  if (whole === 0) return 0;
  const gone = today.reduce((sum, { from, to }) => sum + Math.min(Math.max(minute - from, 0), to - from), 0);
  return gone / whole;
}

/** Spans that overlap count once. */
function merged(hours: readonly Hours[]): { from: number; to: number }[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of [...hours].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** The day of a time zone that a moment lies in: `2026-11-28`. */
export const dayIn = (timeZone: string, at: Date): string => DateTime.fromJSDate(at, { zone: timeZone }).toISODate()!;

/** The week, from Monday, of a time zone that a moment lies in: `2026-W48`. */
export const weekIn = (timeZone: string, at: Date): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat("kkkk-'W'WW");
