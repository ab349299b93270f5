import { domainToASCII } from 'node:url';
import mongoose from '../../server/platform/mongoose';
import { isDrawn } from '../../server/modules/ownLists/drawn';
import { answersFrom, askableADay } from '../../server/modules/ownLists/rules';
import { listHashesOfStoredLeads } from '../../server/modules/leads/vault/listHashesOfStoredLeads';
import { listLeads, listLotOf } from '../kit/trading';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { BUY, quoted } from './buying';
import {
  add,
  ADD,
  COMPLETE,
  leadFor,
  QUOTE_WITH_LIST,
  REMOVE,
  ripe,
  sha256,
  STANDING,
  started,
  strangers,
  upload,
} from './ownLists';

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
});
afterAll(() => world.close());
beforeEach(async () => {
  agency = await logIn(world, agency);
});

const ask = (buyer: Actor, input: object) => world.ask(buyer, QUOTE_WITH_LIST, { input });
const e164 = (phone: string): string => phone.replaceAll(' ', '');
const collection = (name: string) => mongoose.connection.collection(name);

test('who is on the own list, by phone or by e-mail, is told before paying, and bought only by who says so', async () => {
  let buyer = await world.business({ funds: '300.00' });
  const phone = anotherPhone();
  const email = `Own.Customer.${process.pid}@Firma-Österreich.at`;
  const normal = `own.customer.${process.pid}@${domainToASCII('firma-österreich.at')}`;
  expect((await upload(world, buyer, [sha256(e164(phone)), sha256(normal), ...strangers(120)])).__typename).toBe(
    'CompleteOwnListPayload',
  );
  buyer = await ripe(world, buyer);
  agency = await logIn(world, agency);
  const byPhone = await leadOf({ phone });
  const byEmail = await leadOf({ email });
  const other = await leadFor(world, agency, [buyer]);
  for (const { listingId } of [byPhone, byEmail]) {
    const told = await ask(buyer, { listingIds: [listingId, other.listingId] });
    expect(told).toMatchObject({ __typename: 'OnOwnList', listingIds: [listingId] });
    expect(told.message).toContain('You have these people already');
  }
  expect(await ask(buyer, { listingIds: [other.listingId] })).toMatchObject({ ownList: 'COMPARED' });
  const anyway = await ask(buyer, { listingIds: [byPhone.listingId], evenOnOwnList: true });
  expect(anyway).toMatchObject({ __typename: 'QuotePayload', ownList: 'NOT_WANTED' });
  const bought = await world.ask(buyer, BUY, { input: { quoteId: anyway.quote.id, clientKey: clientKey() } });
  expect(bought.items[0].__typename).toBe('SaleHeld');
  // Another business hears nothing of it.
  expect(await ask(await world.business(), { listingIds: [byPhone.listingId] })).toMatchObject({ ownList: 'NO_LIST' });
});

/** A lead of a given person on sale. */
async function leadOf(told: object): Promise<{ leadId: string; listingId: string }> {
  const leadId = await acceptedLead(world, agency, told as Record<string, unknown>);
  const [listingId] = await listLeads(world, agency, [leadId], { maxSales: 5 });
  return { leadId, listingId: listingId! };
}

test('the best of a search leaves out who is on the own list', async () => {
  let buyer = await world.business();
  const phone = anotherPhone();
  await upload(world, buyer, [sha256(e164(phone)), ...strangers(100)]);
  buyer = await ripe(world, buyer);
  agency = await logIn(world, agency);
  const niche = { nicheId: 'niche_courses' };
  const known = await leadOf({ phone, ...niche });
  const other = await leadFor(world, agency, [buyer], niche);
  const best = { filter: { nicheIds: ['niche_courses'] }, sort: 'PRICE_LOW', count: 10 };
  await world.settle();
  const idsOf = async (input: object): Promise<string[]> =>
    ((await ask(buyer, input)).quote?.items ?? []).map(({ listingId }: { listingId: string }) => listingId);
  expect(await idsOf({ best })).toEqual([other.listingId]);
  expect((await idsOf({ best, evenOnOwnList: true })).sort()).toEqual([known.listingId, other.listingId].sort());
});

