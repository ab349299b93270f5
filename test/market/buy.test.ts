import { randomUUID } from 'node:crypto';
import { type Viewer } from '../../server/graphql/viewer';
import { attempt } from '../../server/modules/market/buying/attempt';
import { PlacesMoved } from '../../server/modules/market/buying/sell';
import { database } from '../../server/platform/database';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { listLead, usd } from '../kit/trading';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { BUY, boardHas, buy, fund, joins, listLeads, makeLot, QUOTE, quoted, wallet } from './buying';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

/** New listings at 100.00 each unless told otherwise. */
async function listed(count: number, terms: { maxSales?: number; floor?: string } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    ids.push(await listLead(world, agency, await acceptedLead(world, agency), { floor: '100.00', ...terms }));
  }
  await boardHas(world, agency, ids);
  return ids;
}

const names = (answer: { items: { __typename: string }[] }): string[] => answer.items.map((item) => item.__typename);

describe('one lead', () => {
  test('the quoted price leaves the wallet once and is held until the niche’s window ends', async () => {
    const buyer = await world.business({ funds: '300.00' });
    const [listingId] = await listed(1);
    const answer = await buy(world, buyer, { listingIds: [listingId] });
    expect(answer).toMatchObject({ __typename: 'BuyPayload', charged: { minor: 10000 } });
    expect(answer.items).toMatchObject([{ __typename: 'SaleHeld', listingId, sales: [{ state: 'HELD', slot: 1 }] }]);
    expect(await wallet(world, buyer)).toEqual({ available: 20000, held: 10000 });
    const sale = await world.ask(
      buyer,
      'query ($id: ID!) { sale(id: $id) { heldAt windowEndsAt gross { minor } fee { minor } net { minor } } }',
      { id: answer.items[0].sales[0].id },
    );
    const windowDays = (Date.parse(sale.windowEndsAt) - Date.parse(sale.heldAt)) / 86_400_000;
    expect(windowDays).toBe(7);
    expect(sale).toMatchObject({ gross: { minor: 10000 }, fee: null, net: null });
  });

  test('costs 9 database commands from the request to the answer, commit included', async () => {
    const buyer = await world.business({ funds: '300.00' });
    const [listingId] = await listed(1);
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    const input = { quoteId: quote.id, clientKey: clientKey() };
    const query = `mutation ($input: BuyInput!) { buy(input: $input) { __typename } }`;
    const { result, commands } = await world.countCommands(() => world.ask(buyer, query, { input }));
    expect(result.__typename).toBe('BuyPayload');
    expect(commands.length).toBeLessThanOrEqual(9);
  });

  test('a shared lead is sold to as many as it may be, each in a place of its own, and then to nobody', async () => {
    const [listingId] = await listed(1, { maxSales: 2 });
    const buyers = [];
    for (let n = 0; n < 3; n++) buyers.push(await world.business({ funds: '200.00' }));
    const quotes = [];
    for (const buyer of buyers) quotes.push(await quoted(world, buyer, { listingIds: [listingId] }));
    const answers = [];
    for (const [n, buyer] of buyers.entries()) {
      answers.push(await world.ask(buyer, BUY, { input: { quoteId: quotes[n]!.id, clientKey: clientKey() } }));
    }
    expect(answers[0].items[0].sales[0].slot).toBe(1);
    expect(answers[1].items[0].sales[0].slot).toBe(2);
    expect(answers[2]).toMatchObject({ __typename: 'LeadAlreadySold', listingIds: [listingId] });
    expect(await wallet(world, buyers[2]!)).toEqual({ available: 20000, held: 0 });
    const late = await world.ask(buyers[2]!, QUOTE, { input: { listingIds: [listingId] } });
    expect(late.__typename).toBe('LeadAlreadySold');
  });

  test('nobody buys a lead twice: neither quoted nor sold again', async () => {
    const buyer = await world.business({ funds: '500.00' });
    const [listingId] = await listed(1, { maxSales: 3 });
    const twice = [
      await quoted(world, buyer, { listingIds: [listingId] }),
      await quoted(world, buyer, { listingIds: [listingId] }),
    ];
    for (const quote of twice.slice(0, 1))
      await world.ask(buyer, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    const again = await world.ask(buyer, BUY, { input: { quoteId: twice[1]!.id, clientKey: clientKey() } });
    expect(again).toMatchObject({ __typename: 'AlreadyOwned', listingIds: [listingId] });
    expect(await wallet(world, buyer)).toEqual({ available: 40000, held: 10000 });
    const quote = await world.ask(buyer, QUOTE, { input: { listingIds: [listingId] } });
    expect(quote).toMatchObject({ __typename: 'AlreadyOwned', listingIds: [listingId] });
  });

  test('who bought a person within 90 days is told so before paying, whichever lead it comes as', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const phone = anotherPhone();
    const early = await listLead(world, agency, await acceptedLead(world, agency, { phone }), { maxSales: 5 });
    await world.clock.move('20d');
    let own = await logIn(world, buyer);
    await buy(world, own, { listingIds: [early] });
    await world.clock.move('75d');
    own = await logIn(world, buyer);
    const seller = await logIn(world, agency);
    const told = { phone, nicheId: 'niche_courses' };
    const [listingId] = await listLeads(world, seller, 1, { maxSales: 2, floor: '41.00' }, told);
    const refused = await world.ask(own, QUOTE, { input: { listingIds: [listingId] } });
    expect(refused).toMatchObject({ __typename: 'AlreadyOwned', listingIds: [listingId] });
    expect(refused.message).toContain('the same phone or e-mail');
    const best = {
      filter: { nicheIds: ['niche_courses'], regionIds: ['region_KE'] },
      sort: 'PRICE_LOW',
      count: 1,
    };
    const found = await world.ask(own, QUOTE, { input: { best } });
    expect(found.quote?.items.map((item: any) => item.listingId) ?? []).not.toContain(listingId);
    const stranger = await world.business();
    const { result, commands } = await world.countCommands(() => quoted(world, stranger, { listingIds: [listingId] }));
    expect(result.items).toHaveLength(1);
    expect(commands.length).toBeLessThanOrEqual(11);
    await world.clock.move('16d');
    own = await logIn(world, buyer);
    expect((await quoted(world, own, { listingIds: [listingId] })).items).toHaveLength(1);
    await world.clock.move('-111d');
  });

  test('who was overtaken three times is told what is gone by then, and to try again where nothing is', async () => {
    const viewer = { organisationId: (await world.business()).organisationId } as Viewer;
    const order = { viewer, purchaseId: 'purchase_none', reqHash: '', quoteId: '', clientKey: '' };
    const [gone, left] = (await listed(2, { maxSales: 2 })) as [string, string];
    const items = [gone, left].map((listingId) => ({
      listingId,
      leads: 1,
      priceMinor: 10_000n,
      chargedMinor: 10_000n,
    }));
    const overtaken = (meanwhile: (tries: number) => Promise<unknown>) => {
      let tries = 0;
      return attempt(order, items, async () => {
        await meanwhile(++tries);
        throw new PlacesMoved();
      });
    };
    await expect(overtaken(async () => undefined)).rejects.toMatchObject({ typename: 'Busy' });
    const listings = database().collection<{ _id: string }>('listings');
    const withdrawn = { $set: { status: 'WITHDRAWN', holdsLeads: false } };
    const refused = overtaken(async (tries) => tries === 3 && (await listings.updateOne({ _id: gone }, withdrawn)));
    await expect(refused).rejects.toMatchObject({ typename: 'LeadAlreadySold', fields: { listingIds: [gone] } });
  });

  test('who has an exclusive lead is told so at each further purchase, not that another was faster', async () => {
    const buyer = await world.business({ funds: '500.00' });
    const listingIds = await listed(2);
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push((await quoted(world, buyer, { listingIds })).id);
    const [first, second, third] = ids;
    const purchase = (quoteId: string | undefined, mode: string) =>
      world.ask(buyer, BUY, { input: { quoteId, clientKey: clientKey(), mode } });
    expect((await purchase(first, 'ALL_OR_NOTHING')).__typename).toBe('BuyPayload');
    expect(await purchase(second, 'ALL_OR_NOTHING')).toMatchObject({ __typename: 'AlreadyOwned', listingIds });
    expect(names(await purchase(third, 'AS_MANY_AS_POSSIBLE'))).toEqual(['AlreadyOwned', 'AlreadyOwned']);
    expect(await wallet(world, buyer)).toEqual({ available: 30000, held: 20000 });
  });

  test('nobody buys from an agency that somebody of the business belongs to', async () => {
    const buyer = await world.business({ funds: '500.00' });
    await joins(world, buyer, agency);
    const [listingId] = await listed(1);
    const answer = await world.ask(buyer, QUOTE, { input: { listingIds: [listingId] } });
    expect(answer).toMatchObject({ __typename: 'OwnLead', listingIds: [listingId] });
    const { person } = await world.ask(buyer, '{ viewer { person { name } } }');
    expect(answer.message).toContain(`${person.name} of your organisation belongs to the agency ${agency.name} too.`);
    const best = await world.ask(buyer, QUOTE, { input: { best: { filter: {}, count: 5 } } });
    expect(best.__typename).toBe('NothingFound');
    // The market says so beforehand.
    const ONE = 'query ($id: ID!) { listing(id: $id) { isFromOwnAgency } }';
    expect(await world.ask(buyer, ONE, { id: listingId })).toEqual({ isFromOwnAgency: true });
    expect(await world.ask(await world.business(), ONE, { id: listingId })).toEqual({ isFromOwnAgency: false });
    expect(await world.ask(agency, ONE, { id: listingId })).toEqual({ isFromOwnAgency: null });
  });
});

