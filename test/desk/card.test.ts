import { database } from '../../server/platform/database';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { buyListings, listLead, soldLead } from '../kit/trading';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { addNote, assignCard, cardIdOf, lookAt, readCard, readHistory, setCardStatus } from './cards';
import { colleague } from '../accounts/flows';

let world: World;
let agency: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  buyer = await world.business({ funds: '5000.00' });
});
afterAll(() => world.close());

const looksAt = (leadId: string) => database().collection('disclosures').find({ leadId }).toArray();

describe('card', () => {
  it('S45: shows the contact to the buyer, and records each look before it', async () => {
    const phone = anotherPhone();
    const sale = await soldLead(world, { agency, buyer }, { phone, name: 'Ωραιοζήλη Παπαδοπούλου' });
    expect(await looksAt(sale.leadId)).toHaveLength(0);
    const { contact } = await lookAt(world, buyer, cardIdOf(sale.saleId));
    expect(contact).toMatchObject({ name: 'Ωραιοζήλη Παπαδοπούλου', phone: phone.replaceAll(' ', '') });
    expect(await looksAt(sale.leadId)).toMatchObject([
      { basis: 'SALE', saleId: sale.saleId, personId: buyer.personId, organisationId: buyer.organisationId },
    ]);
  });

  it('shows neither why the lead was decided on nor where it stood in a file, which are the agency’s and the platform’s', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const decision = { reason: 'Called her: it is she.', at: new Date() };
    const leads = database().collection<{ _id: string }>('leads');
    await leads.updateOne({ _id: sale.leadId }, { $set: { decision, row: 7, externalId: 'crm-7' } });
    const parts = 'row externalId decision { reason }';
    const id = cardIdOf(sale.saleId);
    const { lead } = await world.ask(buyer, `query ($id: ID!) { card(id: $id) { lead { ${parts} } } }`, { id });
    expect(lead).toEqual({ row: null, externalId: null, decision: null });
    const read = `query ($id: ID!) { lead(id: $id) { ${parts} } }`;
    const told = { row: 7, decision: { reason: decision.reason } };
    expect(await world.ask(agency, read, { id: sale.leadId })).toEqual({ ...told, externalId: 'crm-7' });
    const moderator = await world.admin('MODERATOR');
    expect(await world.ask(moderator, read, { id: sale.leadId })).toEqual({ ...told, externalId: null });
  });

  it('records no look when the contact is not asked for', async () => {
    const sale = await soldLead(world, { agency, buyer });
    await readCard(world, buyer, cardIdOf(sale.saleId));
    expect(await looksAt(sale.leadId)).toHaveLength(0);
  });

  it('is there at once, before the event of the sale was handled', async () => {
    const listing = await listLead(world, agency, await acceptedLead(world, agency));
    await world.settle();
    const [sale] = await buyListings(world, buyer, [listing]);
    expect(await readCard(world, buyer, cardIdOf(sale!.saleId))).toMatchObject({
      status: 'NEW',
      sale: { id: sale!.saleId },
    });
    await setCardStatus(world, buyer, cardIdOf(sale!.saleId), { status: 'CONTACTED' });
    await world.settle();
    expect(await readCard(world, buyer, cardIdOf(sale!.saleId))).toMatchObject({ status: 'CONTACTED' });
    expect(await readHistory(world, buyer, cardIdOf(sale!.saleId))).toHaveLength(2);
  });

  it('does not exist for the agency, for another business, for staff and for nobody', async () => {
    const sale = await soldLead(world, { agency, buyer });
    const id = cardIdOf(sale.saleId);
    const stranger = await world.business();
    expect(await readCard(world, stranger, id)).toBeNull();
    expect(await readCard(world, stranger, 'card_none')).toBeNull();
    expect((await setCardStatus(world, stranger, id, { status: 'CONTACTED' })).message).toBe('There is no such card.');
    expect((await addNote(world, stranger, 'card_none', 'Hello')).message).toBe('There is no such card.');
    for (const actor of [agency, await world.admin()]) {
      const answer = await world.graphql(actor, 'query ($id: ID!) { card(id: $id) { id } }', { id });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('S55: closes the contact with a full refund, and keeps it open after a part', async () => {
    const adjudicator = await world.admin('ADJUDICATOR');
    const [full, part] = [await soldLead(world, { agency, buyer }), await soldLead(world, { agency, buyer })];
    for (const [sale, refund] of [
      [full, undefined],
      [part, { shareBps: 5000 }],
    ] as const) {
      const { dispute } = await openDispute(world, buyer, sale.saleId);
      expect((await lookAt(world, buyer, cardIdOf(sale.saleId))).contact).not.toBeNull();
      await answerDispute(world, agency, dispute.id);
      await decideDispute(world, adjudicator, dispute.id, { refund });
    }
    const before = (await looksAt(full.leadId)).length;
    expect((await lookAt(world, buyer, cardIdOf(full.saleId))).contact).toBeNull();
    expect(await looksAt(full.leadId)).toHaveLength(before);
    expect((await lookAt(world, buyer, cardIdOf(part.saleId))).contact).not.toBeNull();
    await world.settle();
    const kinds = (await readHistory(world, buyer, cardIdOf(full.saleId))).map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(['BOUGHT', 'DISPUTE_OPENED', 'DISPUTE_ANSWERED', 'DISPUTE_DECIDED', 'REFUNDED']),
    );
  });

  it('shows of a shared lead each buyer its own card', async () => {
    const other = await world.business({ funds: '500.00' });
    const listing = await listLead(world, agency, await acceptedLead(world, agency), { maxSales: 2 });
    await world.settle();
    const [[mine], [theirs]] = [await buyListings(world, buyer, [listing]), await buyListings(world, other, [listing])];
    await addNote(world, buyer, cardIdOf(mine!.saleId), 'Calls back on Friday');
    expect(await readCard(world, other, cardIdOf(mine!.saleId))).toBeNull();
    const kinds = await readHistory(world, other, cardIdOf(theirs!.saleId));
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['BOUGHT']);
  });
});

