import { DateTime } from 'luxon';
import { dayIn, isOpenAt, nextOpenAt, nextStart, shareOfDayGone, weekIn } from '../../server/modules/campaigns/hours';

const HALF_HOUR_MS = 1_800_000;

test.each(['Africa/Nairobi', 'Europe/Athens', 'Asia/Yerevan', 'America/New_York', 'Asia/Kolkata'])(
  'days, weeks and open hours of %s follow its calendar and its clocks, also where these are set',
  (timeZone) => {
    // Over both changes of the clocks of a year, and over its end.
    const hours = [{ days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 + 30 }];
    for (const start of [
      '2026-03-06T00:00:12Z',
      '2026-03-27T00:00:12Z',
      '2026-10-23T00:00:12Z',
      '2026-12-30T00:00:12Z',
    ]) {
      for (let step = 0; step < 200; step++) {
        const at = new Date(Date.parse(start) + step * HALF_HOUR_MS);
        const local = DateTime.fromJSDate(at, { zone: timeZone });
        const minute = local.hour * 60 + local.minute;
        expect(dayIn(timeZone, at)).toBe(local.toISODate());
        expect(weekIn(timeZone, at)).toBe(local.toFormat("kkkk-'W'WW"));
        const isOpen = local.weekday < 6 && minute >= 540 && minute < 1050;
        expect(isOpenAt({ timeZone, hours }, at)).toBe(isOpen);
        const next = nextOpenAt({ timeZone, hours }, at)!;
        const justBefore = new Date(next.getTime() - 1000);
        expect([next >= at, isOpenAt({ timeZone, hours }, next)]).toEqual([true, true]);
        expect(isOpen ? next : isOpenAt({ timeZone, hours }, justBefore)).toEqual(isOpen ? at : false);
        const [tomorrow, monday] = [nextStart('day', timeZone, at), nextStart('week', timeZone, at)];
        expect(tomorrow.getTime()).toBe(local.endOf('day').toMillis() + 1);
        expect(monday.getTime()).toBe(local.endOf('week').toMillis() + 1);
        const day = local.endOf('day').toMillis() + 1 - local.startOf('day').toMillis();
        expect(shareOfDayGone({ timeZone, hours: [] }, at)).toBeCloseTo(
          (at.getTime() - local.startOf('day').toMillis()) / day,
        );
        const gone = Math.min(Math.max(minute + 12 / 60 - 540, 0), 510) / 510;
        expect(shareOfDayGone({ timeZone, hours }, at)).toBeCloseTo(local.weekday < 6 ? gone : 0);
      }
    }
  },
);
