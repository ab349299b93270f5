import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { soldLead, usd } from '../kit/trading';
import { answerDispute, decideDispute, openDispute, readDispute, withdrawDispute, wrongPersonLog } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;
let adjudicator: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '9000.00' });
  adjudicator = await world.admin('ADJUDICATOR');
});
afterAll(() => world.close());

const availableOf = async (actor: Actor): Promise<number> =>
  (await world.ask(actor, '{ wallet { available { minor } } }')).available.minor;

async function inReview(): Promise<{ id: string }> {
  const { saleId } = await soldLead(world, { agency, buyer });
  const { dispute } = await openDispute(world, buyer, saleId);
  await answerDispute(world, agency, dispute.id);
  return dispute;
}

describe('decideDispute', () => {
  it('refunds in full: the money is back, the sale refunded, and the decision on record', async () => {
    const { id } = await inReview();
    const before = await availableOf(buyer);
    const { dispute } = await decideDispute(world, adjudicator, id);
    expect(dispute).toMatchObject({
      state: 'ACCEPTED',
      clock: null,
      amounts: { claimed: { minor: 10_000 }, refunded: { minor: 10_000 } },
      sale: { state: 'REFUNDED', refunded: { minor: 10_000 } },
    });
    expect(await availableOf(buyer)).toBe(before + 10_000);
  });

  it.each([
    ['an amount', { amount: usd('30.01') }, 3001],
    ['a share', { shareBps: 2500 }, 2500],
  ])('refunds a part by %s, and the sale is held for the rest', async (_by, refund, minor) => {
    const { id } = await inReview();
    const before = await availableOf(buyer);
    const { dispute } = await decideDispute(world, adjudicator, id, { refund });
    expect(dispute).toMatchObject({
      state: 'ACCEPTED',
      amounts: { refunded: { minor } },
      sale: { state: 'HELD', refunded: { minor } },
    });
    expect(await availableOf(buyer)).toBe(before + minor);
  });

  it.each([
    ['more than was paid', { refund: { amount: usd('100.01') } }],
    ['nothing', { refund: { amount: usd('0') } }],
    ['another currency', { refund: { amount: { minor: 100, currency: 'EUR' } } }],
    ['an amount and a share', { refund: { amount: usd('1'), shareBps: 100 } }],
    ['neither of them', { refund: {} }],
    ['a share over the whole', { refund: { shareBps: 10_001 } }],
    ['a refund of a rejected claim', { outcome: 'REJECTED', refund: { shareBps: 100 } }],
    ['no grounds', { note: 'ok' }],
  ])('refuses %s and decides nothing', async (_what, input) => {
    const { id } = await inReview();
    expect((await decideDispute(world, adjudicator, id, input)).__typename).toBe('InvalidInput');
    expect((await readDispute(world, adjudicator, id)).state).toBe('REVIEW');
  });

  it('refunds a pseudo-lead in full or not at all', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const claim = { reason: 'TYPO', callLog: wrongPersonLog(world) };
    const { id } = (await openDispute(world, buyer, saleId, claim)).dispute;
    await answerDispute(world, agency, id);
    const part = await decideDispute(world, adjudicator, id, { refund: { shareBps: 5000 } });
    expect(part).toMatchObject({ __typename: 'InvalidInput', path: ['refund'] });
    expect((await decideDispute(world, adjudicator, id)).dispute.state).toBe('ACCEPTED');
  });

  it('gives the same answer for the same key, and moves the money once', async () => {
    const { id } = await inReview();
    const key = { clientKey: clientKey() };
    const before = await availableOf(buyer);
    const answers = await Promise.all([1, 2, 3].map(() => decideDispute(world, adjudicator, id, key)));
    expect(answers.map(({ dispute }) => dispute.state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(await availableOf(buyer)).toBe(before + 10_000);
    expect((await decideDispute(world, adjudicator, id, { ...key, outcome: 'REJECTED' })).__typename).toBe('Conflict');
  });

  it('is for adjudicators and admins only', async () => {
    const { id } = await inReview();
    const query = `mutation ($input: DecideDisputeInput!) { decideDispute(input: $input) { __typename } }`;
    const input = { disputeId: id, outcome: 'ACCEPTED', note: 'Both sides were heard.', clientKey: clientKey() };
    const others = [agency, buyer, await world.admin('MODERATOR'), await world.admin('FINANCE')];
    for (const actor of others) {
      expect((await world.graphql(actor, query, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await decideDispute(world, await world.admin(), id)).dispute.state).toBe('ACCEPTED');
  });

  it('a rejected claim is held until its window ends, or released at once when it has', async () => {
    const early = await inReview();
    const { dispute } = await decideDispute(world, adjudicator, early.id, { outcome: 'REJECTED' });
    expect(dispute).toMatchObject({ state: 'REJECTED', sale: { state: 'HELD' }, amounts: { refunded: { minor: 0 } } });

    const { saleId } = await soldLead(world, { agency, buyer });
    await world.clock.move('6d');
    [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
    const late = await openDispute(world, buyer, saleId);
    await world.clock.move('30h');
    [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
    await answerDispute(world, agency, late.dispute.id);
    adjudicator = await logIn(world, adjudicator);
    const decided = await decideDispute(world, adjudicator, late.dispute.id, { outcome: 'REJECTED' });
    expect(decided.dispute).toMatchObject({ state: 'REJECTED', sale: { state: 'RELEASED' } });
  });

  it('a part refunded after the window releases the rest at once', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    await world.clock.move('6d');
    [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
    const { dispute } = await openDispute(world, buyer, saleId);
    await world.clock.move('30h');
    [agency, adjudicator] = [await logIn(world, agency), await logIn(world, adjudicator)];
    await answerDispute(world, agency, dispute.id);
    const decided = await decideDispute(world, adjudicator, dispute.id, { refund: { shareBps: 5000 } });
    expect(decided.dispute).toMatchObject({
      state: 'ACCEPTED',
      amounts: { refunded: { minor: 5000 } },
      sale: { state: 'RELEASED', refunded: { minor: 5000 } },
    });
  });

  it('a withdrawn claim after the window is released at once', async () => {
    buyer = await logIn(world, buyer);
    const { saleId } = await soldLead(world, { agency, buyer });
    await world.clock.move('6d');
    buyer = await logIn(world, buyer);
    const { dispute } = await openDispute(world, buyer, saleId);
    await world.clock.move('25h');
    buyer = await logIn(world, buyer);
    const withdrawn = await withdrawDispute(world, buyer, dispute.id);
    expect(withdrawn.dispute).toMatchObject({ state: 'WITHDRAWN', sale: { state: 'RELEASED' } });
  });
});