describe('addNote', () => {
  it('writes a note once for a key', async () => {
    const id = cardIdOf((await soldLead(world, { agency, buyer })).saleId);
    const key = clientKey();
    const first = await addNote(world, buyer, id, ' Prefers WhatsApp ', key);
    const again = await addNote(world, buyer, id, 'Prefers WhatsApp', key);
    expect(first.note).toMatchObject({ text: 'Prefers WhatsApp' });
    expect(again.note.id).toBe(first.note.id);
    expect((await addNote(world, buyer, id, 'Something else', key)).__typename).toBe('Conflict');
    expect((await addNote(world, buyer, id, ' '.repeat(5))).__typename).toBe('InvalidInput');
    const card = await world.ask(
      buyer,
      'query ($id: ID!) { card(id: $id) { notes { nodes { text person { id } } } } }',
      { id },
    );
    expect(card.notes.nodes).toEqual([{ text: 'Prefers WhatsApp', person: { id: buyer.personId } }]);
  });
});

describe('agents', () => {
  it('see, work and look at the cards given to them only', async () => {
    const agent = await colleague(world, buyer, 'AGENT');
    const [given, kept] = [await soldLead(world, { agency, buyer }), await soldLead(world, { agency, buyer })];
    const [mine, others] = [cardIdOf(given.saleId), cardIdOf(kept.saleId)];
    expect(await readCard(world, agent, mine)).toBeNull();
    const assigned = await assignCard(world, buyer, mine, agent.personId);
    expect(assigned.card.assignee.id).toBe(agent.personId);
    expect((await lookAt(world, agent, mine)).contact).not.toBeNull();
    expect((await setCardStatus(world, agent, mine, { status: 'CONTACTED' })).card.status).toBe('CONTACTED');
    expect(await readCard(world, agent, others)).toBeNull();
    expect((await addNote(world, agent, others, 'Not mine')).__typename).toBe('NotFound');
    const list = await world.ask(agent, '{ cards(first: 100) { nodes { id } } }');
    expect(list.nodes).toEqual([{ id: mine }]);
    await assignCard(world, buyer, mine, null);
    expect(await readCard(world, agent, mine)).toBeNull();
    expect((await readHistory(world, buyer, mine)).map(({ kind }: { kind: string }) => kind).slice(0, 3)).toEqual([
      'ASSIGNED',
      'STATUS_CHANGED',
      'ASSIGNED',
    ]);
  });

  it('cannot give cards, and nobody can give one to a stranger', async () => {
    const agent = await colleague(world, buyer, 'AGENT');
    const id = cardIdOf((await soldLead(world, { agency, buyer })).saleId);
    const query = 'mutation ($input: AssignCardInput!) { assignCard(input: $input) { __typename } }';
    const refused = await world.graphql(agent, query, { input: { cardId: id, personId: agent.personId } });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assignCard(world, buyer, id, agency.personId)).__typename).toBe('NotFound');
    expect((await assignCard(world, buyer, id, 'person_none')).__typename).toBe('NotFound');
  });
});