test('a suspended business is quoted nothing, and told of its purchase that nothing was charged', async () => {
  const buyer = await world.business({ funds: '300.00' });
  const [listingId] = await listed(1);
  const { id: quoteId } = await quoted(world, buyer, { listingIds: [listingId] });
  const why = { organisationId: buyer.organisationId, reason: 'Its card was stolen.' };
  const suspend = 'mutation ($input: SuspendOrganisationInput!) { suspendOrganisation(input: $input) { __typename } }';
  await world.ask(await world.admin(), suspend, { input: why });
  const asked = [
    await world.graphql(buyer, QUOTE, { input: { listingIds: [listingId] } }),
    await world.graphql(buyer, BUY, { input: { quoteId, clientKey: clientKey() } }),
  ];
  for (const { errors } of asked) {
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(errors![0]!.message).toContain('Nothing was done and nothing charged.');
  }
  expect(await wallet(world, buyer)).toEqual({ available: 30_000, held: 0 });
});

describe('what was shown is what is charged', () => {
  test('a quote holds its price for ten minutes though the agency raises it meanwhile', async () => {
    const buyer = await world.business({ funds: '500.00' });
    const [listingId] = await listed(1);
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    await world.ask(
      agency,
      `mutation ($input: RepriceListingsInput!) { repriceListings(input: $input) { __typename ... on UserError { message } } }`,
      { input: { listingIds: [listingId], floor: usd('250.00') } },
    );
    const answer = await world.ask(buyer, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    expect(answer).toMatchObject({ __typename: 'BuyPayload', charged: { minor: 10000 } });
  });

  test('an older quote is refused as PriceChanged and charges nothing', async () => {
    const buyer = await world.business({ funds: '500.00' });
    const [listingId] = await listed(1);
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    await world.clock.move('10m');
    const later = await logIn(world, buyer);
    const answer = await world.ask(later, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    await world.clock.move('-10m');
    expect(answer).toMatchObject({ __typename: 'PriceChanged', listingIds: [listingId] });
    expect(await wallet(world, buyer)).toEqual({ available: 50000, held: 0 });
  });

  test('another buyer’s quote reads as a missing one', async () => {
    const [mine, other] = [await world.business({ funds: '500.00' }), await world.business({ funds: '500.00' })];
    const [listingId] = await listed(1);
    const quote = await quoted(world, other, { listingIds: [listingId] });
    const foreign = await world.ask(mine, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    const missing = await world.ask(mine, BUY, { input: { quoteId: `${quote.id}x`, clientKey: clientKey() } });
    expect(foreign).toEqual(missing);
    expect(foreign.__typename).toBe('NotFound');
  });

  test('many at once are cheaper by the discount, never under the floor', async () => {
    const buyer = await world.business({ funds: '9000.00' });
    const listings = await listLeads(world, agency, 25, { floor: '0.00' });
    const quote = await quoted(world, buyer, { listingIds: listings });
    const price = quote.items.reduce((sum, item) => sum + item.price.minor, 0);
    expect(quote.lines.map(({ code }) => code)).toEqual(['LIST_PRICE', 'VOLUME']);
    expect(quote.total.minor).toBe(quote.lines.reduce((sum, line) => sum + line.amount.minor, 0));
    expect(quote.total.minor).toBeLessThan(price);
    const input = { quoteId: quote.id, clientKey: clientKey() };
    const query = `mutation ($input: BuyInput!) { buy(input: $input) { __typename ... on BuyPayload { charged { minor } } } }`;
    const { result, commands } = await world.countCommands(() => world.ask(buyer, query, { input }));
    expect(result).toEqual({ __typename: 'BuyPayload', charged: { minor: quote.total.minor } });
    // The same number of commands as for one lead.
    expect(commands.length).toBeLessThanOrEqual(9);
  });
});

describe('all or nothing', () => {
  test('one that is gone stops all: nothing is bought and nothing charged', async () => {
    const [buyer, rival] = [await world.business({ funds: '900.00' }), await world.business({ funds: '900.00' })];
    const listings = await listed(3);
    const quote = await quoted(world, buyer, { listingIds: listings });
    await buy(world, rival, { listingIds: [listings[1]!] });
    const answer = await world.ask(buyer, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    expect(answer).toMatchObject({ __typename: 'LeadAlreadySold', listingIds: [listings[1]] });
    expect(await wallet(world, buyer)).toEqual({ available: 90000, held: 0 });
    const rest = await buy(world, rival, { listingIds: [listings[0]!, listings[2]!] });
    expect(names(rest)).toEqual(['SaleHeld', 'SaleHeld']);
  });

  test('a wallet that is short tells by how much, and the same key works after a top-up', async () => {
    const buyer = await world.business({ funds: '150.00' });
    const listings = await listed(2);
    const quote = await quoted(world, buyer, { listingIds: listings });
    const input = { quoteId: quote.id, clientKey: clientKey() };
    const short = await world.ask(buyer, BUY, { input });
    expect(short).toMatchObject({ __typename: 'InsufficientFunds', shortfall: { minor: 5000 } });
    expect(await wallet(world, buyer)).toEqual({ available: 15000, held: 0 });
    await fund(buyer, '50.00');
    const bought = await world.ask(buyer, BUY, { input });
    expect(bought).toMatchObject({ __typename: 'BuyPayload', charged: { minor: 20000 } });
    expect(await wallet(world, buyer)).toEqual({ available: 0, held: 20000 });
  });

  test('the same key and input give the same answer for ever, also when the quote is long over', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const quote = await quoted(world, buyer, { listingIds: await listed(2) });
    const input = { quoteId: quote.id, clientKey: clientKey() };
    const first = await world.ask(buyer, BUY, { input });
    await world.clock.move('11m');
    expect(await world.ask(await logIn(world, buyer), BUY, { input })).toEqual(first);
    await world.clock.move('-11m');
    expect(await wallet(world, buyer)).toEqual({ available: 70000, held: 20000 });
  });

  test('its buyer finds out what it bought by the key, or that it bought nothing, and buys nothing by asking', async () => {
    const [buyer, other] = [await world.business({ funds: '300.00' }), await world.business()];
    const [listingId] = await listed(1);
    const input = { quoteId: (await quoted(world, buyer, { listingIds: [listingId] })).id, clientKey: clientKey() };
    const found = (actor: Actor) =>
      world.ask(
        actor,
        `query ($clientKey: ClientKey!) {
          purchase(clientKey: $clientKey) {
            purchaseId charged { minor } items { __typename ... on SaleHeld { sales { id } } }
          }
        }`,
        { clientKey: input.clientKey },
      );
    expect(await found(buyer)).toBeNull();
    expect(await wallet(world, buyer)).toEqual({ available: 30_000, held: 0 });
    const { purchaseId, items } = await world.ask(buyer, BUY, { input });
    expect(await found(buyer)).toEqual({
      purchaseId,
      charged: { minor: 10_000 },
      items: [{ __typename: 'SaleHeld', sales: [{ id: items[0].sales[0].id }] }],
    });
    expect(await found(other)).toBeNull();
  });

  test('the same key with other input is a conflict and does nothing', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const [one, other] = await listed(2);
    const key = clientKey();
    const first = await quoted(world, buyer, { listingIds: [one] });
    const second = await quoted(world, buyer, { listingIds: [other] });
    await world.ask(buyer, BUY, { input: { quoteId: first.id, clientKey: key } });
    const inputs = [
      { quoteId: second.id, clientKey: key },
      { quoteId: second.id, clientKey: key, mode: 'AS_MANY_AS_POSSIBLE' },
      { quoteId: first.id, clientKey: key, mode: 'AS_MANY_AS_POSSIBLE' },
    ];
    for (const input of inputs) expect((await world.ask(buyer, BUY, { input })).__typename).toBe('Conflict');
    expect(await wallet(world, buyer)).toEqual({ available: 80000, held: 10000 });
  });
});

describe('as many as possible', () => {
  test('each listing gets its own result, and only what was bought is charged', async () => {
    const [buyer, rival] = [await world.business({ funds: '250.00' }), await world.business({ funds: '900.00' })];
    const listings = await listed(4);
    const quote = await quoted(world, buyer, { listingIds: listings });
    await buy(world, rival, { listingIds: [listings[0]!] });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode: 'AS_MANY_AS_POSSIBLE' };
    const answer = await world.ask(buyer, BUY, { input });
    expect(names(answer)).toEqual(['LeadAlreadySold', 'SaleHeld', 'SaleHeld', 'InsufficientFunds']);
    expect(answer.items[3].shortfall.minor).toBe(5000);
    expect(answer.charged.minor).toBe(20000);
    expect(await wallet(world, buyer)).toEqual({ available: 5000, held: 20000 });
    await fund(buyer, '500.00');
    expect(await world.ask(buyer, BUY, { input })).toEqual(answer);
    expect(await wallet(world, buyer)).toEqual({ available: 55000, held: 20000 });
  });

  test('when nothing can be had nothing is left, and the same key works later', async () => {
    const buyer = await world.business({ funds: '10.00' });
    const quote = await quoted(world, buyer, { listingIds: await listed(2) });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode: 'AS_MANY_AS_POSSIBLE' };
    expect(names(await world.ask(buyer, BUY, { input }))).toEqual(['InsufficientFunds', 'InsufficientFunds']);
    await fund(buyer, '500.00');
    expect(names(await world.ask(buyer, BUY, { input }))).toEqual(['SaleHeld', 'SaleHeld']);
  });

  test('a purchase that was cut off before its answer is gone on with by its key, and buys nothing twice', async () => {
    const [buyer, rival] = [await world.business({ funds: '900.00' }), await world.business({ funds: '900.00' })];
    const listings = await listed(3);
    const quote = await quoted(world, buyer, { listingIds: listings });
    await buy(world, rival, { listingIds: [listings[1]!] });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode: 'AS_MANY_AS_POSSIBLE' };
    const answer = await world.ask(buyer, BUY, { input });
    // What a process leaves that is killed between the last sale and the answer.
    const purchases = database().collection<{ _id: string }>('purchases');
    await purchases.updateOne({ _id: answer.purchaseId }, { $set: { isClosed: false, refusals: [] } });
    expect(await world.ask(buyer, BUY, { input })).toEqual(answer);
    expect(names(answer)).toEqual(['SaleHeld', 'LeadAlreadySold', 'SaleHeld']);
    expect(await wallet(world, buyer)).toEqual({ available: 70000, held: 20000 });
  });

  test('a purchase that was cut off and whose quote is dead answers with its sales, the rest refused', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const listings = await listed(2);
    const quote = await quoted(world, buyer, { listingIds: listings });
    const rival = await world.business({ funds: '900.00' });
    await buy(world, rival, { listingIds: [listings[1]!] });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode: 'AS_MANY_AS_POSSIBLE' };
    const { purchaseId } = await world.ask(buyer, BUY, { input });
    const purchases = database().collection<{ _id: string }>('purchases');
    await purchases.updateOne({ _id: purchaseId }, { $set: { isClosed: false, refusals: [] } });
    await world.clock.move('10m');
    const later = await logIn(world, buyer);
    const answer = await world.ask(later, BUY, { input });
    const again = await world.ask(later, BUY, { input });
    await world.clock.move('-10m');
    expect(answer).toMatchObject({ __typename: 'BuyPayload', purchaseId, charged: { minor: 10000 } });
    expect(names(answer)).toEqual(['SaleHeld', 'PriceChanged']);
    expect(again).toEqual(answer);
    expect(await wallet(world, buyer)).toEqual({ available: 80000, held: 10000 });
  });

  test('a discount for many is not given to who can pay for few', async () => {
    const buyer = await world.business({ funds: '200.00' });
    const listings = await listLeads(world, agency, 25, { floor: '0.00' });
    const quote = await quoted(world, buyer, { listingIds: listings });
    const input = { quoteId: quote.id, clientKey: clientKey(), mode: 'AS_MANY_AS_POSSIBLE' };
    const answer = await world.ask(buyer, BUY, { input });
    expect(answer).toMatchObject({ __typename: 'InsufficientFunds', shortfall: { minor: quote.total.minor - 20000 } });
    expect(await wallet(world, buyer)).toEqual({ available: 20000, held: 0 });
  });
});

