import fc from 'fast-check';
import mongoose from '../../server/platform/mongoose';
import { DAY, now } from '../../server/platform/clock';
import { adviceOf } from '../../server/modules/pricing/adviceOf';
import { effectsOf, nextGrade, qualityOf, stepsToNext } from '../../server/modules/pricing/qualityRules';
import { soldLead } from '../kit/trading';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { confirm, linkFor } from '../leads/confirming';
import { countAgencyDays } from '../../server/modules/leads/quality/countAgencyDays';
import { countDaysAnew } from '../../server/modules/leads/quality/countDaysAnew';
import { act } from '../accounts/flows';
import { formOf, leadsOf, person, post } from '../leads/hostedForms';
import { acceptedLead, anotherPhone, submit } from '../leads/submitting';
import { listLeads } from '../market/buying';
import { until } from '../kit/until';

const LIMITS = [7_000, 13_000] as const;

const record = fc
  .record({
    sales: fc.nat(2_000),
    refunded: fc.double({ min: 0, max: 1, noNaN: true }),
    judged: fc.nat(2_000),
    accepted: fc.double({ min: 0, max: 1, noNaN: true }),
    verified: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ sales, refunded, judged, accepted, verified }) => {
    const passed = Math.floor(judged * accepted);
    return {
      sales,
      refundedBps: Math.floor(sales * refunded * 10_000),
      judged,
      accepted: passed,
      verified: Math.floor(passed * verified),
    };
  });

describe('what makes a grade', () => {
  test('nothing known moves nothing', () => {
    expect(effectsOf({ sales: 0, refundedBps: 0 }, ...LIMITS)).toEqual({ REFUNDED: 0, ACCEPTED: 0, VERIFIED: 0 });
  });

  test('leads that are accepted and verified lift it, refused ones lower it, less than refunds do', () => {
    const base = { sales: 200, refundedBps: 200 * 800 };
    const good = qualityOf({ ...base, judged: 500, accepted: 500, verified: 500 }, ...LIMITS);
    const bad = qualityOf({ ...base, judged: 500, accepted: 100, verified: 0 }, ...LIMITS);
    expect([good.grade, qualityOf(base, ...LIMITS).grade, bad.grade]).toEqual(['B', 'C', 'D']);
    expect(qualityOf({ ...base, refundedBps: 200 * 2_000 }, ...LIMITS).grade).toBe('E');
  });

  test('what campaigns paid for counts as sales do', () => {
    const sold = { sales: 30, refundedBps: 60_000 };
    const used = { CLICK: { count: 10, refundedBps: 15_000 }, CALL: { count: 20, refundedBps: 45_000 } };
    expect(qualityOf({ sales: 0, refundedBps: 0, used }, ...LIMITS)).toEqual(qualityOf(sold, ...LIMITS));
    expect(qualityOf({ ...sold, used }, ...LIMITS)).toEqual(qualityOf({ sales: 60, refundedBps: 120_000 }, ...LIMITS));
  });

  test('one more accepted or verified lead never lowers it, one refused never lifts it', () => {
    fc.assert(
      fc.property(record, (given) => {
        const here = qualityOf(given, ...LIMITS).bps;
        const one = { ...given, judged: given.judged + 1 };
        const accepted = { ...one, accepted: given.accepted + 1 };
        expect(qualityOf({ ...accepted, verified: given.verified + 1 }, ...LIMITS).bps).toBeGreaterThanOrEqual(here);
        expect(qualityOf(one, ...LIMITS).bps).toBeLessThanOrEqual(here);
      }),
    );
  });

  test('the steps that are told reach the next grade, and one step less does not', () => {
    fc.assert(
      fc.property(record, (given) => {
        const steps = stepsToNext(given, 'REFUNDED', ...LIMITS);
        const next = nextGrade(qualityOf(given, ...LIMITS).grade);
        if (steps === null || !next) return;
        const after = (more: number) => qualityOf({ ...given, sales: given.sales + more }, ...LIMITS).bps;
        expect(after(steps)).toBeGreaterThanOrEqual(next.leastBps);
        expect(after(steps - 1)).toBeLessThan(next.leastBps);
      }),
    );
  });

  test('above A what lowers the price has its advice, and what does not is to be kept', () => {
    const [falls, stands] = [-40, 0].map((effect) =>
      (['REFUNDED', 'ACCEPTED', 'VERIFIED'] as const).map((code) => adviceOf(code, effect, null, null)),
    );
    for (const advice of falls!) expect(advice).toMatch(/^This lowers your price/);
    for (const advice of stands!) expect(advice).toMatch(/^Keep it so/);
    expect(adviceOf('VERIFIED', -40, 12, 'A')).toMatch(/^12 more accepted leads .+ lift you to grade A/);
  });

  test('above A there is no grade', () => {
    expect(nextGrade('A')).toBeNull();
    expect(nextGrade('E')).toEqual({ grade: 'D', leastBps: 8_200 });
  });
});

