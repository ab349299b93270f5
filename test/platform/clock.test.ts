import { spokenMoment } from '../../server/platform/clock';

test.each([
  ['2026-12-01T01:47:43.671Z', '1 Dec 2026, 01:47 UTC'],
  ['2026-09-30T23:59:59.999Z', '30 Sep 2026, 23:59 UTC'],
  ['2027-01-10T00:00:00.000Z', '10 Jan 2027, 00:00 UTC'],
])('%s is told to people as %s', (moment, told) => {
  expect(spokenMoment(new Date(moment))).toBe(told);
});