test('a lot is named where one of its people is on the list, and the lot falls once for a whole one', async () => {
  let buyer = await world.business();
  const phone = anotherPhone();
  await upload(world, buyer, [sha256(e164(phone)), ...strangers(100)]);
  buyer = await ripe(world, buyer);
  agency = await logIn(world, agency);
  const known = await listLotOf(world, agency, [
    await acceptedLead(world, agency),
    await acceptedLead(world, agency, { phone }),
  ]);
  expect(await ask(buyer, { lotId: known })).toMatchObject({ __typename: 'OnOwnList', listingIds: [known] });
  const leadIds: string[] = [];
  for (let n = 0; n < 20; n++) leadIds.push(await acceptedLead(world, agency));
  const other = await listLotOf(world, agency, leadIds);
  const expected = isDrawn(buyer.organisationId, other) ? 'OnOwnList' : 'QuotePayload';
  expect((await ask(buyer, { lotId: other })).__typename).toBe(expected);
});

describe('S16: a list is no way to look a person up', () => {
  test('a list of fewer than 100 different contacts is not completed, however often they are sent', async () => {
    const buyer = await world.business();
    const ownListId = await started(world, buyer);
    const few = strangers(99);
    await add(world, buyer, ownListId, few);
    const again = await add(world, buyer, ownListId, [...few, ...few.map((hash) => hash.toUpperCase())]);
    expect(again.ownList.entryCount).toBe(99);
    const refused = await world.ask(buyer, COMPLETE, { input: { ownListId } });
    expect(refused).toMatchObject({ __typename: 'InvalidInput' });
    await add(world, buyer, ownListId, strangers(1));
    expect((await world.ask(buyer, COMPLETE, { input: { ownListId } })).__typename).toBe('CompleteOwnListPayload');
  });

  test('a list answers from the first midnight that is a day away, and not before', async () => {
    let buyer = await world.business();
    const phone = anotherPhone();
    const { listingId } = await leadOf({ phone });
    const done = await upload(world, buyer, [sha256(e164(phone)), ...strangers(100)]);
    const from = new Date(done.ownList.answersFrom);
    expect(from).toEqual(answersFrom(world.clock.now()));
    expect(await ask(buyer, { listingIds: [listingId] })).toMatchObject({ ownList: 'NO_LIST' });
    const minutes = Math.floor((from.getTime() - world.clock.now().getTime()) / 60_000) - 2;
    await world.clock.move(`${minutes}m`);
    buyer = await logIn(world, buyer);
    expect(await ask(buyer, { listingIds: [listingId] })).toMatchObject({ ownList: 'NO_LIST' });
    await world.clock.move('3m');
    expect((await ask(buyer, { listingIds: [listingId] })).__typename).toBe('OnOwnList');
  });

  test('what was answered about a lead stands: a changed list does not tell which entry was met', async () => {
    let buyer = await world.business();
    const phone = anotherPhone();
    const { listingId } = await leadOf({ phone });
    const guess = sha256(e164(phone));
    await upload(world, buyer, strangers(100));
    buyer = await ripe(world, buyer);
    const before = await ask(buyer, { listingIds: [listingId] });
    await upload(world, buyer, [guess, ...strangers(100)]);
    buyer = await ripe(world, buyer);
    expect((await ask(buyer, { listingIds: [listingId] })).__typename).toBe(before.__typename);
  });

  test('at most 4 lists are completed within 30 days, removed ones counted, and two at once count both', async () => {
    let buyer = await world.business();
    for (let n = 0; n < 3; n++) {
      const { ownList } = await upload(world, buyer, strangers(100));
      if (n === 0) await world.ask(buyer, REMOVE, { input: { ownListId: ownList.id } });
    }
    const last = await started(world, buyer);
    await add(world, buyer, last, strangers(100));
    const twice = await Promise.all([1, 2].map(() => world.ask(buyer, COMPLETE, { input: { ownListId: last } })));
    expect(twice.map(({ __typename }) => __typename)).toEqual(['CompleteOwnListPayload', 'CompleteOwnListPayload']);
    expect(await world.ask(buyer, STANDING)).toMatchObject({ changesLeft: 0, next: { id: last } });
    expect(await upload(world, buyer, strangers(100))).toMatchObject({ __typename: 'Conflict' });
    await world.clock.move('31d');
    buyer = await logIn(world, buyer);
    expect((await upload(world, buyer, strangers(100))).__typename).toBe('CompleteOwnListPayload');
  });

  test('about so many new leads a day a list is asked, also at once; the quote says so, and what was told stays told', async () => {
    let buyer = await world.business();
    await upload(world, buyer, strangers(100));
    buyer = await ripe(world, buyer);
    agency = await logIn(world, agency);
    const { listingId } = await leadFor(world, agency, [buyer]);
    const later = await leadFor(world, agency, [buyer]);
    expect((await world.ask(buyer, STANDING)).askableADay).toBe(100);
    await ask(buyer, { listingIds: [listingId] });
    await collection('own_list_turns').updateOne({ _id: buyer.organisationId as never }, { $set: { asked: 99 } });
    const third = await leadFor(world, agency, [buyer]);
    const answers = await Promise.all([later, third].map((one) => ask(buyer, { listingIds: [one.listingId] })));
    expect(answers.map(({ ownList }) => ownList).sort()).toEqual(['COMPARED', 'LIMIT_REACHED']);
    expect(await ask(buyer, { listingIds: [listingId] })).toMatchObject({ ownList: 'COMPARED' });
    expect((await world.ask(buyer, STANDING)).askedToday).toBe(100);
  });

  test('1 lead in 50 is answered so by lot, the same for ever, and another one to another business', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `lead_${n}`);
    const drawn = ids.filter((id) => isDrawn('org_a', id));
    expect(drawn.length).toBeGreaterThan(300);
    expect(drawn.length).toBeLessThan(500);
    expect(ids.filter((id) => isDrawn('org_a', id))).toEqual(drawn);
    expect(drawn.filter((id) => isDrawn('org_b', id)).length).toBeLessThan(40);
  });

  test('every answer is on record, with who asked, and the admins see how much was asked', async () => {
    let buyer = await world.business();
    await upload(world, buyer, strangers(100));
    buyer = await ripe(world, buyer);
    agency = await logIn(world, agency);
    const { leadId, listingId } = await leadFor(world, agency, [buyer]);
    await ask(buyer, { listingIds: [listingId] });
    const row = await collection('own_list_answers').findOne({ organisationId: buyer.organisationId });
    expect(row).toMatchObject({ leadId, personId: buyer.personId, isListed: false });
    const act = await collection('audit').findOne({ subject: buyer.organisationId, act: 'askOwnList' });
    expect(act).toMatchObject({ actor: buyer.personId, after: { asked: 1, listed: 0 } });
  });

  test('the database keeps no plain hash, and the same contact otherwise for each list', async () => {
    const hash = sha256('+254711222333');
    for (const buyer of [await world.business(), await world.business()])
      await add(world, buyer, await started(world, buyer), [hash, sha256('someone@example.com')]);
    const rows = await collection('own_list_entries').find({}).toArray();
    const text = JSON.stringify(rows);
    expect(text).not.toContain(hash);
    expect(text).not.toContain(Buffer.from(hash, 'hex').toString('base64url'));
    expect(new Set(rows.map(({ _id }) => String(_id))).size).toBe(rows.length);
  });
});

