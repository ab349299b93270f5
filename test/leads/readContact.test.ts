import mongoose from '../../server/platform/mongoose';
import { contactHashesOf, hashDomain, readContact, readContacts } from '../../server/modules/leads';
import { type Viewer } from '../../server/graphql/viewer';
import { inTransaction } from '../../server/platform/transaction';
import { createWorld, type Actor, type World } from '../kit/world';
import { buy, listLeads } from '../market/buying';
import { acceptedLead, submit, type Told } from './submitting';

let world: World;
let agency: Actor;
let business: Actor;
let buyer: Viewer;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  business = await world.business({ funds: '900.00' });
  const session = await mongoose.connection.collection('sessions').findOne({ personId: business.personId });
  buyer = {
    personId: business.personId,
    sessionId: String(session!._id),
    organisationId: business.organisationId,
    organisationKind: 'BUSINESS',
    organisationStatus: 'ACTIVE',
    role: 'OWNER',
  };
});
afterAll(() => world.close());

interface Bought {
  leadId: string;
  saleId: string;
}

/** Leads of the agency that the business bought. */
async function bought(count = 1, told: Told = {}): Promise<Bought[]> {
  const { items } = await buy(world, business, { listingIds: await listLeads(world, agency, count, {}, told) });
  return items.map(({ sales: [sale] }: { sales: { id: string; leadId: string }[] }) => ({
    leadId: sale!.leadId,
    saleId: sale!.id,
  }));
}

const looksAt = (leadId: string) => mongoose.connection.collection('disclosures').find({ leadId }).toArray();

describe('the door to contacts for other modules', () => {
  test('a buyer sees a contact by a sale, and the look names it', async () => {
    const [{ leadId: id, saleId }] = (await bought(1, { comment: 'after five, please' })) as [Bought];
    const contact = await readContact(buyer, id, { saleId, reason: 'card' });
    expect(contact.details).toContainEqual({ label: 'Comment', value: 'after five, please' });
    expect(await looksAt(id)).toEqual([
      expect.objectContaining({
        basis: 'SALE',
        saleId,
        organisationId: business.organisationId,
        reason: 'card',
      }),
    ]);
  });

  test('without a sale, or without a reason, the lead reads as missing and no look is recorded', async () => {
    const id = await acceptedLead(world, agency);
    await expect(readContact(buyer, id, { reason: 'card' })).rejects.toMatchObject({ typename: 'NotFound' });
    await expect(readContact(buyer, id, { saleId: 'sale_1', reason: ' ' })).rejects.toMatchObject({
      typename: 'NotFound',
    });
    await expect(readContact(buyer, 'lead_none', { saleId: 'sale_1', reason: 'card' })).rejects.toMatchObject({
      typename: 'NotFound',
    });
    expect(await looksAt(id)).toEqual([]);
  });

  test('of several looks all are allowed or nothing is opened', async () => {
    const looks = (await bought(2)).map((sale) => ({ ...sale, reason: 'export' }));
    const [first, second] = looks as [Bought & { reason: string }, Bought & { reason: string }];
    const saleless = { leadId: second.leadId, reason: 'export' };
    await expect(readContacts(buyer, [first, saleless])).rejects.toMatchObject({ typename: 'NotFound' });
    expect(await looksAt(first.leadId)).toEqual([]);
    const both = await readContacts(buyer, looks);
    expect([...both.keys()].sort()).toEqual([first.leadId, second.leadId].sort());
  });

  test('many contacts cost as many commands as one', async () => {
    const looks = (await bought(6)).map((sale) => ({ ...sale, reason: 'export' }));
    const one = await world.countCommands(() => readContacts(buyer, looks.slice(0, 1)));
    const many = await world.countCommands(() => readContacts(buyer, looks));
    expect(many.commands).toEqual(one.commands);
    expect(many.result.size).toBe(6);
  });

  test('an ended session sees nothing any more', async () => {
    const id = await acceptedLead(world, agency);
    await expect(
      readContact({ ...buyer, sessionId: 'session_ended' }, id, { saleId: 'sale_1', reason: 'card' }),
    ).rejects.toThrow();
    expect(await looksAt(id)).toEqual([]);
  });

  test('inside a transaction it refuses: a record that may be rolled back is none', async () => {
    const id = await acceptedLead(world, agency);
    const read = () => readContact(buyer, id, { saleId: 'sale_1', reason: 'card' });
    await expect(inTransaction(read)).rejects.toThrow(/outside of transactions/);
  });

  test('the hashes of a contact tell a company’s domain, and none for public providers and refused leads', async () => {
    const firm = await acceptedLead(world, agency, { email: 'Juma@Kamau-Holdings.co.ke' });
    const free = await acceptedLead(world, agency, { email: 'juma.kamau.the.first@gmail.com' });
    const refused = await submit(world, agency, { name: '' });
    const hashes = await contactHashesOf([firm, free]);
    expect(hashes.get(firm)).toMatchObject({ domainHash: hashDomain('kamau-holdings.co.ke') });
    expect(hashes.get(free)).toMatchObject({
      domainHash: null,
      emailHash: expect.any(String),
      phoneHash: expect.any(String),
    });
    expect(refused.lead).toBeNull();
  });
});
