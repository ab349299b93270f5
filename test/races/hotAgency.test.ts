import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BUY, listLeads, quoted } from '../market/buying';

/**
 * F12: many buyers of one agency at once. They share neither wallet nor lead, so they must not meet in the database:
 * whoever adds a running balance of the agency, or of the platform's fees, turns this red.
 */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

test('24 buyers of 24 leads of one agency all buy at once, without one conflict', async () => {
  const listings = await listLeads(world, agency, 24, { floor: '100.00' });
  const buyers: Actor[] = [];
  for (let n = 0; n < listings.length; n++) buyers.push(await world.business({ funds: '100.00' }));
  const inputs: object[] = [];
  for (const [n, buyer] of buyers.entries()) {
    const quote = await quoted(world, buyer, { listingIds: [listings[n]] });
    inputs.push({ quoteId: quote.id, clientKey: clientKey() });
  }
  const { result, commands } = await world.countCommands(() =>
    Promise.all(buyers.map((buyer, n) => world.ask(buyer, BUY, { input: inputs[n] }))),
  );
  expect(result.map((answer) => answer.__typename)).toEqual(listings.map(() => 'BuyPayload'));
  expect(commands.filter((name) => name.startsWith('abortTransaction'))).toEqual([]);
  expect(commands.filter((name) => name.startsWith('commitTransaction'))).toHaveLength(listings.length);
});
