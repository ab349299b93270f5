import mongoose from '../../server/platform/mongoose';
import { act } from '../accounts/flows';
import { openDispute } from '../disputes/disputing';
import { buyListings, listLead } from '../kit/trading';
import { clientKey, createWorld, logIn, type Actor, type World } from '../kit/world';
import { importFile } from '../leads/batches';
import { boardHas } from '../market/buying';
import { caughtFor, codeIn, confirm, leadOf, linkIn } from '../leads/confirming';
import { acceptedLead, anotherPhone, consentGiven, daysAgo, submit } from '../leads/submitting';
import { bought, cardOf, e164, erase, myData, proven, rows, someone } from './person';

let world: World;
let agency: Actor;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  business = await world.business({ name: 'Savanna Cover', funds: '9000.00' });
});
afterAll(() => world.close());

async function later(span: string): Promise<void> {
  await world.clock.move(span);
  for (const actor of [agency, business]) Object.assign(actor, await logIn(world, actor));
}

describe('who was first with a stranger’s phone and an address of their own', () => {
  const strangersFirst = async (second: Actor, email?: string) => {
    const [his, { phone }] = [someone().email, someone()];
    const { lead } = await submit(world, agency, { name: 'K. Pemberton', phone, email: his, comment: 'his own words' });
    const hers = { name: 'Katharine Rose Pemberton', phone, email: email ?? null };
    expect(await submit(world, second, hers)).toMatchObject({ outcome: 'DUPLICATE' });
    return { id: lead!.id, his, phone: e164(phone) };
  };

  test('is shown nothing of what its owner asked for since, by whichever agency, nor that she did', async () => {
    const other = await world.agency({ name: 'Second Agency' });
    const views = [
      await strangersFirst(other, someone().email),
      await strangersFirst(other),
      await strangersFirst(agency),
    ];
    for (const { id, his, phone } of views) {
      const token = await proven(world, his);
      const { requests } = await myData(world, token);
      expect(requests).toMatchObject([{ id, contact: { name: 'K. Pemberton', email: his } }]);
      expect(requests[0].recipients).toEqual([{ name: 'Baobab Media', kind: 'AGENCY', looks: 0 }]);
      const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${token}`);
      for (const word of ['Katharine', 'Rose', 'Second Agency', 'also given'])
        expect(JSON.stringify([requests, file.body])).not.toContain(word);
      const hers = JSON.stringify((await myData(world, await proven(world, phone))).requests);
      expect(hers).toContain('Katharine Rose Pemberton');
    }
    const hers = await myData(world, await proven(world, views[0]!.phone));
    expect(hers.requests[0].recipients).toMatchObject([{ name: 'Baobab Media' }, { name: 'Second Agency' }]);
  });

  test('erases the own request alone: hers stands on her page, and she may ask anew', async () => {
    const other = await world.agency({ name: 'Third Agency' });
    const letters = async () => JSON.stringify(await caughtFor(world, other.email));
    const { id, his, phone } = await strangersFirst(other);
    expect(await erase(world, await proven(world, his))).toMatchObject({ receipt: { requestCount: 1 } });
    await world.settle();
    expect(await letters()).not.toContain('erase');
    const row = (await rows('lead_contacts').findOne({ _id: id })) as unknown as Record<string, unknown>;
    expect(row).toMatchObject({ emailHash: null, isStanding: false });
    expect(await leadOf(world, agency, id)).toMatchObject({ state: 'WITHDRAWN' });
    const token = await proven(world, phone);
    const { requests } = await myData(world, token);
    expect(requests).toMatchObject([{ id, contact: { phone, email: null } }]);
    expect(requests[0].recipients).toMatchObject([{ name: 'Baobab Media' }, { name: 'Third Agency' }]);
    expect(JSON.stringify(requests)).toContain('Katharine Rose Pemberton');
    expect(JSON.stringify(requests)).not.toContain('his own words');
    expect(await submit(world, agency, { email: his })).toMatchObject({ outcome: 'REJECTED' });
    const again = { name: 'Katharine Rose Pemberton', phone, email: null };
    expect(await submit(world, other, again)).toMatchObject({ outcome: 'ACCEPTED' });
    // By her phone all of it goes, and her agency is told.
    expect(await erase(world, token)).toMatchObject({ receipt: { requestCount: 2 } });
    await world.settle();
    expect(await rows('lead_contacts').findOne({ _id: id })).toBeNull();
    expect(await letters()).toContain('erase');
  });
});

describe('S39: who is erased', () => {
  test('is nowhere any more: no contact, no hash, no key; sales and journal stay, and a receipt is given and sent', async () => {
    const { email, phone, leadId, saleId } = await bought(
      world,
      { agency, buyer: business },
      { comment: 'unmistakable words' },
    );
    await act(world, business, 'addNote', {
      cardId: saleId.replace('sale_', 'card_'),
      text: 'spoke to unmistakable words',
      clientKey: clientKey(),
    });
    const contact = (await rows('lead_contacts').findOne({ _id: leadId })) as unknown as Record<string, unknown>;
    const traces = [contact.phoneHash, contact.emailHash, contact.personHash, contact.matchKeys, contact.matchTerms]
      .flat()
      .filter((trace): trace is string => typeof trace === 'string');
    // What many people share says nothing of this one.
    const shared = new Set(await commonTraces(leadId));
    const own = traces.filter((trace) => !shared.has(trace));
    const sales = await rows('sales')
      .find({ leadId } as object)
      .toArray();
    const entries = await rows('journal').countDocuments();

    const token = await proven(world, email);
    const { receipt } = await erase(world, token);
    expect(receipt).toMatchObject({ number: expect.stringMatching(/^erasure_/), requestCount: 1, recipientCount: 2 });
    await world.settle();

    expect(await rows('lead_contacts').findOne({ _id: leadId })).toBeNull();
    expect(own.length).toBeGreaterThan(2);
    for (const { name } of await mongoose.connection.db!.listCollections().toArray()) {
      const text = JSON.stringify(await rows(name).find().toArray());
      for (const trace of [...own, email, e164(phone), 'unmistakable words'])
        expect({ name, has: text.includes(trace) }).toEqual({ name, has: false });
    }
    expect(
      await rows('sales')
        .find({ leadId } as object)
        .toArray(),
    ).toEqual(sales);
    expect(await rows('journal').countDocuments()).toBe(entries);
    const lead = await leadOf(world, agency, leadId);
    expect(lead).toMatchObject({ state: 'ERASED', decision: { reason: 'The person had their data erased.' } });
    expect((await caughtFor(world, email))[0]!.text).toContain(receipt.number);
    expect(await myData(world, token)).toBeNull();

    const card = await cardOf(world, business, saleId);
    expect(card).toMatchObject({
      isClosed: true,
      closedBecause: 'ERASED',
      lead: { wordsOfPerson: [{ word: 'ERASED' }] },
      nextStatuses: [],
      contact: null,
    });
    expect(card.history.nodes[0]).toMatchObject({
      kind: 'ERASED',
      text: expect.stringContaining('erase what you hold'),
    });
    const note = { cardId: saleId.replace('sale_', 'card_'), text: 'more', clientKey: clientKey() };
    expect(await act(world, business, 'addNote', note)).toMatchObject({ __typename: 'Conflict' });
    for (const told of [business.email, agency.email])
      expect((await caughtFor(world, told))[0]!.subject).toContain('had their data erased');
    const [letter] = await caughtFor(world, agency.email);
    expect(letter!.subject).toContain('(Motor insurance)');
    expect(letter!.text).toContain(`/leads/${leadId}`);
  });

  test('is refused for good when brought again, and what was paid stays disputable as before', async () => {
    const { email, phone, saleId } = await bought(world, { agency, buyer: business });
    const other = await world.agency();
    await submit(world, other, { email, phone });
    await submit(world, agency, { email, phone });
    await erase(world, await proven(world, email));
    const [told] = await caughtFor(world, agency.email);
    // It is noted with the agency's own lead, which the same letter names.
    expect(told!.text).toMatch(/The repeated request for Motor insurance that you sent on .* was noted with it/);
    expect(told!.text).not.toContain('no lead of yours');
    const [letter] = await caughtFor(world, other.email);
    expect(letter!.text).toContain('It is the repeated request for Motor insurance that you sent on');
    expect(letter!.text).toContain('that they have not proven is no longer known here and would not be refused');
    expect(letter!.text).not.toContain('they would be refused');
    expect(letter!.text).not.toContain('/leads/');
    const again = await submit(world, agency, { email });
    expect(again).toMatchObject({ outcome: 'REJECTED', lead: null, reasons: [{ code: 'SUPPRESSED' }] });
    expect(await submit(world, agency, { phone })).toMatchObject({ outcome: 'ACCEPTED' });
    const { dispute } = await openDispute(world, business, saleId, { reason: 'NO_CONSENT' });
    expect(dispute).toMatchObject({ state: 'OPEN', sale: { state: 'DISPUTED' } });
    expect(dispute.evidence[0].text).toContain('Consent is on record');
    await later('400d');
    const consent = consentGiven({ at: daysAgo(1) });
    expect(await submit(world, agency, { email, consent })).toMatchObject({ outcome: 'REJECTED' });
  });

  test('is kept out by the phone as well on which they have answered for that very request', async () => {
    const { email, phone } = someone();
    const { lead } = await submit(world, agency, { email, phone });
    await act(world, agency, 'askToConfirm', { leadIds: [lead!.id], channel: 'PHONE' }, 'asked { outcome }');
    await world.settle();
    const [message] = await caughtFor(world, e164(phone));
    await confirm(world, linkIn(message!), codeIn(message!));
    const token = await proven(world, email);
    // The page says so of the phone that it shows in part.
    expect((await myData(world, token)).requests).toMatchObject([{ contact: { email }, keptOutOn: ['PHONE'] }]);
    await erase(world, token);
    expect(await submit(world, agency, { phone })).toMatchObject({ outcome: 'REJECTED' });
  });

  test('takes the upload that holds the person along', async () => {
    const { email } = someone();
    const row = (name: string, of: string): string => `${name},${of},${e164(anotherPhone())},${daysAgo(1)}\n`;
    const file = `full_name,email,phone_number,created_time\n${row('Juma Otieno', email)}${row('Amina Njoroge', someone().email)}`;
    const batch = await importFile(world, agency, Buffer.from(file));
    const fileOf = async () =>
      (await rows('batches').findOne({ _id: batch.id }))! as unknown as { file: object | null };
    expect((await fileOf()).file).not.toBeNull();
    await erase(world, await proven(world, email));
    await world.settle();
    expect((await fileOf()).file).toBeNull();
    expect(await rows('leads').countDocuments({ batchId: batch.id, state: 'ERASED' })).toBe(1);
  });

  test('at the moment in which the person is brought again: refused, or erased with the rest', async () => {
    for (let round = 0; round < 5; round++) {
      const { email } = someone();
      await acceptedLead(world, agency, { email });
      const token = await proven(world, email);
      const other = await world.agency();
      await Promise.all([erase(world, token), submit(world, other, { email, phone: anotherPhone() })]);
      expect(await myData(world, await proven(world, email))).toMatchObject({ requests: [] });
    }
  });

  test('at the moment of a purchase: either nothing is bought, or the buyer is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { email } = someone();
      const opened = await proven(world, email);
      const leadId = await acceptedLead(world, agency, { email });
      const listingId = await listLead(world, agency, leadId);
      await boardHas(world, business, [listingId]);
      const [, made] = await Promise.all([
        erase(world, opened),
        buyListings(world, business, [listingId]).catch(() => null),
      ]);
      await world.settle();
      expect((await leadOf(world, agency, leadId)).state).toBe('ERASED');
      expect(await rows('sales').countDocuments({ leadId })).toBe(made ? 1 : 0);
      if (!made) continue;
      const kinds = (await cardOf(world, business, made[0]!.saleId)).history.nodes.map(
        ({ kind }: { kind: string }) => kind,
      );
      expect(kinds).toContain('ERASED');
    }
  });
});

/** Candidate keys and terms that other leads have too. */
async function commonTraces(leadId: string): Promise<string[]> {
  const others = await rows('lead_contacts')
    .find({ _id: { $ne: leadId } })
    .toArray();
  return others.flatMap((other) => {
    const { matchKeys = [], matchTerms = [] } = other as unknown as { matchKeys?: string[]; matchTerms?: string[] };
    return [...matchKeys, ...matchTerms];
  });
}

test('S42: contacts go when their niche keeps them no longer, sold ones too, by the moved clock', async () => {
  const admin = await world.admin();
  const [niche] = await rows('niches').find({ _id: 'niche_motor-insurance' }).toArray();
  expect(niche).toMatchObject({ retentionDays: 730 });
  const { leadId, saleId } = await bought(world, { agency, buyer: business });
  const kept = await acceptedLead(world, agency, { nicheId: 'niche_home-services' });
  const change = await act(world, admin, 'changeNiche', { nicheId: 'niche_motor-insurance', retentionDays: 60 });
  expect(change).toMatchObject({ __typename: 'ChangeNichePayload' });
  await later('59d');
  await world.runJob('leads.eraseOldContacts');
  expect((await leadOf(world, agency, leadId)).state).not.toBe('ERASED');
  await later('2d');
  expect(await world.runJob('leads.eraseOldContacts')).toBeGreaterThan(0);
  await world.settle();
  expect(await leadOf(world, agency, leadId)).toMatchObject({
    state: 'ERASED',
    decision: { reason: expect.stringContaining('kept') },
  });
  expect(await cardOf(world, business, saleId)).toMatchObject({
    isClosed: true,
    closedBecause: 'ERASED',
    lead: { wordsOfPerson: [] },
  });
  expect((await leadOf(world, agency, kept)).state).toBe('ACCEPTED');
});
