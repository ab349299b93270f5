import mongoose from 'mongoose';
import { contactHashesOf, hashDomain, readContact, readContacts } from '../../server/modules/leads';
import { type Viewer } from '../../server/graphql/viewer';
import { inTransaction } from '../../server/platform/transaction';
import { createWorld, type Actor, type World } from '../kit/world';
import { acceptedLead, submit } from './submitting';

let world: World;
let agency: Actor;
let business: Actor;
let buyer: Viewer;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  business = await world.business();
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

const looksAt = (leadId: string) => mongoose.connection.collection('disclosures').find({ leadId }).toArray();

describe('the door to contacts for other modules', () => {
  test('a buyer sees a contact by a sale, and the look names it', async () => {
    const id = await acceptedLead(world, agency, { comment: 'after five, please' });
    const contact = await readContact(buyer, id, { saleId: 'sale_1', reason: 'card' });
    expect(contact.details).toContainEqual({ label: 'Comment', value: 'after five, please' });
    expect(await looksAt(id)).toEqual([
      expect.objectContaining({
        basis: 'SALE',
        saleId: 'sale_1',
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
    const [own, other] = [await acceptedLead(world, agency), await acceptedLead(world, agency)];
    const looks = [
      { leadId: own, saleId: 'sale_1', reason: 'export' },
      { leadId: other, reason: 'export' },
    ];
    await expect(readContacts(buyer, looks)).rejects.toMatchObject({ typename: 'NotFound' });
    expect(await looksAt(own)).toEqual([]);
    const both = await readContacts(
      buyer,
      looks.map((look) => ({ ...look, saleId: 'sale_1' })),
    );
    expect([...both.keys()].sort()).toEqual([own, other].sort());
  });

  test('many contacts cost as many commands as one', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await acceptedLead(world, agency));
    const look = (leadId: string) => ({ leadId, saleId: 'sale_1', reason: 'export' });
    const one = await world.countCommands(() => readContacts(buyer, [look(ids[0]!)]));
    const many = await world.countCommands(() => readContacts(buyer, ids.map(look)));
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
