import { answerDispute, decideDispute } from '../disputes/disputing';
import { type Actor, createWorld, type World } from '../kit/world';
import { batchesOf, createLink, follow, judge, kenyan, startCampaign, takeAgency } from './clicking';
import { disputeBatch, reasonsOfBatch } from './disputing';

/** Clicks that were given back, and what a later claim finds of their visitors. */

let world: World;
let business: Actor;
let agency: Actor;
let adjudicator: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  business = await world.business({ funds: '5000.00' });
  agency = await world.agency();
  adjudicator = await world.admin('ADJUDICATOR');
});
afterAll(() => world.close());

test('a visit that was given back by name proves no later one a duplicate; of a part of its price it does', async () => {
  const { id: campaignId } = await startCampaign(world, business, { name: 'Once more' });
  await takeAgency(world, business, agency, campaignId);
  const code = await createLink(world, agency, { campaignId });
  const hourOf = async () => {
    for (let visitor = 0; visitor < 5; visitor++)
      await follow(world, code, { address: kenyan(visitor), subId: visitor < 2 ? 'mail' : 'page' });
    await judge(world);
    await world.clock.move('2h');
    await world.runJob('clicks.close');
    const [{ id, gross }] = await batchesOf(world, business, campaignId);
    const reasons = await reasonsOfBatch(world, business, id);
    const { evidenceFound } = reasons.find(({ reason }: any) => reason === 'DUPLICATE');
    const { text } = evidenceFound.find(({ lookUp }: any) => lookUp === 'VISITED_BEFORE');
    return { id, gross: gross.minor, before: Number(/^\d+/.exec(text)![0]) };
  };
  const giveBack = async (id: string, subIds: string[], refund: object) => {
    const { dispute } = await disputeBatch(world, business, id, { clicks: { subIds } });
    await answerDispute(world, agency, dispute.id);
    const decided = await decideDispute(world, adjudicator, dispute.id, { refund });
    expect(decided.dispute).toMatchObject({ state: 'ACCEPTED' });
  };
  const first = await hourOf();
  expect(first.before).toBe(0);
  await giveBack(first.id, ['mail'], { clicks: { subIds: ['mail'] } });
  await world.clock.move('25h');
  const second = await hourOf();
  expect(second.before).toBe(3);
  await giveBack(second.id, ['mail'], { shareBps: 5000 });
  await world.clock.move('25h');
  expect((await hourOf()).before).toBe(5);
});
