import mongoose from '../../server/platform/mongoose';
import { tradersBefore } from '../../server/modules/leads/marks/nicheTraders';
import { hashDomain } from '../../server/modules/leads/vault/sealContact';
import { isDrawn } from '../../server/modules/ownLists/drawn';
import { listLead, soldLead } from '../kit/trading';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { QUOTE_WITH_LIST } from '../market/ownLists';
import { acceptedLead, anotherPhone, submit } from './submitting';

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
});
afterAll(() => world.close());

const ADD = `mutation ($input: AddMarkInput!) {
  addMark(input: $input) { __typename ... on AddMarkPayload { mark { id value } } ... on UserError { message path } }
}`;
const REMOVE = `mutation ($input: RemoveMarkInput!) { removeMark(input: $input) { __typename } }`;
const MARKS = '{ organisationMarks { id whose kind value } }';

const name = (actor: Actor, owner: string, kind: string, value: string) =>
  world.ask(actor, ADD, { input: { whose: owner, kind, value } });

const codesOf = async (told: Record<string, unknown>): Promise<{ outcome: string; codes: string[]; words: string }> => {
  const { outcome, lead } = await submit(world, agency, told);
  const row = lead && (await mongoose.connection.collection('leads').findOne({ _id: lead.id as never }));
  const signals = (row?.signals ?? []) as { code: string; evidence: string }[];
  const found = signals.filter(({ code }) => code === 'COMPETITOR' || code === 'SELLER_KNOWN');
  return { outcome, codes: found.map(({ code }) => code), words: found.map(({ evidence }) => evidence).join() };
};

let serial = 0;
const domain = (): string => `rival-${process.pid}-${++serial}.co.ke`;

test('a lead from a domain or phone that an organisation named as its own waits for a moderator where it trades there', async () => {
  const rival = await world.business({ name: 'Umoja Cover', funds: '500.00' });
  const own = domain();
  const phone = anotherPhone();
  expect(await name(rival, 'OWN', 'DOMAIN', `https://www.${own}/contact`)).toMatchObject({ mark: { value: own } });
  await name(rival, 'OWN', 'PHONE', phone);
  const before = await codesOf({ email: `asha@${own}` });
  expect(before).toMatchObject({ outcome: 'ACCEPTED', codes: ['SELLER_KNOWN'] });
  // It may be new here and trade in no branch at all.
  expect(before.words).toBe(
    'The e-mail domain is that of a business or an agency on this market that does not trade in this branch.',
  );
  await soldLead(world, { agency, buyer: rival });
  expect(await codesOf({ email: `baraka@mail.${own}` })).toMatchObject({
    outcome: 'QUARANTINED',
    codes: ['COMPETITOR'],
  });
  const byDomain = await codesOf({ email: `juma@${own}` });
  expect(byDomain).toMatchObject({ outcome: 'QUARANTINED', codes: ['COMPETITOR'] });
  expect(byDomain.words).toBe(
    'The e-mail domain is that of a business or an agency that trades in this branch on this market.',
  );
  expect(await codesOf({ phone })).toMatchObject({ outcome: 'QUARANTINED', codes: ['COMPETITOR'] });
  expect(await codesOf({ phone: anotherPhone(), nicheId: 'niche_courses', email: `neema@${own}` })).toMatchObject({
    outcome: 'ACCEPTED',
    codes: ['SELLER_KNOWN'],
  });
});

test('agencies count as well, and so do the domains of logins; free-mail tells nothing', async () => {
  const other = await world.agency({ name: 'Savanna Leads' });
  const own = domain();
  await mongoose.connection
    .collection('people')
    .updateOne({ _id: other.personId as never }, [{ $set: { mailDomainHash: hashDomain(own) } }]);
  await soldLead(world, { agency: other, buyer: await world.business({ funds: '500.00' }) });
  expect(await codesOf({ email: `owner@${own}` })).toMatchObject({ outcome: 'QUARANTINED', codes: ['COMPETITOR'] });
  expect(await name(other, 'OWN', 'DOMAIN', 'gmail.com')).toMatchObject({
    __typename: 'InvalidInput',
    path: ['value'],
  });
  expect(await codesOf({ email: `someone.${process.pid}@gmail.com` })).toMatchObject({ codes: [] });
});

test('a lead that bears the name of a company of the market says so', async () => {
  await world.business({ name: 'Umoja Brokers Ltd' });
  expect(await codesOf({ name: 'UMOJA  Brokers Ltd' })).toMatchObject({ codes: ['SELLER_KNOWN'] });
});