test('a quote costs as many commands for many leads as for one, and two where there is no list', async () => {
  let buyer = await world.business();
  const stranger = await world.business();
  await upload(world, buyer, strangers(100));
  buyer = await ripe(world, buyer);
  agency = await logIn(world, agency);
  const plain = await logIn(world, stranger);
  const listings: string[] = [];
  for (let n = 0; n < 10; n++) listings.push((await leadFor(world, agency, [buyer, stranger])).listingId);
  const count = async (actor: Actor, listingIds: string[]): Promise<string[]> =>
    (await world.countCommands(() => ask(actor, { listingIds }))).commands;
  // The first asking of a day begins its count.
  await count(buyer, listings.splice(0, 1));
  const one = await count(buyer, listings.slice(0, 1));
  const many = await count(buyer, listings.slice(1));
  expect(many).toEqual(one);
  expect((await count(buyer, listings)).length).toBeLessThan(one.length);
  const without = await count(plain, listings);
  expect(without.filter((command) => /own_list|marks/.test(command))).toEqual([
    'find own_lists',
    'find organisation_marks',
  ]);
});

test('who may buy manages the list; another business has no such list, and what is wrong is told', async () => {
  const buyer = await world.business();
  const rival = await world.business();
  const ownListId = await started(world, buyer);
  for (const [query, input] of [
    [ADD, { ownListId, hashes: strangers(1) }],
    [COMPLETE, { ownListId }],
    [REMOVE, { ownListId }],
  ] as const)
    expect((await world.ask(rival, query, { input })).__typename).toBe('NotFound');
  expect(await add(world, buyer, ownListId, ['+254711222333'])).toMatchObject({
    __typename: 'InvalidInput',
    path: ['hashes', '0'],
  });
  expect((await add(world, buyer, ownListId, [])).__typename).toBe('InvalidInput');
  expect((await add(world, buyer, ownListId, strangers(1001))).__typename).toBe('InvalidInput');
  await add(world, buyer, ownListId, strangers(100));
  await world.ask(buyer, COMPLETE, { input: { ownListId } });
  expect((await add(world, buyer, ownListId, strangers(1))).__typename).toBe('Conflict');
  expect((await world.graphql(agency, STANDING)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the next list takes the place of the one in force, whose entries go; so do those of one that was removed', async () => {
  let buyer = await world.business();
  const first = await upload(world, buyer, strangers(100));
  buyer = await ripe(world, buyer);
  const second = await upload(world, buyer, strangers(100));
  const standing = await world.ask(buyer, STANDING);
  expect([standing.inForce.id, standing.next.id]).toEqual([first.ownList.id, second.ownList.id]);
  buyer = await ripe(world, buyer);
  await world.runJob('ownLists.clear');
  const left = async (listId: string): Promise<number> => collection('own_list_entries').countDocuments({ listId });
  expect([await left(first.ownList.id), await left(second.ownList.id)]).toEqual([0, 100]);
  expect((await world.ask(buyer, STANDING)).inForce.id).toBe(second.ownList.id);
  await world.ask(buyer, REMOVE, { input: { ownListId: second.ownList.id } });
  expect(await left(second.ownList.id)).toBe(0);
  expect(await world.ask(buyer, STANDING)).toMatchObject({ inForce: null, next: null });
});

test('leads from before there were lists are found on them too; a step that was broken off goes on', async () => {
  let buyer = await world.business();
  const phone = anotherPhone();
  const { leadId, listingId } = await leadOf({ phone });
  const other = await acceptedLead(world, agency);
  const before = await collection('lead_contacts').findOne({ _id: leadId as never });
  await collection('lead_contacts').updateMany(
    { _id: { $in: [leadId, other] as never[] } },
    { $unset: { listHashes: 1 } },
  );
  await listHashesOfStoredLeads.up();
  const again = await collection('lead_contacts').findOne({ _id: leadId as never });
  expect(again!.listHashes).toEqual(before!.listHashes);
  await upload(world, buyer, [sha256(e164(phone)), ...strangers(100)]);
  buyer = await ripe(world, buyer);
  expect((await ask(buyer, { listingIds: [listingId] })).__typename).toBe('OnOwnList');
});

test('one person as two leads is not bought twice, neither by one quote nor by two', async () => {
  let buyer = await world.business({ funds: '900.00' });
  const phone = anotherPhone();
  const early = await acceptedLead(world, agency, { phone });
  await world.clock.move('91d');
  agency = await logIn(world, agency);
  buyer = await logIn(world, buyer);
  const late = await acceptedLead(world, agency, { phone });
  const listings = await listLeads(world, agency, [early, late], { maxSales: 5 });
  const both = await ask(buyer, { listingIds: listings });
  expect(both).toMatchObject({ __typename: 'AlreadyOwned', listingIds: [listings[1]] });
  const quotes = [];
  for (const listingId of listings) quotes.push(await quoted(world, buyer, { listingIds: [listingId] }));
  const answers = await Promise.all(
    quotes.map(({ id }) => world.ask(buyer, BUY, { input: { quoteId: id, clientKey: clientKey() } })),
  );
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AlreadyOwned', 'BuyPayload']);
});

test('what may be asked grows with what is bought', () => {
  expect([0, 10, 1000].map(askableADay)).toEqual([100, 200, 2000]);
  expect(answersFrom(new Date('2026-03-01T10:00:00Z'))).toEqual(new Date('2026-03-03T00:00:00Z'));
  expect(answersFrom(new Date('2026-03-01T00:00:00Z'))).toEqual(new Date('2026-03-02T00:00:00Z'));
});
