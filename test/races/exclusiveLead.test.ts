import { listLead } from '../kit/trading';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { acceptedLead } from '../leads/submitting';
import { BUY, boardHas, quoted, wallet } from '../market/buying';

/** F7: many buyers, few places. The quotes are all good; only the transaction can tell who was first. */

let world: World;
let agency: Actor;
let buyers: Actor[];

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyers = [];
  for (let n = 0; n < 100; n++) buyers.push(await world.business({ funds: '250.00' }));
});
afterAll(() => world.close());

async function race(maxSales: number): Promise<{ sold: string[]; lost: string[] }> {
  const listingId = await listLead(world, agency, await acceptedLead(world, agency), { maxSales });
  await boardHas(world, agency, [listingId]);
  const inputs: object[] = [];
  for (const buyer of buyers) {
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    inputs.push({ quoteId: quote.id, clientKey: clientKey() });
  }
  const answers = await Promise.all(buyers.map((buyer, n) => world.ask(buyer, BUY, { input: inputs[n] })));
  const named = (typename: string): string[] =>
    buyers.filter((_buyer, n) => answers[n].__typename === typename).map(({ organisationId }) => organisationId);
  return { sold: named('BuyPayload'), lost: named('LeadAlreadySold') };
}

test('of 100 buyers of one exclusive lead one gets it, and 99 wallets are untouched', async () => {
  const { sold, lost } = await race(1);
  expect([sold.length, lost.length]).toEqual([1, 99]);
  for (const buyer of buyers) {
    const paid = buyer.organisationId === sold[0];
    expect(await wallet(world, buyer)).toEqual(
      paid ? { available: 15000, held: 10000 } : { available: 25000, held: 0 },
    );
  }
});

test('of 100 buyers of a lead shared by 3 exactly 3 get it, in places 1, 2 and 3', async () => {
  const { sold, lost } = await race(3);
  expect([sold.length, lost.length]).toEqual([3, 97]);
});
