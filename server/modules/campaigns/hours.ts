import { DateTime } from 'luxon';
import { MINUTE } from '../../platform/clock';

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

/** What a moment is by the clocks and calendars of a time zone. */
interface Local {
  day: string;
  week: string;
  weekday: number;
  /** Since the start of the day, by the clock on the wall. */
  minute: number;
  dayStartMs: number;
  dayEndMs: number;
}

/** The last minute that each time zone was asked for: links are followed hundreds of times in it. */
const lately = new Map<string, { minute: number; local: Local }>();

/** No clock is set within a minute, so a minute of a time zone is worked out once. */
function localAt(timeZone: string, at: Date): Local {
  const minute = Math.floor(at.getTime() / MINUTE);
  const known = lately.get(timeZone);
  if (known?.minute === minute) return known.local;
  const time = DateTime.fromMillis(minute * MINUTE, { zone: timeZone });
  const start = time.startOf('day');
  const local = {
    day: time.toISODate()!,
    week: time.toFormat("kkkk-'W'WW"),
    weekday: time.weekday,
    minute: time.hour * 60 + time.minute,
    dayStartMs: start.toMillis(),
    dayEndMs: start.plus({ days: 1 }).toMillis(),
  };
  lately.set(timeZone, { minute, local });
  return local;
}

/** Whether it is open at a moment. */
export function isOpenAt({ timeZone, hours }: Opening, at: Date): boolean {
  if (hours.length === 0) return true;
  const { weekday, minute } = localAt(timeZone, at);
  return hours.some(({ days, from, to }) => days.includes(weekday) && minute >= from && minute < to);
}

const DAYS_OF_WEEK = 7;

/** The first moment from one on at which it is open; null where it never is. */
export function nextOpenAt(opening: Opening, at: Date): Date | null {
  if (isOpenAt(opening, at)) return at;
  const { timeZone, hours } = opening;
  const today = DateTime.fromJSDate(at, { zone: timeZone }).startOf('day');
  for (let days = 0; days <= DAYS_OF_WEEK; days++) {
    const day = today.plus({ days });
    const starts = hours
      .filter((span) => span.days.includes(day.weekday))
      // By the clock on the wall, also on a day on which it is set.
      .map(({ from }) => day.set({ hour: Math.floor(from / 60), minute: from % 60 }).toJSDate())
      .filter((start) => start > at);
    if (starts.length > 0) return starts.reduce((one, other) => (one < other ? one : other));
  }
  return null;
}

/** When the day or the week after that of a moment begins. */
export const nextStart = (of: 'day' | 'week', timeZone: string, at: Date): Date =>
  DateTime.fromJSDate(at, { zone: timeZone })
    .plus({ [of]: 1 })
    .startOf(of)
    .toJSDate();

/** How much of the open time of its day has gone by at a moment, 0 to 1; 0 on a day without open time. */
export function shareOfDayGone({ timeZone, hours }: Opening, at: Date): number {
  const local = localAt(timeZone, at);
  if (hours.length === 0) return (at.getTime() - local.dayStartMs) / (local.dayEndMs - local.dayStartMs);
  const minute = local.minute + (at.getTime() % MINUTE) / MINUTE;
  const today = merged(hours.filter(({ days }) => days.includes(local.weekday)));
  const whole = today.reduce((sum, { from, to }) => sum + to - from, 0);
  if (whole === 0) return 0;
  const gone = today.reduce((sum, { from, to }) => sum + Math.min(Math.max(minute - from, 0), to - from), 0);
  return gone / whole;
}

/**
 * When so much of the open time of the day of a moment, 0 to 1, has gone by: see `shareOfDayGone`. Null on a day without open
 * time.
 */
export function momentOfShare({ timeZone, hours }: Opening, share: number, at: Date): Date | null {
  const { dayStartMs, dayEndMs, weekday } = localAt(timeZone, at);
  if (hours.length === 0) return new Date(Math.ceil(dayStartMs + share * (dayEndMs - dayStartMs)));
  const today = merged(hours.filter(({ days }) => days.includes(weekday)));
  let left = share * today.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const { from, to } of today) {
    if (left <= to - from) {
      const minute = Math.floor(from + left);
      return DateTime.fromMillis(dayStartMs, { zone: timeZone })
        .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
        .plus(Math.ceil((from + left - minute) * MINUTE))
        .toJSDate();
    }
    left -= to - from;
  }
  return null;
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
export const dayIn = (timeZone: string, at: Date): string => localAt(timeZone, at).day;

/** From when to when the day of a time zone lasts that a moment lies in. */
export function spanOfDay(timeZone: string, at: Date): { from: Date; to: Date } {
  const { dayStartMs, dayEndMs } = localAt(timeZone, at);
  return { from: new Date(dayStartMs), to: new Date(dayEndMs) };
}

/** The week, from Monday, of a time zone that a moment lies in: `2026-W48`. */
export const weekIn = (timeZone: string, at: Date): string => localAt(timeZone, at).week;