describe('an agency’s own quality', () => {
  let world: World;
  let agency: Actor;
  beforeAll(async () => {
    world = await createWorld();
    agency = await world.agency();
  });
  afterAll(() => world.close());

  const QUALITY = `{ agencyQuality {
    grade days factor nextGrade nextFactor figures { code share count ordinary effect needed advice }
  } }`;
  const read = () => world.ask(agency, QUALITY);

  test('says of a newcomer that nothing is known and what lifts it', async () => {
    const { grade, nextGrade: next, figures } = await read();
    expect([grade, next]).toEqual(['C', 'B']);
    expect(figures.map(({ code, share }: { code: string; share: number | null }) => [code, share])).toEqual([
      ['REFUNDED', null],
      ['ACCEPTED', null],
      ['VERIFIED', null],
    ]);
    const [refunded] = figures;
    expect(refunded.advice).toBe(
      `${refunded.needed} more leads, calls or days of clicks without a refund lift you to grade B.`,
    );
  });

  test('counts its leads and sales of 90 days; reading it costs no command; older ones fall out', async () => {
    for (const name of ['Amina Wekesa', 'Brian Mutiso', 'Chebet Rotich']) {
      const email = `${name.replace(' ', '.')}@mail-of-kamau.co.ke`.toLowerCase();
      const leadId = await acceptedLead(world, agency, { name, email });
      await confirm(world, await linkFor(world, agency, leadId, email));
    }
    await submit(world, agency, { phone: 'none', email: 'none' });
    await soldLead(world, { agency, buyer: await world.business({ funds: '300.00' }) });
    await world.runJob('leads.countAgencyDays');
    expect(await world.runJob('leads.countAgencyDays')).toBe(0);
    await world.settle();
    const count = async (code: string) =>
      (await read()).figures.find((figure: { code: string }) => figure.code === code);
    await until(async () => (await count('ACCEPTED')).count === 5);
    expect(await count('ACCEPTED')).toMatchObject({ share: 0.8 });
    expect(await count('VERIFIED')).toMatchObject({ share: 0.6 });
    expect(await count('REFUNDED')).toMatchObject({ share: 0, count: 1 });
    const { commands } = await world.countCommands(read);
    expect(commands).toEqual([]);
    await world.clock.move('91d');
    agency = await logIn(world, agency);
    await world.runJob('pricing.measureRecords');
    await world.runJob('leads.countAgencyDays');
    await world.settle();
    await until(async () => (await count('ACCEPTED')).count === 0 && (await count('REFUNDED')).count === 0);
    await world.clock.move('-91d');
    agency = await logIn(world, agency);
  });

  test('counts neither way what programs sent by a hosted form, who is a lead already, and what it took back itself', async () => {
    const counted = async () => {
      // Not as a job: the story before ran it 91 days from now, so it is not due.
      await countAgencyDays(now());
      const [all] = await agencyTold();
      return [all?.judged ?? 0, all?.accepted ?? 0];
    };
    const agencyTold = () =>
      mongoose.connection
        .collection<{ _id: string; judged: number; accepted: number }>('agency_told')
        .find({ _id: agency.organisationId })
        .toArray();
    const [judged, accepted] = await counted();
    const form = await formOf(world, agency);
    for (let sent = 0; sent < 2; sent++)
      await post(world, form, person({ homepage: 'https://spam.example' }), '', { 'user-agent': 'curl/8.5.0' });
    expect((await leadsOf(form)).map(({ state }) => state)).toEqual(['REJECTED', 'REJECTED']);

    const phone = anotherPhone();
    await acceptedLead(world, agency, { name: 'Rosa Lindqvist', phone, email: null });
    const other = await submit(world, agency, { name: 'Elena Lindqvist', phone, email: null });
    const moderator = await world.admin('MODERATOR');
    await act(world, moderator, 'decideLikeness', {
      leadId: other.lead!.id,
      isSamePerson: true,
      reason: 'Compared the two.',
    });
    const takenBack = await acceptedLead(world, agency);
    await act(world, agency, 'withdrawLead', { leadId: takenBack, reason: 'No place for it any more.' });
    expect(await counted()).toEqual([judged! + 1, accepted! + 1]);

    // What was counted before is counted anew.
    await mongoose.connection
      .collection('agency_days')
      .updateMany({ agencyId: agency.organisationId }, { $set: { judged: 60, day: new Date(Date.now() - 20 * DAY) } });
    await countDaysAnew.up();
    expect(await counted()).toEqual([judged! + 1, accepted! + 1]);
  });

  test('buyers see why an agency has its grade, once enough is known', async () => {
    const buyer = await world.business();
    const [listingId] = await listLeads(world, agency, 1);
    const ask = () =>
      world.ask(buyer, 'query ($id: ID!) { listing(id: $id) { gradeReasons { text } } }', { id: listingId });
    expect((await ask()).gradeReasons).toEqual([]);
    await mongoose.connection
      .collection('agency_records')
      .updateOne(
        { _id: agency.organisationId as never },
        { $set: { sales: 50, refundedBps: 10_000, judged: 100, accepted: 90, verified: 40 } },
        { upsert: true },
      );
    await until(async () => (await ask()).gradeReasons.length === 3);
    expect((await ask()).gradeReasons.map(({ text }: { text: string }) => text)).toEqual([
      'Buyers were refunded 2% of what they bought of it in the last 90 days.',
      'The checks accepted 90% of its leads.',
      'Of its leads, 40% have a confirmed e-mail or phone.',
    ]);
  });

  test('is an agency’s alone', async () => {
    const { errors } = await world.graphql(await world.business(), QUALITY);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
