import { parse } from 'csv-parse/sync';
import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { buyListings, listLeads, soldLead, type SoldLead } from '../kit/trading';
import { answerDispute, openDispute } from '../disputes/disputing';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { inCell } from '../../server/modules/desk/notesInFile';
import { addNote, assignCard, cardIdOf, setCardStatus } from './cards';
import { colleague } from '../accounts/flows';

let world: World;
let agency: Actor;
let buyer: Actor;
let sales: SoldLead[];

const phone = anotherPhone();

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: '=Agency "A", Ltd' });
  buyer = await world.business({ funds: '5000.00' });
  sales = [
    await soldLead(world, { agency, buyer }, { phone, comment: '=HYPERLINK("http://x",1)' }),
    await soldLead(world, { agency, buyer }, { name: 'Անի Հակոբյան' }),
    await soldLead(world, { agency, buyer }),
  ];
  await setCardStatus(world, buyer, cardIdOf(sales[1]!.saleId), { status: 'CONTACTED' });
  const { dispute } = await openDispute(world, buyer, sales[2]!.saleId);
  await answerDispute(world, agency, dispute.id, { concedes: true });
});
afterAll(() => world.close());

const exported = (actor: Actor | null, filter: object = {}) => {
  const request = world.http.get('/api/exports/cards.csv').query(filter);
  return actor ? request.set('authorization', `Bearer ${actor.accessToken}`) : request;
};

describe('GET /api/exports/cards.csv', () => {
  it('holds every card with its contact, and none of a refunded sale', async () => {
    const response = await exported(buyer);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(response.text, { columns: true, bom: true });
    expect(rows.map(({ sale }) => sale)).toEqual(sales.map(({ saleId }) => saleId));
    expect(rows[0]).toMatchObject({
      phone: phone.replaceAll(' ', ''),
      status: 'NEW',
      price: '100.00',
      currency: 'USD',
    });
    expect(rows[1]!.name).toBe('Անի Հակոբյան');
    expect(rows[2]).toMatchObject({ name: '', phone: '', email: '', 'sale state': 'REFUNDED' });
  });

  it('lets no cell act as a formula', async () => {
    const rows: Record<string, string>[] = parse((await exported(buyer)).text, { columns: true, bom: true });
    const cells = rows.flatMap((row) => Object.values(row));
    for (const cell of cells.filter((text) => !/^\+\d+$/.test(text))) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    expect(rows[0]!.details).toContain('HYPERLINK');
  });

  it('holds the cards alone that its address asks for, and tells of no others', async () => {
    const found = async (filter: object) => {
      const rows: Record<string, string>[] = parse((await exported(buyer, filter)).text, { columns: true, bom: true });
      return rows.map(({ sale }) => sales.findIndex(({ saleId }) => saleId === sale));
    };
    const { nodes } = await world.ask(buyer, '{ cards { nodes { boughtAt } } }');
    const boughtFrom = nodes[1].boughtAt;
    expect(await found({ statuses: 'CONTACTED' })).toEqual([1]);
    expect(await found({ statuses: 'NEW,CONTACTED', nicheId: 'niche_insurance' })).toEqual([0, 1, 2]);
    // The moment itself belongs to it, in the file as in the list.
    expect(await found({ boughtFrom })).toEqual([1, 2]);
    const listed = await world.ask(buyer, `{ cards(filter: { boughtFrom: "${boughtFrom}" }) { nodes { id } } }`);
    expect(listed.nodes).toHaveLength(2);
    expect(await found({ boughtTo: boughtFrom, regionId: 'region_KE' })).toEqual([0]);
    expect(await found({ regionId: 'region_GR' })).toEqual([]);
    expect(await found({ isUnassigned: 'true', agencyId: agency.organisationId })).toEqual([0, 1, 2]);
    expect(await found({ assigneeId: buyer.personId })).toEqual([]);
    const disclosures = database().collection('disclosures');
    const before = await disclosures.countDocuments();
    await found({ statuses: 'CONTACTED' });
    expect(await disclosures.countDocuments()).toBe(before + 1);
  });

  it.each([
    { status: 'NEW' },
    { statuses: 'NEWER' },
    { statuses: '' },
    { boughtFrom: 'monday' },
    { nicheId: '' },
    { nicheId: ['niche_insurance', 'niche_none'] },
    { buyerId: 'org_other' },
    { isUnassigned: 'true', assigneeId: 'person_any' },
  ])('is not given for %j, which is no filter', async (filter) => {
    const response = await exported(buyer, filter);
    expect([response.status, response.text.includes('+254')]).toEqual([400, false]);
  });

  it('records a look for each contact in it, in one write', async () => {
    const disclosures = database().collection('disclosures');
    const before = await disclosures.countDocuments();
    const { commands } = await world.countCommands(() => exported(buyer));
    expect(await disclosures.countDocuments()).toBe(before + 2);
    expect(commands.filter((command) => command === 'insert disclosures')).toHaveLength(1);
  });

  it('tells how the work stands: whose card it is and what was noted, also with a new status, when and by whom', async () => {
    const [first, second, refunded] = sales.map(({ saleId }) => cardIdOf(saleId));
    const notNow = { status: 'LOST', lostReason: 'NOT_NOW', note: '+1 for the offer, "next year"' };
    await setCardStatus(world, buyer, first!, notNow);
    await addNote(world, buyer, first!, 'Prefers the evening.\n=HYPERLINK("http://x",1)');
    await addNote(world, buyer, second!, 'Called again.');
    await assignCard(world, buyer, second!, buyer.personId);
    const written = { kind: 'NOTE_ADDED', personId: buyer.personId, text: 'At +254 700 000 000.' };
    await database()
      .collection<{ _id: string; cardId: string; at: Date }>('card_events')
      .insertOne({ _id: 'event_before_the_refund', cardId: refunded!, at: new Date(), ...written });
    const rows: Record<string, string>[] = parse((await exported(buyer)).text, { columns: true, bom: true });
    await assignCard(world, buyer, second!, null);
    const { person } = await world.ask(buyer, '{ viewer { person { name } } }');
    expect(rows.map(({ status, assignee }) => [status, assignee])).toEqual([
      ['LOST', ''],
      ['CONTACTED', person.name],
      ['NEW', ''],
    ]);
    const notes = rows.map((row) => row.notes!.replaceAll(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC/gm, 'AT'));
    expect(notes).toEqual([
      `AT, ${person.name}: +1 for the offer, "next year"\nAT, ${person.name}: Prefers the evening.\n'=HYPERLINK("http://x",1)`,
      `AT, ${person.name}: Called again.`,
      // The contact went back with its refund, and what was noted of the person with it.
      '',
    ]);
  });

  it('keeps notes within what the cell of a spreadsheet takes, the newest of them', () => {
    expect(inCell(['newer', 'older'])).toBe('older\nnewer');
    const cell = inCell(['c', 'b', ...Array.from({ length: 20 }, () => 'a'.repeat(2000))]);
    expect(cell.length).toBeLessThan(32_767);
    expect(cell).toMatch(/^\(Earlier notes are on the card\.\)\n.*\nb\nc$/s);
  });

  it('goes on over its own pages without a gap', async () => {
    const large = await world.business({ funds: '9000.00' });
    const leadIds: string[] = [];
    while (leadIds.length < 101) leadIds.push(await acceptedLead(world, agency));
    const listings = [
      ...(await listLeads(world, agency, leadIds.slice(0, 100), { floor: '1.00' })),
      ...(await listLeads(world, agency, leadIds.slice(100), { floor: '1.00' })),
    ];
    await world.settle();
    const bought = [
      ...(await buyListings(world, large, listings.slice(0, 100))),
      ...(await buyListings(world, large, listings.slice(100))),
    ];
    const rows: Record<string, string>[] = parse((await exported(large)).text, { columns: true, bom: true });
    expect(rows.map(({ sale }) => sale).sort()).toEqual(bought.map(({ saleId }) => saleId).sort());
    expect(rows.every(({ name }) => name)).toBe(true);
  });

  it('is for owners and managers of a business', async () => {
    expect((await exported(null)).status).toBe(401);
    expect((await exported(agency)).status).toBe(403);
    expect((await exported(await colleague(world, buyer, 'AGENT'))).status).toBe(403);
    expect((await exported(await colleague(world, buyer, 'MANAGER'))).status).toBe(200);
    const stranger = await world.business();
    expect(parse((await exported(stranger)).text, { columns: true, bom: true })).toEqual([]);
  });
});

