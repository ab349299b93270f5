import { database } from '../../server/platform/database';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { buyListings, listLead, listLotOf, usd } from '../kit/trading';
import { act } from '../accounts/flows';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { answerDispute, decideDispute, openDispute, wrongPersonLog } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;
let adjudicator: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  adjudicator = await world.admin('ADJUDICATOR');
});
// A buyer of a few sales: one that disputes much gets no decision by the rules or by silence.
beforeEach(async () => {
  buyer = await world.business({ funds: '1000.00' });
});
afterAll(() => world.close());

interface Shared {
  saleId: string;
  leadId: string;
  listingId: string;
}

/** A lead that may be sold twice, sold once. */
async function sharedLead(leadId: string): Promise<Shared> {
  const listingId = await listLead(world, agency, leadId, { maxSales: 2 });
  await world.settle();
  const [sale] = await buyListings(world, buyer, [listingId]);
  return { saleId: sale!.saleId, leadId, listingId };
}

const sound = async (): Promise<Shared> => sharedLead(await acceptedLead(world, agency));

const quoteOf = (listingId: string): Promise<{ __typename: string }> =>
  world.ask(buyer, 'query ($input: QuoteInput!) { quote(input: $input) { __typename } }', {
    input: { listingIds: [listingId] },
  });

const leadOf = (id: string) =>
  world.ask(agency, 'query ($id: ID!) { lead(id: $id) { state decision { reason } } }', { id });

const statusOf = async (id: string): Promise<string> =>
  (await world.ask(agency, 'query ($id: ID!) { listing(id: $id) { status } }', { id })).status;

const relist = (leadId: string) =>
  world.ask(
    agency,
    `mutation ($input: ListLeadsInput!) {
      listLeads(input: $input) { ... on ListLeadsPayload { listings { id } refused { reason } } }
    }`,
    { input: { leadIds: [leadId], terms: { maxSales: 1, floor: usd('100.00') } } },
  );

async function expectCondemned({ leadId, listingId }: Shared): Promise<void> {
  await world.settle();
  expect(await leadOf(leadId)).toEqual({
    state: 'REJECTED',
    decision: { reason: 'Found in a dispute to be no lead that may be sold.' },
  });
  expect(await statusOf(listingId)).toBe('WITHDRAWN');
  expect((await quoteOf(listingId)).__typename).not.toBe('QuotePayload');
  expect(await relist(leadId)).toEqual({ listings: [], refused: [{ reason: 'NOT_ACCEPTED' }] });
}

async function expectOnSale({ leadId, listingId }: Shared): Promise<void> {
  await world.settle();
  expect((await leadOf(leadId)).state).toBe('ACCEPTED');
  expect(await statusOf(listingId)).toBe('LISTED');
}

const open = async ({ saleId }: Shared, input: object): Promise<{ id: string; state: string }> =>
  (await openDispute(world, buyer, saleId, { ...input })).dispute;

describe('a shared lead that a dispute found to be none is sold to nobody else', () => {
  it('by the rules', async () => {
    const shared = await sound();
    const denial = {
      code: 'DENIED_BY_PERSON',
      weight: 100,
      evidence: 'It was not me.',
      ruleVersion: 1,
      at: new Date(),
    };
    const leads = database().collection<{ _id: string; signals: object[] }>('leads');
    await leads.updateOne({ _id: shared.leadId }, { $push: { signals: denial } });
    expect((await open(shared, { reason: 'PRANK' })).state).toBe('ACCEPTED');
    await expectCondemned(shared);
  });

  it("by the agency's concession", async () => {
    const shared = await sound();
    const { id } = await open(shared, { reason: 'TYPO', callLog: wrongPersonLog(world) });
    await answerDispute(world, agency, id, { concedes: true });
    await expectCondemned(shared);
  });

  it('by an adjudicator', async () => {
    const shared = await sound();
    const { id } = await open(shared, { reason: 'NO_CONSENT' });
    await answerDispute(world, agency, id);
    await expectOnSale(shared);
    await decideDispute(world, adjudicator, id);
    await expectCondemned(shared);
  });

  it('while a sale to another buyer stays as it is', async () => {
    const other = await world.business({ funds: '500.00' });
    const leadId = await acceptedLead(world, agency);
    const listingId = await listLead(world, agency, leadId, { maxSales: 3 });
    await world.settle();
    const [first] = await buyListings(world, buyer, [listingId]);
    const [second] = await buyListings(world, other, [listingId]);
    const { id } = (await openDispute(world, buyer, first!.saleId, { reason: 'PRANK' })).dispute;
    await answerDispute(world, agency, id, { concedes: true });
    await expectCondemned({ saleId: first!.saleId, leadId, listingId });
    const later = await openDispute(world, other, second!.saleId, { reason: 'PRANK' });
    expect(later.dispute).toMatchObject({ state: 'OPEN', sale: { state: 'DISPUTED', refunded: { minor: 0 } } });
  });
});

describe('a lead stays on sale', () => {
  it('where the claim was rejected', async () => {
    const shared = await sound();
    const { id } = await open(shared, { reason: 'PRANK' });
    await answerDispute(world, agency, id);
    await decideDispute(world, adjudicator, id, { outcome: 'REJECTED' });
    await expectOnSale(shared);
  });

  it('where it was not as listed, even when all is given back: that concerns the listing', async () => {
    const shared = await sound();
    const { id } = await open(shared, { reason: 'NOT_AS_LISTED' });
    await answerDispute(world, agency, id, { concedes: true });
    await expectOnSale(shared);
  });

  it('where it was a duplicate: that concerns one buyer', async () => {
    const phone = anotherPhone();
    const early = await acceptedLead(world, agency, { phone });
    await world.clock.move('91d');
    [agency, buyer, adjudicator] = [
      await logIn(world, agency),
      await logIn(world, buyer),
      await logIn(world, adjudicator),
    ];
    const leadId = await acceptedLead(world, agency, { phone });
    const listingId = await listLotOf(world, agency, [early, leadId], { maxSales: 2 });
    await world.settle();
    const [, sale] = await buyListings(world, buyer, [listingId]);
    const shared = { saleId: sale!.saleId, leadId, listingId };
    expect((await open(shared, { reason: 'DUPLICATE' })).state).toBe('ACCEPTED');
    await expectOnSale(shared);
  });
});

it('silence condemns a lead as a decision does, and an agency that took its lead back before changes nothing', async () => {
  const [silent, taken] = [await sound(), await sound()];
  await open(silent, { reason: 'PRANK' });
  await open(taken, { reason: 'PRANK' });
  await act(world, agency, 'withdrawLead', { leadId: taken.leadId, reason: 'The person called back.' });
  await world.clock.move('48h');
  [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
  await world.runJob('disputes.clocks');
  await expectCondemned(silent);
  expect((await leadOf(taken.leadId)).state).toBe('WITHDRAWN');
});
