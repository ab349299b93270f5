import { logIn, type Actor, clientKey, createWorld, type World } from '../kit/world';
import { buyListings, listLead, listLotOf, soldLead } from '../kit/trading';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { answerDispute, openDispute, wrongPersonLog } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
});
afterAll(() => world.close());

const availableOf = async (actor: Actor): Promise<number> =>
  (await world.ask(actor, '{ wallet { available { minor } } }')).available.minor;

describe('openDispute', () => {
  it('holds the money and starts the clock of the agency', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const before = await availableOf(buyer);
    const { dispute } = await openDispute(world, buyer, sale.saleId);
    expect(dispute).toMatchObject({
      reason: 'NOT_AS_LISTED',
      state: 'OPEN',
      rulesVersion: 2,
      isAutomatic: true,
      decidedAt: null,
      clock: { waitsFor: 'AGENCY', isSilenceForBuyer: true },
      amounts: { claimed: { minor: 10_000 }, refunded: { minor: 0 } },
      sale: { id: sale.saleId, state: 'DISPUTED' },
      steps: [{ by: 'BUYER', kind: 'OPENED', person: { id: buyer.personId } }],
    });
    const hours = (Date.parse(dispute.clock.dueAt) - Date.parse(dispute.openedAt)) / 3_600_000;
    expect(hours).toBe(48);
    expect(await availableOf(buyer)).toBe(before);
  });

  it('gives the same dispute for the same key, and refuses other input under it', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const key = { clientKey: clientKey() };
    const first = await openDispute(world, buyer, sale.saleId, key);
    const again = await openDispute(world, buyer, sale.saleId, key);
    expect(again.dispute.id).toBe(first.dispute.id);
    expect(again.dispute.steps).toHaveLength(1);
    const other = await openDispute(world, buyer, sale.saleId, { ...key, reason: 'BOT' });
    expect(other.__typename).toBe('Conflict');
    const second = await soldLead(world, { agency, buyer });
    const elsewhere = [1, 2].map(() => openDispute(world, buyer, second.saleId, key));
    for (const { __typename } of await Promise.all(elsewhere)) expect(__typename).toBe('Conflict');
    const [fresh, third] = [{ clientKey: clientKey() }, await soldLead(world, { agency, buyer })];
    const raced = await Promise.all(
      [second.saleId, third.saleId].map((saleId) => openDispute(world, buyer, saleId, fresh)),
    );
    expect(raced.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'OpenDisputePayload']);
  });

  it('S55: opens one dispute a sale, for ever', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, sale.saleId);
    const second = await openDispute(world, buyer, sale.saleId, { reason: 'PRANK' });
    expect(second).toMatchObject({ __typename: 'AlreadyDisputed', disputeId: dispute.id });
  });

  it("answers for another business's sale exactly as for none", async () => {
    const sale = await soldLead(world, { agency, buyer });
    const stranger = await world.business();
    const others = await openDispute(world, stranger, sale.saleId);
    const none = await openDispute(world, stranger, `${sale.saleId.slice(0, -4)}zzzz`);
    expect(others).toEqual(none);
    expect(none.__typename).toBe('NotFound');
  });

  it('refuses agencies, admins and too short words', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const asked = (actor: Actor) =>
      world.graphql(actor, `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { __typename } }`, {
        input: { saleId: sale.saleId, reason: 'BOT', text: 'A robot, we are sure.', clientKey: clientKey() },
      });
    expect((await asked(agency)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await asked(await world.admin('ADJUDICATOR'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await openDispute(world, buyer, sale.saleId, { text: ' no ' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['text'],
    });
  });
});

describe('the rules decide at once', () => {
  it('DUPLICATE: against the buyer when no hash of its purchases matches', async () => {
    const fresh = await world.business({ funds: '200.00' });
    const sale = await soldLead(world, { agency, buyer: fresh });
    const { dispute } = await openDispute(world, fresh, sale.saleId, { reason: 'DUPLICATE' });
    expect(dispute).toMatchObject({ state: 'REJECTED', clock: null, sale: { state: 'HELD' } });
    expect(dispute.steps.map(({ by, kind }: { by: string; kind: string }) => `${by} ${kind}`)).toEqual([
      'BUYER OPENED',
      'RULES REJECTED',
    ]);
  });

  it('TYPO: asks for a log of attempts, and hands a good one to people', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const bare = await openDispute(world, buyer, sale.saleId, { reason: 'TYPO' });
    expect(bare.__typename).toBe('ProofMissing');
    const at = world.clock.now().toISOString();
    const oneCall = await openDispute(world, buyer, sale.saleId, {
      reason: 'TYPO',
      callLog: [{ at, way: 'CALL', result: 'NO_ANSWER' }],
    });
    expect(oneCall.__typename).toBe('ProofMissing');
    const early = await openDispute(world, buyer, sale.saleId, {
      reason: 'TYPO',
      callLog: [{ at: '2020-01-01T00:00:00Z', way: 'CALL', result: 'WRONG_PERSON' }],
    });
    expect(early).toMatchObject({ __typename: 'InvalidInput', path: ['callLog'] });
    const { dispute } = await openDispute(world, buyer, sale.saleId, {
      reason: 'TYPO',
      callLog: wrongPersonLog(world),
    });
    expect(dispute.state).toBe('OPEN');
  });

  it('NO_CONSENT, PRANK, BOT and COMPETITOR go to people when the platform finds nothing', async () => {
    for (const reason of ['NO_CONSENT', 'PRANK', 'BOT', 'COMPETITOR']) {
      const fresh = await world.business({ funds: '200.00' });
      const sale = await soldLead(world, { agency, buyer: fresh });
      const { dispute } = await openDispute(world, fresh, sale.saleId, { reason });
      expect(dispute).toMatchObject({ reason, state: 'OPEN', sale: { state: 'DISPUTED' } });
    }
  });
});