test('the name of who trades here in the place of a person’s waits, with or without legal form; of who is called as people are it is noted', async () => {
  const cover = await world.business({ name: 'Zanara Cover Ltd', funds: '500.00' });
  expect(await codesOf({ name: 'Zanara Cover' })).toMatchObject({ outcome: 'ACCEPTED', codes: ['SELLER_KNOWN'] });
  await soldLead(world, { agency, buyer: cover });
  const told = await codesOf({ name: 'ZANARA cover' });
  expect(told).toMatchObject({ outcome: 'QUARANTINED', codes: ['COMPETITOR'] });
  expect(told.words).toMatch(/^The name is that of a business/);
  expect(await codesOf({ name: 'Baobab Media' })).toMatchObject({ outcome: 'QUARANTINED', codes: ['COMPETITOR'] });
  const trader = await world.business({ name: 'Rose Kimani', funds: '500.00' });
  await soldLead(world, { agency, buyer: trader });
  expect(await codesOf({ name: 'Rose Kimani' })).toMatchObject({ outcome: 'ACCEPTED', codes: ['COMPETITOR'] });
  expect(await codesOf({ name: 'Rose Kimani Mwangi' })).toMatchObject({ outcome: 'ACCEPTED', codes: [] });
});

test('a competitor is told before paying from a day on, and bought by who wants it even so', async () => {
  let buyer = await world.business();
  const own = domain();
  const leadId = await acceptedLead(world, agency, { name: 'Rehema Mushi', email: `rehema@${own}` });
  const listingId = await listLead(world, agency, leadId, { maxSales: 3 });
  expect((await name(buyer, 'COMPETITOR', 'DOMAIN', own)).__typename).toBe('AddMarkPayload');
  const ask = (input: object) => world.ask(buyer, QUOTE_WITH_LIST, { input });
  expect(await ask({ listingIds: [listingId] })).toMatchObject({ ownList: 'NO_LIST' });
  await world.clock.move('25h');
  buyer = await logIn(world, buyer);
  agency = await logIn(world, agency);
  expect(await ask({ listingIds: [listingId] })).toMatchObject({ __typename: 'OnOwnList', listingIds: [listingId] });
  expect(await ask({ listingIds: [listingId], evenOnOwnList: true })).toMatchObject({ ownList: 'NOT_WANTED' });
  const other = await acceptedLead(world, agency);
  if (isDrawn(buyer.organisationId, other)) return;
  const free = await listLead(world, agency, other, { maxSales: 3 });
  expect(await ask({ listingIds: [free] })).toMatchObject({ ownList: 'COMPARED' });
});

test('S16: a competitor’s phone cannot be named, nor can an agency name competitors; marks are seen by their own alone', async () => {
  const buyer = await world.business();
  expect(await name(buyer, 'COMPETITOR', 'PHONE', '+254 712 345 678')).toMatchObject({ __typename: 'InvalidInput' });
  expect(await name(agency, 'COMPETITOR', 'DOMAIN', domain())).toMatchObject({ __typename: 'InvalidInput' });
  for (const wrong of ['', 'firm', 'co.ke', 'a b.com', '127.0.0.1'])
    expect((await name(buyer, 'OWN', 'DOMAIN', wrong)).__typename).toBe('InvalidInput');
  expect((await name(buyer, 'OWN', 'PHONE', '12')).__typename).toBe('InvalidInput');
  const { mark } = await name(buyer, 'OWN', 'DOMAIN', domain());
  expect(await name(buyer, 'OWN', 'DOMAIN', mark.value)).toMatchObject({ mark: { id: mark.id } });
  const rival = await world.business();
  expect(await world.ask(rival, REMOVE, { input: { markId: mark.id } })).toEqual({ __typename: 'NotFound' });
  expect(await world.ask(rival, MARKS)).toEqual([]);
  expect(await world.ask(buyer, REMOVE, { input: { markId: mark.id } })).toEqual({ __typename: 'RemoveMarkPayload' });
  expect(await world.ask(buyer, MARKS)).toEqual([]);
});

test('who traded before traders were noted is noted by a step that may run twice', async () => {
  const traders = mongoose.connection.collection('niche_traders');
  const noted = await traders.find({}).sort({ _id: 1 }).toArray();
  expect(noted.length).toBeGreaterThan(1);
  await traders.deleteMany({});
  await tradersBefore.up();
  await tradersBefore.up();
  expect(await traders.find({}).sort({ _id: 1 }).toArray()).toEqual(noted);
});