describe('lots and searches', () => {
  test('a lot is sold whole: one sale for each lead, and the parts sum to the price', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const lotId = await makeLot(world, agency, 3, { floor: '400.01' });
    await boardHas(world, agency, [lotId]);
    const quote = await quoted(world, buyer, { lotId });
    expect(quote).toMatchObject({ mode: 'MASS', items: [{ listingId: lotId, leads: 3 }] });
    const answer = await world.ask(buyer, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
    const parts = answer.items[0].sales.map((sale: { gross: { minor: number } }) => sale.gross.minor);
    expect(parts).toHaveLength(3);
    expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBe(quote.total.minor);
    const single = (await listed(1))[0]!;
    expect((await world.ask(buyer, QUOTE, { input: { lotId: single } })).__typename).toBe('NotFound');
  });

  test('the best of a search stay within the budget and leave out what the buyer has', async () => {
    const buyer = await world.business({ funds: '500.00' });
    const mine = await world.agency();
    const leads = [];
    for (const floor of ['51.00', '52.00', '53.00', '54.00']) {
      const leadId = await acceptedLead(world, mine, { nicheId: 'niche_home-insurance' });
      leads.push(await listLead(world, mine, leadId, { floor, maxSales: 2 }));
    }
    await boardHas(world, buyer, leads);
    await buy(world, buyer, { listingIds: [leads[0]!] });
    const best = { filter: { nicheIds: ['niche_home-insurance'] }, sort: 'PRICE_LOW', count: 3, budget: usd('106.00') };
    const quote = await quoted(world, buyer, { best });
    expect(quote.items.map(({ listingId }) => listingId)).toEqual(leads.slice(1, 3));
    expect(quote.total.minor).toBe(10500);
    const none = await world.ask(buyer, QUOTE, { input: { best: { ...best, budget: usd('3.00') } } });
    expect(none.__typename).toBe('NothingFound');
    for (const budget of [{ minor: 10600, currency: 'EUR' }, usd('-1.00')]) {
      const refused = await world.ask(buyer, QUOTE, { input: { best: { ...best, budget } } });
      expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['best', 'budget'] });
    }
  });

  test('a question for nothing, for two things at once, or for too many is refused with its field', async () => {
    const buyer = await world.business();
    const asks: [object, string[] | null][] = [
      [{}, null],
      [{ listingIds: [], lotId: 'listing_x' }, null],
      [{ listingIds: [] }, ['listingIds']],
      [{ listingIds: Array.from({ length: 101 }, () => randomUUID()) }, ['listingIds']],
      [{ best: { filter: {}, count: 101 } }, ['best', 'count']],
    ];
    for (const [input, path] of asks) {
      expect(await world.ask(buyer, QUOTE, { input })).toMatchObject({ __typename: 'InvalidInput', path });
    }
    const unknown = await world.ask(buyer, QUOTE, { input: { listingIds: ['listing_unknown'] } });
    expect(unknown.__typename).toBe('NotFound');
  });
});
