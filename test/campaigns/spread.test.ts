import { createLink, follow, judge, kenyan, startCampaign, takeAgency } from '../clicks/clicking';
import { type Budgets, isAheadOfHour, nextShareAt, nothingSpent } from '../../server/modules/campaigns/budgets';
import { isOpenAt, momentOfShare, shareOfDayGone } from '../../server/modules/campaigns/hours';
import { MINUTE } from '../../server/platform/clock';
import { usd } from '../kit/trading';
import { createWorld } from '../kit/world';

/** A budget that is spread over the day, and when it goes on after a rush. */

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ALWAYS = [] as const;
const WITH_A_BREAK = [
  { days: EVERY_DAY, from: 8 * 60, to: 12 * 60 },
  { days: EVERY_DAY, from: 11 * 60, to: 12 * 60 + 15 },
  { days: EVERY_DAY, from: 14 * 60, to: 18 * 60 },
];
// A day on which nobody sets a clock, one with 23 hours and one with 25.
const DAYS = ['2026-06-10T10:00:00Z', '2026-03-29T10:00:00Z', '2026-10-25T10:00:00Z'];

test.each(['Africa/Nairobi', 'Europe/Athens', 'Asia/Yerevan', 'Europe/Budapest'])(
  'in %s the moment of a share of the day is the one at which so much of its open time has gone by',
  (timeZone) => {
    for (const day of DAYS)
      for (const hours of [ALWAYS, WITH_A_BREAK])
        for (let part = 1; part <= 40; part++) {
          const share = part / 40;
          const moment = momentOfShare({ timeZone, hours }, share, new Date(day))!;
          // At the end of a day that is always open the next one has begun.
          const before = new Date(moment.getTime() - 1);
          expect(shareOfDayGone({ timeZone, hours }, before)).toBeCloseTo(share, 5);
        }
    const never = [{ days: [1], from: 0, to: 60 }];
    expect(momentOfShare({ timeZone, hours: never }, 0.5, new Date(DAYS[0]!))).toBeNull();
  },
);

test('a spread budget goes on at the first minute at which its share has room for the price', () => {
  const price = 216n;
  for (const hours of [ALWAYS, WITH_A_BREAK])
    for (let spent = price; spent + price <= 5000n; spent += 97n) {
      const budgets: Budgets = {
        ...{ timeZone: 'Africa/Nairobi', hours, isSpread: true, dayMinor: 5000n, weekMinor: null, totalMinor: null },
        spent: { ...nothingSpent(), day: '2026-06-10', dayMinor: spent, week: '2026-W24', weekMinor: spent },
      };
      const at = new Date('2026-06-10T05:30:00Z');
      if (!isAheadOfHour(budgets, price, 0n, at)) continue;
      const next = nextShareAt(budgets, price, at);
      expect(next.getTime() % MINUTE).toBe(0);
      expect(isAheadOfHour(budgets, price, 0n, next)).toBe(false);
      expect(isAheadOfHour(budgets, price, 0n, new Date(next.getTime() - 2 * MINUTE))).toBe(true);
      // At the end of a span its last share is free when the next one begins.
      expect(isOpenAt(budgets, new Date(next.getTime() - MINUTE))).toBe(true);
    }
});

test('both sides read when a campaign that is ahead of its hour goes on, and it does', async () => {
  const world = await createWorld();
  try {
    world.app.express.set('trust proxy', 1);
    const [business, agency] = [await world.business({ funds: '100.00' }), await world.agency()];
    // A day that has just begun, by its own clock.
    const hour = world.clock.now().getUTCHours();
    const timeZone = hour <= 12 ? `Etc/GMT+${hour}` : `Etc/GMT-${24 - hour}`;
    const { id } = await startCampaign(world, business, { dayBudget: usd('20.00'), isSpread: true, timeZone });
    const price = await takeAgency(world, business, agency, id);
    const code = await createLink(world, agency, { campaignId: id });
    expect((await follow(world, code, { address: kenyan(1) })).status).toBe(302);
    await judge(world);
    const standing = (actor: typeof agency) =>
      world.ask(actor, 'query ($id: ID!) { campaign(id: $id) { hindrances goesOnAt } }', { id });
    const share = (2 * price) / 2000 - 0.05;
    const dayStartMs = Math.floor(world.clock.now().getTime() / (60 * MINUTE)) * 60 * MINUTE;
    const goesOnAt = new Date(dayStartMs + Math.ceil(share * 24 * 60) * MINUTE).toISOString();
    for (const actor of [agency, business])
      expect(await standing(actor)).toEqual({ hindrances: ['AHEAD_OF_HOUR'], goesOnAt });
    expect((await follow(world, code, { address: kenyan(2) })).status).toBe(410);
    await world.clock.move(`${Math.ceil((Date.parse(goesOnAt) - world.clock.now().getTime()) / 1000)}s`);
    expect((await follow(world, code, { address: kenyan(3) })).status).toBe(302);
  } finally {
    await world.close();
  }
});