describe('cards', () => {
  const CARDS = `query ($filter: CardFilter, $first: Int, $after: String) {
    cards(filter: $filter, first: $first, after: $after) {
      nodes { id status niche { name } region { name } agency { name } sale { id } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const idsOf = (list: { nodes: { id: string }[] }): string[] => list.nodes.map(({ id }) => id);

  it('page through what was bought, bought last at the top', async () => {
    const first = await world.ask(buyer, CARDS, { first: 2 });
    const rest = await world.ask(buyer, CARDS, { first: 2, after: first.pageInfo.endCursor });
    const all = [...idsOf(first), ...idsOf(rest)];
    expect(all).toEqual(sales.map(({ saleId }) => cardIdOf(saleId)).reverse());
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect((await world.graphql(buyer, CARDS, { first: 101 })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('narrow by status, niche and region with what lies under them', async () => {
    const found = async (filter: object) => idsOf(await world.ask(buyer, CARDS, { filter })).length;
    expect(await found({ statuses: ['CONTACTED'] })).toBe(1);
    expect(await found({ nicheId: 'niche_motor-insurance' })).toBe(3);
    expect(await found({ nicheId: 'niche_insurance' })).toBe(3);
    expect(await found({ nicheId: 'niche_none' })).toBe(0);
    expect(await found({ regionId: 'region_KE' })).toBe(3);
    expect(await found({ regionId: 'region_GR' })).toBe(0);
    expect(await found({ isUnassigned: true })).toBe(3);
    expect(await found({ isUnassigned: false })).toBe(0);
    expect(await found({ assigneeId: buyer.personId })).toBe(0);
    expect(await found({ agencyId: agency.organisationId })).toBe(3);
  });

  it('cost the same number of commands for few and for many, contacts included', async () => {
    const query =
      '{ cards(first: N) { nodes { id contact { name } history(first: 5) { nodes { id } } notes { nodes { id } } sale { id } agency { name } lead { preview { text } } } } }';
    const count = async (first: number) =>
      (await world.countCommands(() => world.ask(buyer, query.replace('N', String(first))))).commands.length;
    await count(2);
    expect(await count(3)).toBe(await count(2));
  });
});
