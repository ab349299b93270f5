import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { answerDispute, openDispute, readDispute } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
});
afterAll(() => world.close());

async function pass(span: string): Promise<void> {
  await world.clock.move(span);
  [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
}

const stepsOf = (dispute: { steps: { by: string; kind: string }[] }) =>
  dispute.steps.map(({ by, kind }) => `${by} ${kind}`);

describe('silence', () => {
  it('of the agency for 48 hours refunds the buyer, not a moment earlier', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, saleId);
    await pass('47h');
    expect(await world.runJob('disputes.clocks')).toBe(0);
    await pass('1h');
    expect(await world.runJob('disputes.clocks')).toBe(1);
    expect(await world.runJob('disputes.clocks')).toBe(0);
    const decided = await readDispute(world, buyer, dispute.id);
    expect(decided).toMatchObject({ state: 'ACCEPTED', sale: { state: 'REFUNDED' } });
    expect(stepsOf(decided)).toEqual(['BUYER OPENED', 'CLOCK ACCEPTED']);
  });

  it('of the adjudicator for 72 hours refunds the buyer', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, saleId);
    const answered = await answerDispute(world, agency, dispute.id);
    expect(answered.dispute.clock).toMatchObject({ waitsFor: 'ADJUDICATOR', isSilenceForBuyer: true });
    await pass('71h');
    expect(await world.runJob('disputes.clocks')).toBe(0);
    await pass('1h');
    expect(await world.runJob('disputes.clocks')).toBe(1);
    const decided = await readDispute(world, buyer, dispute.id);
    expect(decided).toMatchObject({ state: 'ACCEPTED', sale: { state: 'REFUNDED' } });
    expect(stepsOf(decided)).toEqual(['BUYER OPENED', 'AGENCY ANSWERED', 'CLOCK ACCEPTED']);
  });

  it('is not broken by an answer that comes after it, even before the sweep', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, saleId);
    await pass('48h');
    expect((await answerDispute(world, agency, dispute.id)).__typename).toBe('Conflict');
    await world.runJob('disputes.clocks');
    expect((await answerDispute(world, agency, dispute.id)).__typename).toBe('Conflict');
  });
});

describe('a buyer who disputes over 20 % of what it bought', () => {
  it('S55: gets no automatic decision, neither by the rules nor by the silence of the agency', async () => {
    const heavy = await world.business({ funds: '2000.00' });
    const sales = [];
    for (let count = 0; count < 5; count++) sales.push(await soldLead(world, { agency, buyer: heavy }));
    const first = await openDispute(world, heavy, sales[0]!.saleId, { reason: 'DUPLICATE' });
    expect(first.dispute).toMatchObject({ state: 'REJECTED', isAutomatic: true });

    const second = await openDispute(world, heavy, sales[1]!.saleId, { reason: 'DUPLICATE' });
    expect(second.dispute).toMatchObject({
      state: 'OPEN',
      isAutomatic: false,
      clock: { waitsFor: 'AGENCY', isSilenceForBuyer: false },
    });
    const agencysView = await readDispute(world, agency, second.dispute.id);
    expect(agencysView).toMatchObject({ isAutomatic: null, clock: { isSilenceForBuyer: null } });
    await pass('48h');
    expect(await world.runJob('disputes.clocks')).toBe(1);
    const handedOn = await readDispute(world, await logIn(world, heavy), second.dispute.id);
    expect(handedOn).toMatchObject({ state: 'REVIEW', clock: { waitsFor: 'ADJUDICATOR', isSilenceForBuyer: true } });
    expect(stepsOf(handedOn)).toEqual(['BUYER OPENED', 'CLOCK AGENCY_SILENT']);
  });

  it('S55: cannot slip under the line by opening several at once', async () => {
    const hasty = await world.business({ funds: '2000.00' });
    const sales = [];
    for (let count = 0; count < 5; count++) sales.push(await soldLead(world, { agency, buyer: hasty }));
    const answers = await Promise.all(
      sales.map(({ saleId }) => openDispute(world, hasty, saleId, { reason: 'DUPLICATE' })),
    );
    const automatic = answers.filter(({ dispute }) => dispute.isAutomatic);
    expect(automatic).toHaveLength(1);
  });
});
