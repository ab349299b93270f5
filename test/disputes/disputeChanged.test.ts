import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Actor, createWorld, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { colleague } from '../accounts/flows';
import { addNote, assignCard, cardIdOf } from '../desk/cards';
import { answerDispute, openDispute } from './disputing';

let world: World;
let address: string;
let agency: Actor;
let buyer: Actor;
const clients: Client[] = [];

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '1000.00' });
  address = `ws://127.0.0.1:${await world.app.listen(0, '127.0.0.1')}/graphql`;
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await world.close();
});

const listen = (viewer: Actor, id?: string) =>
  hear(viewer, 'subscription ($id: ID) { heard: disputeChanged(id: $id) { id state } }', id);

const listenToCard = (viewer: Actor, id: string) =>
  hear(viewer, 'subscription ($id: ID!) { heard: cardTold(cardId: $id) { id: kind state: text } }', id);

/** What a viewer hears from now on; `until` waits for so many pieces of news. */
async function hear(viewer: Actor, query: string, id?: string) {
  const client = createClient({
    url: address,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${viewer.accessToken}` },
  });
  clients.push(client);
  const heard: string[] = [];
  const refused: unknown[] = [];
  client.subscribe<{ heard: { id: string; state: string } }>(
    { query, variables: { id } },
    {
      next: ({ data, errors }) => {
        if (data) heard.push(`${data.heard.id} ${data.heard.state}`);
        if (errors) refused.push(errors);
      },
      error: (error) => refused.push(error),
      complete: () => undefined,
    },
  );
  const until = async (count: number): Promise<string[]> => {
    for (let waited = 0; heard.length < count && waited < 10_000; waited += 20) await pause(20);
    return heard;
  };
  await pause(300);
  return { heard, refused, until };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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
