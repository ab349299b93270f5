import { type Ears, hear } from '../kit/ears';
import { until } from '../kit/until';
import { type Actor, createWorld, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { colleague } from '../accounts/flows';
import { addNote, assignCard, cardIdOf } from '../desk/cards';
import { answerDispute, openDispute } from './disputing';

let world: World;
let port: number;
let agency: Actor;
let buyer: Actor;
const all: Ears<unknown>[] = [];

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '1000.00' });
  port = await world.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  for (const ears of all) await ears.stop();
  await world.close();
});

/** What a viewer hears from now on of disputes; `until` waits for so many pieces of news. */
const listen = (viewer: Actor, id?: string) =>
  listenTo(viewer, 'subscription ($id: ID) { disputeChanged(id: $id) { id state } }', id);

const listenToCard = (viewer: Actor, id: string) =>
  listenTo(viewer, 'subscription ($id: ID!) { cardTold(cardId: $id) { id: kind state: text } }', id);

async function listenTo(viewer: Actor, query: string, id?: string) {
  const ears = await hear<{ id: string; state: string }>({ world, port }, viewer, query, { id });
  all.push(ears);
  const told = (): string[] => ears.heard.map(({ id: of, state }) => `${of} ${state}`);
  return {
    ...ears,
    until: async (count: number): Promise<string[]> => {
      await until(() => ears.heard.length >= count);
      return told();
    },
  };
}

describe('disputeChanged', () => {
  it('tells every step to the three sides, and nothing to anybody else', async () => {
    const stranger = await listen(await world.business());
    const sides = [await listen(buyer), await listen(agency), await listen(await world.admin('ADJUDICATOR'))];
    const { saleId } = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, saleId);
    await answerDispute(world, agency, dispute.id, { concedes: true });
    for (const side of sides) {
      expect(await side.until(2)).toEqual([`${dispute.id} OPEN`, `${dispute.id} ACCEPTED`]);
    }
    expect(stranger).toMatchObject({ heard: [], refused: [] });
  });

  it('follows one dispute when its id is given, and refuses that of others as one that does not exist', async () => {
    const [first, second] = [await soldLead(world, { agency, buyer }), await soldLead(world, { agency, buyer })];
    const { dispute } = await openDispute(world, buyer, first.saleId);
    const one = await listen(agency, dispute.id);
    await openDispute(world, buyer, second.saleId);
    await answerDispute(world, agency, dispute.id);
    expect(await one.until(1)).toEqual([`${dispute.id} REVIEW`]);
    const other = await listen(await world.agency(), dispute.id);
    expect(JSON.stringify(other.refused)).toContain('There is no such dispute.');
  });
});

describe('cardTold', () => {
  it('tells the buyer what is written on its card, an agent while the card is given to them, and others nothing', async () => {
    const agent = await colleague(world, buyer, 'AGENT');
    const { saleId } = await soldLead(world, { agency, buyer });
    const cardId = cardIdOf(saleId);
    await assignCard(world, buyer, cardId, agent.personId);
    const [owner, given] = [await listenToCard(buyer, cardId), await listenToCard(agent, cardId)];
    await addNote(world, buyer, cardId, 'Called at noon.');
    for (const side of [owner, given]) expect(await side.until(1)).toEqual(['NOTE_ADDED Called at noon.']);
    await assignCard(world, buyer, cardId, null);
    await addNote(world, buyer, cardId, 'Called again.');
    expect((await owner.until(3)).at(-1)).toBe('NOTE_ADDED Called again.');
    expect(given.heard).toHaveLength(1);
    const stranger = await listenToCard(await world.business(), cardId);
    expect(JSON.stringify(stranger.refused)).toContain('There is no such card.');
  });
});
