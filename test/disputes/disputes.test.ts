import { act, send } from '../accounts/flows';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { soldLead, type SoldLead } from '../kit/trading';
import { answerDispute, DISPUTE, openDispute, readDispute, withdrawDispute } from './disputing';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
});
afterAll(() => world.close());

const LIST = `query ($filter: DisputeFilter, $sort: DisputeSort! = NEWEST_FIRST, $first: Int, $after: String) {
  disputes(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { ...DisputeParts } pageInfo { hasNextPage endCursor }
  }
} ${DISPUTE}`;

const idsOf = (list: { nodes: { id: string }[] }): string[] => list.nodes.map(({ id }) => id);

describe('reads of disputes', () => {
  let sale: SoldLead;
  let disputeId: string;
  beforeAll(async () => {
    sale = await soldLead(world, { agency, buyer });
    disputeId = (await openDispute(world, buyer, sale.saleId)).dispute.id;
  });

  it('show a dispute to its three sides, and to nobody else, on the platform to those who decide', async () => {
    const strangers = [await world.business(), await world.agency()];
    const staff = [await world.admin('FINANCE'), await world.admin('MODERATOR')];
    for (const side of [buyer, agency, await world.admin('ADJUDICATOR')]) {
      expect((await readDispute(world, side, disputeId)).id).toBe(disputeId);
      expect(idsOf(await world.ask(side, LIST, { filter: { saleId: sale.saleId } }))).toEqual([disputeId]);
    }
    for (const stranger of strangers) {
      expect(await readDispute(world, stranger, disputeId)).toBeNull();
      expect(idsOf(await world.ask(stranger, LIST, {}))).toEqual([]);
    }
    for (const other of staff) {
      const { errors } = await world.graphql(other, LIST);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const seen = await world.ask(other, 'query ($id: ID!) { sale(id: $id) { state dispute { text } } }', {
        id: sale.saleId,
      });
      expect(seen).toEqual({ state: 'DISPUTED', dispute: null });
    }
    expect((await world.graphql(null, LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuse acts of another side exactly as on a dispute that does not exist', async () => {
    const [otherAgency, otherBuyer] = [await world.agency(), await world.business()];
    const missing = `${disputeId.slice(0, -4)}zzzz`;
    for (const id of [disputeId, missing]) {
      expect((await answerDispute(world, otherAgency, id)).message).toBe('There is no such dispute.');
      expect((await withdrawDispute(world, otherBuyer, id)).message).toBe('There is no such dispute.');
    }
  });

  it('name the people of the own side only', async () => {
    const seen = async (actor: Actor) => (await readDispute(world, actor, disputeId)).steps[0];
    expect((await seen(buyer)).person.id).toBe(buyer.personId);
    expect((await seen(agency)).person).toBeNull();
    expect(await seen(agency)).toMatchObject({ by: 'BUYER', kind: 'OPENED' });
  });

  it('say in the evidence neither contact nor organisation', async () => {
    const { evidence } = await readDispute(world, agency, disputeId);
    const words = evidence.map(({ text }: { text: string }) => text).join(' ');
    expect(words).toMatch(/niche/);
    expect(words).not.toMatch(/@|\+\d{5}|org_|sale_|Kamau/);
  });

  it('page through all, newest first, and show the queue by its clocks', async () => {
    const ids = [disputeId];
    for (let count = 0; count < 4; count++) {
      const { saleId } = await soldLead(world, { agency, buyer });
      await world.clock.move('1s');
      ids.unshift((await openDispute(world, buyer, saleId)).dispute.id);
    }
    const first = await world.ask(buyer, LIST, { first: 2 });
    const second = await world.ask(buyer, LIST, { first: 10, after: first.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
    expect(second.pageInfo.hasNextPage).toBe(false);
    await withdrawDispute(world, buyer, ids[0]!);
    const queue = await world.ask(await world.admin('ADJUDICATOR'), LIST, {
      sort: 'DUE_FIRST',
      filter: { states: ['OPEN'] },
    });
    expect(idsOf(queue)).toEqual(ids.slice(1).reverse());
  });

  it('cost the same number of commands for few and for many', async () => {
    const count = async (first: number) =>
      (await world.countCommands(() => world.ask(buyer, LIST, { first }))).commands.length;
    await count(1);
    expect(await count(5)).toBe(await count(1));
  });
});

describe('disputeReasons', () => {
  const REASONS = `query ($saleId: ID!) {
    disputeReasons(saleId: $saleId) { reason allowed why claim wouldDecide neededCallLog { results attempts days } evidenceFound { lookUp isProof text } }
  }`;

  it('shows every reason with what was found and what would be decided', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const reasons = await world.ask(buyer, REASONS, { saleId });
    expect(reasons.map(({ reason }: { reason: string }) => reason)).toEqual([
      'DUPLICATE',
      'BOT',
      'TYPO',
      'COMPETITOR',
      'PRANK',
      'NOT_AS_LISTED',
      'NO_CONSENT',
    ]);
    expect(reasons.every(({ allowed }: { allowed: boolean }) => allowed)).toBe(true);
    expect(reasons[5].wouldDecide).toBe('DECIDED_BY_PEOPLE');
    expect(reasons[2].why).toContain('3 attempts on 2 days');
    const results = ['NUMBER_UNAVAILABLE', 'WRONG_PERSON', 'BOUNCED'];
    expect(reasons.map(({ neededCallLog }: { neededCallLog: object | null }) => neededCallLog)).toEqual([
      null,
      null,
      { results, attempts: 3, days: 2 },
      null,
      null,
      null,
      null,
    ]);
    expect(reasons[0].why).toMatch(/^Open until \d{1,2} [A-Z][a-z]{2} 20\d\d, \d\d:\d\d UTC\./);
  });

  it('says why none can be opened after a dispute', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    await openDispute(world, buyer, saleId);
    const reasons = await world.ask(buyer, REASONS, { saleId });
    expect(reasons[0]).toMatchObject({ allowed: false, why: expect.stringContaining('disputed before') });
  });

  it("answers null for another's sale and for none, and is refused to agencies", async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const stranger = await world.business();
    expect(await world.ask(stranger, REASONS, { saleId })).toBeNull();
    expect(await world.ask(stranger, REASONS, { saleId: 'sale_none' })).toBeNull();
    expect((await world.graphql(agency, REASONS, { saleId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a suspended agency', () => {
  it('still contests and concedes, since the clock runs on, and does nothing else', async () => {
    const suspended = await world.agency();
    const sides = { agency: suspended, buyer };
    const [contested, conceded] = [await soldLead(world, sides), await soldLead(world, sides)];
    const first = (await openDispute(world, buyer, contested.saleId)).dispute;
    const second = (await openDispute(world, buyer, conceded.saleId)).dispute;
    const { organisationId } = suspended;
    await act(world, await world.admin(), 'suspendOrganisation', { organisationId, reason: 'invented leads' });
    await world.settle();

    const { permissions } = await world.ask(suspended, '{ viewer { permissions } }');
    expect(permissions).toEqual(['ANSWER_DISPUTES', 'SEE_EARNINGS']);
    expect((await answerDispute(world, suspended, first.id)).dispute.state).toBe('REVIEW');
    expect((await answerDispute(world, suspended, second.id, { concedes: true })).dispute.state).toBe('ACCEPTED');
    const input = { leadId: contested.leadId, reason: 'The person called back.' };
    const { errors } = await send(world, suspended, 'withdrawLead', input);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('answers none of another agency', async () => {
    const { saleId } = await soldLead(world, { agency, buyer });
    const { dispute } = await openDispute(world, buyer, saleId);
    const stranger = await world.agency();
    const { organisationId } = stranger;
    await act(world, await world.admin(), 'suspendOrganisation', { organisationId, reason: 'invented leads' });
    expect((await answerDispute(world, stranger, dispute.id)).__typename).toBe('NotFound');
  });
});

describe('a suspended business', () => {
  it('still claims and withdraws, since its windows run on, and does nothing else', async () => {
    const suspended = await world.business({ funds: '500.00' });
    const sides = { agency, buyer: suspended };
    const [refunded, withdrawn] = [await soldLead(world, sides), await soldLead(world, sides)];
    const { organisationId } = suspended;
    await act(world, await world.admin(), 'suspendOrganisation', { organisationId, reason: 'unpaid bills' });
    await world.settle();

    const first = (await openDispute(world, suspended, refunded.saleId)).dispute;
    const second = (await openDispute(world, suspended, withdrawn.saleId)).dispute;
    expect((await withdrawDispute(world, suspended, second.id)).dispute.state).toBe('WITHDRAWN');
    await answerDispute(world, agency, first.id, { concedes: true });
    const { available } = await world.ask(suspended, '{ wallet { available { minor } } }');
    expect(available.minor).toBe(50_000 - withdrawn.grossMinor);
    const { errors } = await send(world, suspended, 'buy', { quoteId: 'quote_any', clientKey: clientKey() });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});
