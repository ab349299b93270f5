import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BUY, fund, listLeads, quoted, wallet } from '../market/buying';

/** F9: one client key, sent many times at once. */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

const SENDS = 64;

test.each(['ALL_OR_NOTHING', 'AS_MANY_AS_POSSIBLE'])(
  '64 sends of one key in mode %s have one effect and 64 equal answers',
  async (mode) => {
    const buyer = await world.business({ funds: '1000.00' });
    const quote = await quoted(world, buyer, { listingIds: await listLeads(world, agency, 3, { floor: '100.00' }) });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode };
    const answers = await Promise.all(Array.from({ length: SENDS }, () => world.ask(buyer, BUY, { input })));
    expect(answers[0]).toMatchObject({ __typename: 'BuyPayload', charged: { minor: 30000 } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await wallet(world, buyer)).toEqual({ available: 70000, held: 30000 });
  },
);

test('of two inputs sent at once under one key one is bought and the other is a conflict', async () => {
  const buyer = await world.business({ funds: '1000.00' });
  const [one, other] = await listLeads(world, agency, 2, { floor: '100.00' });
  const quotes = [
    await quoted(world, buyer, { listingIds: [one] }),
    await quoted(world, buyer, { listingIds: [other] }),
  ];
  const key = clientKey();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      world.ask(buyer, BUY, { input: { quoteId: quotes[n % 2]!.id, clientKey: key } }),
    ),
  );
  const names = answers.map((answer) => answer.__typename).sort();
  expect(names).toEqual([...Array(4).fill('BuyPayload'), ...Array(4).fill('Conflict')]);
  expect(await wallet(world, buyer)).toEqual({ available: 90000, held: 10000 });
});

test('a key that was refused for money works after a top-up, once', async () => {
  const buyer = await world.business({ funds: '50.00' });
  const quote = await quoted(world, buyer, { listingIds: await listLeads(world, agency, 1, { floor: '100.00' }) });
  const input = { quoteId: quote.id, clientKey: clientKey() };
  const refused = await Promise.all(Array.from({ length: 8 }, () => world.ask(buyer, BUY, { input })));
  expect(new Set(refused.map((answer) => answer.__typename))).toEqual(new Set(['InsufficientFunds']));
  await fund(buyer, '200.00');
  const bought = await Promise.all(Array.from({ length: 8 }, () => world.ask(buyer, BUY, { input })));
  for (const answer of bought) expect(answer).toEqual(bought[0]);
  expect(await wallet(world, buyer)).toEqual({ available: 15000, held: 10000 });
});
