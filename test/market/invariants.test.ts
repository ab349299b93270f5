import { invariants as ofLedger } from '../../server/modules/ledger/invariants';
import { invariants as ofMarket } from '../../server/modules/market/invariants';
import { board } from '../../server/modules/market/board';
import { database } from '../../server/platform/database';
import { createWorld, type World } from '../kit/world';
import { buy, listLeads } from './buying';

/** An invariant is worth what it catches: each is broken here on purpose, must say so, and must hold again after. */
let world: World;
let held: string;
let released: string;
let listingId: string;
let unsold: string;
let agencyId: string;

beforeAll(async () => {
  world = await createWorld();
  const agency = await world.agency();
  agencyId = agency.organisationId;
  const buyer = await world.business({ funds: '500.00' });
  const listings = await listLeads(world, agency, 3, { floor: '100.00', maxSales: 2 });
  [listingId, , unsold] = listings as [string, string, string];
  const saleOf = async (id: string): Promise<string> =>
    (await buy(world, buyer, { listingIds: [id] })).items[0].sales[0].id;
  released = await saleOf(listings[1]!);
  await world.clock.move('7d');
  await world.runJob('releaseSales');
  await world.clock.move('-7d');
  held = await saleOf(listingId);
  await world.settle();
  await world.ask(buyer, '{ cards { nodes { contact { phone } } } }');
});
afterAll(() => world.close());

const invariants = [...ofMarket, ...ofLedger];
const check = async (code: string): Promise<string[]> => invariants.find((one) => one.code === code)!.check();
const rows = (name: string) => database().collection<{ _id: string } & Record<string, unknown>>(name);

/** Swaps a document for another version of itself, without validation, while `look` looks. */
async function broken(
  name: string,
  id: string,
  changes: Record<string, unknown> | null,
  look: () => Promise<void>,
): Promise<void> {
  const before = (await rows(name).findOne({ _id: id }))!;
  if (changes) await rows(name).updateOne({ _id: id }, { $set: changes }, { bypassDocumentValidation: true });
  else await rows(name).deleteOne({ _id: id });
  await look();
  await rows(name).replaceOne({ _id: id }, before, { upsert: true, bypassDocumentValidation: true });
}

const says = (code: string, words: string) => async () => {
  expect((await check(code)).join('\n')).toContain(words);
};

test('all hold over what the market did', async () => {
  for (const { code } of invariants) expect([code, await check(code)]).toEqual([code, []]);
});

test('I4 sees an entry that is missing, and one that the state does not demand', async () => {
  await broken('journal', `pur:${held}`, null, says('I4', held));
  await broken('sales', released, { state: 'HELD' }, says('I4', released));
  await broken('sales', held, null, says('I4', `speaks of ${held}`));
});

test('I5 sees a place left out, and a listing that counts otherwise than its sales, or counts without any', async () => {
  await broken('sales', held, { slot: 2 }, says('I5', 'has the places 2 of 2'));
  await broken('listings', listingId, { sold: 0 }, says('I5', listingId));
  await broken('listings', unsold, { sold: 1 }, says('I5', `${unsold} says 1 sold`));
});

test('I6, I7 and I16 see balances that the sales do not bear out', async () => {
  await broken('sales', held, { state: 'REFUNDED' }, says('I6', `hold:${agencyId}`));
  await broken('sales', released, { netMinor: 8400n }, says('I7', `payable:${agencyId}`));
  await broken('sales', released, { feeMinor: 1600n }, says('I16', 'revenue:fees'));
  const stray = { account: 'hold:org_without_sales', amountMinor: 1n };
  const entry = (await rows('journal').findOne({ _id: `pur:${held}` }))!;
  const legs = [...(entry['legs'] as object[]), stray];
  await broken('journal', entry._id, { legs }, says('I6', 'hold:org_without_sales has 1, its rows say 0'));
});

test('I10 sees a look at a contact whose sale is another one', async () => {
  const look = (await rows('disclosures').findOne({ saleId: held }))!;
  await broken('disclosures', look._id, { saleId: released }, says('I10', look._id));
  await broken('disclosures', look._id, { organisationId: 'org_other' }, says('I10', look._id));
});

test('I17 sees a row that the board has and the database has not', async () => {
  board().put({ ...board().get(listingId)!, id: 'listing_ghost' });
  expect(await check('I17')).toEqual(['listing_ghost is on the board and not on sale']);
  board().remove('listing_ghost');
});