describe('time', () => {
  const pass = async (span: string): Promise<void> => {
    await world.clock.move(span);
    [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
  };

  it('S55: refuses when the window is over, and leaves the money to the agency', async () => {
    const sale = await soldLead(world, { agency, buyer });
    await pass('8d');
    expect((await openDispute(world, buyer, sale.saleId)).__typename).toBe('DisputeWindowClosed');
    await world.runJob('releaseSales');
    const refused = await openDispute(world, buyer, sale.saleId);
    expect(refused.__typename).toBe('DisputeWindowClosed');
    expect(refused.message).toMatch(/ended at \d{1,2} [A-Z][a-z]{2} 20\d\d, \d\d:\d\d UTC; its money/);
    expect((await world.ask(buyer, 'query ($id: ID!) { sale(id: $id) { state } }', { id: sale.saleId })).state).toBe(
      'RELEASED',
    );
  });

  it('DUPLICATE: of one purchase the second is one, unless the first was refunded', async () => {
    const phones = [anotherPhone(), anotherPhone()];
    const both = await world.business({ funds: '900.00' });
    const early = [];
    for (const phone of phones) early.push(await acceptedLead(world, agency, { phone }));
    await pass('91d');
    const pairs = [];
    for (const [index, phone] of phones.entries()) {
      const leadIds = [early[index]!, await acceptedLead(world, agency, { phone })];
      pairs.push([await listLotOf(world, agency, leadIds)]);
    }
    await world.settle();
    const own = await logIn(world, both);
    const [one, two] = await buyListings(world, own, pairs[0]!);
    expect((await openDispute(world, own, one!.saleId, { reason: 'DUPLICATE' })).dispute.state).toBe('REJECTED');
    const before = await availableOf(own);
    const inFavour = await openDispute(world, own, two!.saleId, { reason: 'DUPLICATE' });
    expect(inFavour.dispute).toMatchObject({
      state: 'ACCEPTED',
      amounts: { refunded: { minor: two!.grossMinor } },
      sale: { state: 'REFUNDED' },
      evidence: [{ lookUp: 'HASH_SOLD_BEFORE', speaksFor: 'BUYER', isProof: true }],
    });
    expect(await availableOf(own)).toBe(before + two!.grossMinor);
    const [refunded, kept] = await buyListings(world, own, pairs[1]!);
    const { dispute } = await openDispute(world, own, refunded!.saleId);
    await answerDispute(world, agency, dispute.id, { concedes: true });
    const alone = await openDispute(world, own, kept!.saleId, { reason: 'DUPLICATE' });
    expect(alone.dispute).toMatchObject({ state: 'REJECTED', evidence: [{ lookUp: 'HASH_SOLD_BEFORE' }] });
  });

  it('DUPLICATE: a phone sold to the buyer within 90 days is not quoted to it, an older one is no duplicate', async () => {
    const phone = anotherPhone();
    const [first, second] = [await world.business({ funds: '500.00' }), await world.business({ funds: '500.00' })];
    const leadId = await acceptedLead(world, agency, { phone });
    const soon = await listLead(world, agency, leadId, { maxSales: 3 });
    await world.settle();
    await buyListings(world, first, [soon]);
    await pass('60d');
    await world.runJob('expireListings');
    const late = await listLead(world, agency, leadId, { maxSales: 3 });
    await world.settle();
    await buyListings(world, await logIn(world, second), [late]);
    await pass('31d');
    const again = await acceptedLead(world, agency, { phone });
    const listing = await listLead(world, agency, again, { maxSales: 3 });
    await world.settle();
    const buyers = { first: await logIn(world, first), second: await logIn(world, second) };
    const [tooLate] = await buyListings(world, buyers.first, [listing]);
    const quote = 'query ($input: QuoteInput!) { quote(input: $input) { __typename } }';
    const refused = await world.ask(buyers.second, quote, { input: { listingIds: [listing] } });
    expect(refused.__typename).toBe('AlreadyOwned');
    const against = await openDispute(world, buyers.first, tooLate!.saleId, { reason: 'DUPLICATE' });
    expect(against.dispute.state).toBe('REJECTED');
  });
});
