import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BUY, buy, fund, joins, listLeads, quoted, wallet } from './buying';

/** What stands between the quote and the purchase: discounts that are not due, oneself, and words that hold for ever. */
let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

type Item = { __typename: string; message: string };
const names = (answer: { items: Item[] }): string[] => answer.items.map((item) => item.__typename);
const purchase = (buyer: Actor, quoteId: string, mode: string, key = clientKey()) =>
  world.ask(buyer, BUY, { input: { quoteId, clientKey: key, mode } });

describe('a discount for many', () => {
  test('is not due for the rest of a quote whose leads the buyer has by another, but where others were faster', async () => {
    const [buyer, other, rival] = [
      await world.business({ funds: '9000.00' }),
      await world.business({ funds: '9000.00' }),
      await world.business({ funds: '9000.00' }),
    ];
    const many = await listLeads(world, agency, 24, { floor: '0.00', maxSales: 3 });
    const [one, two, three] = await listLeads(world, agency, 3, { floor: '0.00' });
    const first = await quoted(world, buyer, { listingIds: [...many, one] });
    const second = await quoted(world, buyer, { listingIds: [...many, two] });
    const others = await quoted(world, other, { listingIds: [...many, three] });
    expect((await purchase(buyer, first.id, 'ALL_OR_NOTHING')).__typename).toBe('BuyPayload');

    const before = await wallet(world, buyer);
    const refused = await purchase(buyer, second.id, 'AS_MANY_AS_POSSIBLE');
    expect(names(refused)).toEqual([...many.map(() => 'AlreadyOwned'), 'PriceChanged']);
    expect(refused.charged.minor).toBe(0);
    expect(refused.items[24].message).toContain('ask for a new quote');
    expect(await wallet(world, buyer)).toEqual(before);
    expect((await buy(world, buyer, { listingIds: [two] })).charged.minor).toBe(second.items[24]!.price.minor);

    await buy(world, rival, { listingIds: [three] });
    const answer = await purchase(other, others.id, 'AS_MANY_AS_POSSIBLE');
    expect(names(answer)).toEqual([...many.map(() => 'SaleHeld'), 'LeadAlreadySold']);
    expect(answer.charged.minor).toBe(others.total.minor - others.items[24]!.charged.minor);
  });
});

describe('nobody buys from themselves', () => {
  test.each(['ALL_OR_NOTHING', 'AS_MANY_AS_POSSIBLE'])(
    'not even by joining the agency after the quote: %s',
    async (mode) => {
      const [buyer, seller] = [await world.business({ funds: '300.00' }), await world.agency()];
      const [own] = await listLeads(world, seller, 1, { floor: '100.00' });
      const [foreign] = await listLeads(world, agency, 1, { floor: '100.00' });
      const quote = await quoted(world, buyer, { listingIds: [foreign, own] });
      await joins(world, buyer, seller);
      expect(await purchase(buyer, quote.id, mode)).toMatchObject({ __typename: 'OwnLead', listingIds: [own] });
      expect(await wallet(world, buyer)).toEqual({ available: 30000, held: 0 });
    },
  );
});

describe('a wallet that is short', () => {
  test('is told to top up and ask anew where the answer stands, and to send again where it does not', async () => {
    const buyer = await world.business({ funds: '10.00' });
    const quote = await quoted(world, buyer, { listingIds: await listLeads(world, agency, 2, { floor: '100.00' }) });
    const key = clientKey();
    const none = await purchase(buyer, quote.id, 'AS_MANY_AS_POSSIBLE', key);
    expect(none.items.map(({ message }: Item) => message)).toEqual(
      Array(2).fill(expect.stringContaining('top up and send the same request again')),
    );
    await fund(buyer, '140.00');
    const some = await purchase(buyer, quote.id, 'AS_MANY_AS_POSSIBLE', key);
    expect(names(some)).toEqual(['SaleHeld', 'InsufficientFunds']);
    expect(some.items[1].message).toContain('top up and ask for a new quote');
    await fund(buyer, '500.00');
    expect(await purchase(buyer, quote.id, 'AS_MANY_AS_POSSIBLE', key)).toEqual(some);
  });
});
