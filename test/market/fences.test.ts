import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { buy, listLeads } from './buying';

/** The second fence of each rule: what the database refuses by itself, were the guard in the code wrong. */
let world: World;
let agency: Actor;
let sale: Row;
let listing: Row;

type Row = Record<string, unknown> & { _id: string };
const sales = () => database().collection<Row>('sales');
const listings = () => database().collection<Row>('listings');

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  const buyer = await world.business({ funds: '500.00' });
  const [listingId] = await listLeads(world, agency, 1, { floor: '100.00', maxSales: 2 });
  const answer = await buy(world, buyer, { listingIds: [listingId] });
  sale = (await sales().findOne({ _id: answer.items[0].sales[0].id }))!;
  listing = (await listings().findOne({ _id: listingId! }))!;
});
afterAll(() => world.close());

const DUPLICATE = { code: 11000 };
const REFUSED = { code: 121 };

describe('sales', () => {
  const inserting = (changes: object) => sales().insertOne({ ...sale, _id: 'sale_other', ...changes });

  test('a place of a lead is taken once', async () => {
    await expect(inserting({ buyerId: 'org_other' })).rejects.toMatchObject(DUPLICATE);
  });
  test('a lead is sold to one buyer once', async () => {
    await expect(inserting({ slot: 2 })).rejects.toMatchObject(DUPLICATE);
  });
  test('a place is within those that the lead has', async () => {
    await expect(inserting({ buyerId: 'org_other', slot: 3 })).rejects.toMatchObject(REFUSED);
    await expect(inserting({ buyerId: 'org_other', slot: 0 })).rejects.toMatchObject(REFUSED);
  });
  test('fee, agency’s part and refund sum to the price', async () => {
    const taken = { $set: { refundedMinor: 1n } };
    await expect(sales().updateOne({ _id: sale._id }, taken)).rejects.toMatchObject(REFUSED);
  });
  test('a sale is released or refunded, never both, whichever comes first and whatever guard is forgotten', async () => {
    const set = (changes: Partial<Row>) => sales().updateOne({ _id: sale._id }, { $set: changes });
    const refunded = {
      state: 'REFUNDED',
      refundedAt: new Date(),
      refundedMinor: sale.grossMinor,
      feeMinor: 0n,
      netMinor: 0n,
    };
    const released = { state: 'RELEASED', releasedAt: new Date() };
    const { _id, ...kept } = sale;
    const orders: [Partial<Row>, Partial<Row>][] = [
      [refunded, released],
      [released, refunded],
      [released, { ...refunded, releasedAt: null, state: 'RELEASED' }],
      [released, { state: 'HELD' }],
    ];
    for (const [first, second] of orders) {
      await set(first);
      await expect(set(second)).rejects.toMatchObject(REFUSED);
      await sales().replaceOne({ _id }, kept);
    }
    await expect(set({ state: 'REFUNDED' })).rejects.toMatchObject(REFUSED);
    await expect(set({ state: 'RELEASED' })).rejects.toMatchObject(REFUSED);
  });
  test('there is no state but those of the table', async () => {
    await expect(sales().updateOne({ _id: sale._id }, { $set: { state: 'PENDING' } })).rejects.toMatchObject(REFUSED);
  });
});

describe('listings', () => {
  const updating = (changes: Partial<Row>) => listings().updateOne({ _id: listing._id }, { $set: changes });

  test('a lead is in one live listing at most', async () => {
    await expect(listings().insertOne({ ...listing, _id: 'listing_other' })).rejects.toMatchObject(DUPLICATE);
  });
  test('no more is sold than there are places, and none but one when exclusive', async () => {
    await expect(updating({ sold: 3 })).rejects.toMatchObject(REFUSED);
    await expect(updating({ isExclusive: true })).rejects.toMatchObject(REFUSED);
    await expect(updating({ maxSales: 6 })).rejects.toMatchObject(REFUSED);
  });
  test('a price is never under the floor', async () => {
    await expect(updating({ priceMinor: 9999n })).rejects.toMatchObject(REFUSED);
  });
});
