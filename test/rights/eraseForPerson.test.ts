import GREEK from '../../server/modules/rights/words/el.json';
import mongoose from '../../server/platform/mongoose';
import { act, send } from '../accounts/flows';
import { soldLead } from '../kit/trading';
import { createWorld, type Actor, type World } from '../kit/world';
import { caughtFor } from '../leads/confirming';
import { fillAndSend, formOf } from '../leads/hostedForms';
import { submit } from '../leads/submitting';

/** An admin erases a person whom no code reaches. */

let world: World;
let agency: Actor;
let business: Actor;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  business = await world.business({ name: 'Savanna Cover', funds: '900.00' });
  admin = await world.admin('ADMIN');
});
afterAll(() => world.close());

const rows = (name: string) => mongoose.connection.collection<{ _id: string; after: unknown }>(name);
const erased = (contact: string, reason = 'A letter of 3 May, signed.', by: Actor = admin) =>
  act(world, by, 'eraseForPerson', { contact, reason }, 'number at');

const LANDLINE = '+254202217431';

test('a landline alone: erased, kept out, buyer and agency told, on record without the contact', async () => {
  const { saleId, leadId } = await soldLead(world, { agency, buyer: business }, { phone: LANDLINE, email: undefined });
  const { number, ...refusal } = await erased('+254 20 2217431');
  expect([number, refusal.message]).toEqual([expect.stringMatching(/^erasure_/), undefined]);
  await world.settle();
  const [lead] = await mongoose.connection.collection('leads').find({ state: 'ERASED' }).toArray();
  expect(String(lead!._id)).toBe(leadId);
  expect(await rows('lead_contacts').findOne({ _id: leadId })).toBeNull();
  const read = 'query ($id: ID!) { card(id: $id) { closedBecause contact { phone } } }';
  const card = await world.ask(business, read, { id: saleId.replace('sale_', 'card_') });
  expect(card).toMatchObject({ closedBecause: 'ERASED', contact: null });
  const letters: { subject: string | null }[] = await world.ask(null, '{ caughtMessages { subject } }');
  const subjects = letters.map(({ subject }) => subject);
  // To the buyer and to the agency.
  expect(subjects.filter((subject) => subject === 'A person had their data erased (Motor insurance)')).toHaveLength(2);
  const again = await submit(world, agency, { phone: LANDLINE, email: undefined });
  expect(again).toMatchObject({ outcome: 'REJECTED', reasons: [{ code: 'SUPPRESSED' }] });
  const record = await rows('audit').findOne({ act: 'eraseForPerson' } as object);
  expect(record).toMatchObject({ subject: number, actor: admin.personId, after: { channel: 'PHONE' } });
  expect(JSON.stringify(record)).not.toContain('2217431');
});

test('who holds the address gets the receipt; of nobody known it is kept out all the same, by the same answer', async () => {
  const email = `known.${process.pid}@mail-of-kamau.co.ke`;
  const stranger = `stranger.${process.pid}@mail-of-kamau.co.ke`;
  await submit(world, agency, { email });
  const [known, unknown] = [await erased(email), await erased(stranger)];
  expect(Object.keys(known)).toEqual(Object.keys(unknown));
  const [letter] = await caughtFor(world, email);
  expect(letter!.subject).toBe(`Your data is erased: receipt ${known.number}`);
  expect(await caughtFor(world, stranger)).toEqual([]);
  // In the language of the form that they sent.
  const greek = `greek.${process.pid}@mail-of-kamau.co.ke`;
  await fillAndSend(world, await formOf(world, agency, { language: 'el' }), { email: greek });
  const { number } = await erased(greek);
  const [inGreek] = await caughtFor(world, greek);
  expect(inGreek!.subject).toBe(GREEK.receiptSubject.replace('{receipt}', number));
  for (const contact of [email, stranger])
    expect(await submit(world, agency, { email: contact })).toMatchObject({ outcome: 'REJECTED' });
});

test('needs a contact that can be one, and a reason that does not name it; what is wrong with both is told at once', async () => {
  const both = `mutation ($input: EraseForPersonInput!) { eraseForPerson(input: $input) {
    ... on InvalidInput { problems { path } } } }`;
  expect(await world.ask(admin, both, { input: { contact: '0722', reason: ' ' } })).toEqual({
    problems: [{ path: ['contact'] }, { path: ['reason'] }],
  });
  expect(await erased('0722')).toMatchObject({ __typename: 'InvalidInput', path: ['contact'] });
  expect(await erased(LANDLINE, ' ')).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
  for (const [contact, reason] of [
    [LANDLINE, 'Asked for 020 221 7431 to go.'],
    ['who@mail-of-kamau.co.ke', 'Wrote from Who@mail-of-kamau.co.ke'],
  ] as const)
    expect(await erased(contact, reason)).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
});

test('is for admins alone', async () => {
  const others = [
    agency,
    business,
    await world.admin('MODERATOR'),
    await world.admin('ADJUDICATOR'),
    await world.admin('FINANCE'),
    null,
  ];
  for (const other of others) {
    const { errors } = await send(world, other, 'eraseForPerson', { contact: LANDLINE, reason: 'Asked by letter.' });
    expect(errors?.[0]?.extensions?.code).toBe(other ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  for (const role of ['MODERATOR', 'ADJUDICATOR', 'FINANCE'] as const) {
    const { permissions } = await world.ask(await world.admin(role), '{ viewer { permissions } }');
    expect(permissions).not.toContain('ERASE_PEOPLE');
  }
});
