import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BUY, listLeads, quoted, wallet } from '../market/buying';

/** F8: one wallet, more purchases at once than it can pay. */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

test('of 50 purchases at once from a wallet with money for 20 exactly 20 are paid', async () => {
  const buyer = await world.business({ funds: '2050.00' });
  const listings = await listLeads(world, agency, 50, { floor: '100.00' });
  const inputs: object[] = [];
  for (const listingId of listings) {
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    inputs.push({ quoteId: quote.id, clientKey: clientKey() });
  }
  const answers = await Promise.all(inputs.map((input) => world.ask(buyer, BUY, { input })));
  const count = (typename: string): number => answers.filter((answer) => answer.__typename === typename).length;
  expect([count('BuyPayload'), count('InsufficientFunds')]).toEqual([20, 30]);
  expect(await wallet(world, buyer)).toEqual({ available: 5000, held: 200000 });
});
