import { nearestOffset, spokenMoment } from '../../server/platform/clock';

test.each([
  ['2026-12-01T01:47:43.671Z', '1 Dec 2026, 01:47 UTC'],
  ['2026-09-30T23:59:59.999Z', '30 Sep 2026, 23:59 UTC'],
  ['2027-01-10T00:00:00.000Z', '10 Jan 2027, 00:00 UTC'],
])('%s is told to people as %s', (moment, told) => {
  expect(spokenMoment(new Date(moment))).toBe(told);
});

describe('the difference to the clock of the database', () => {
  const asked = (toldAt: number, tookMs: number) => ({ sentAt: 10_000, toldAt, receivedAt: 10_000 + tookMs });

  test('stays as it is known, however slow the answer, wherever in the round trip it was written', () => {
    for (const toldAt of [10_000, 10_700, 14_999, 15_000]) expect(nearestOffset(0, asked(toldAt, 5000))).toBe(0);
    expect(nearestOffset(2500, asked(12_500, 5000))).toBe(2500);
  });

  test('moves no further than the answer proves, either way', () => {
    expect(nearestOffset(0, asked(70_000, 20))).toBe(70_000 - 10_020 - 1);
    expect(nearestOffset(0, asked(3_000, 20))).toBe(3_000 - 10_000 + 1);
    expect(nearestOffset(60_000, asked(10_010, 20))).toBe(11);
  });
});
