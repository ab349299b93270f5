import { act } from '../accounts/flows';
import { clientKey, createWorld, type Actor, type World } from '../kit/world';
import { caughtFor, leadOf } from '../leads/confirming';
import { anotherCall } from '../recordings/sounds';
import { daysAgo, submit } from '../leads/submitting';
import { bought, cardOf, correct, e164, erase, myData, proven, rows, someone, withdrawMine } from './person';

let world: World;
let agency: Actor;
let other: Actor;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  other = await world.agency({ name: 'Second Agency' });
  business = await world.business({ name: 'Savanna Cover', funds: '9000.00' });
});
afterAll(() => world.close());

const NAME = 'Rowan Tideswell';

/** A lead of that name that the business bought, and worked. */
async function sold() {
  const sale = await bought(world, { agency, buyer: business }, { name: NAME, comment: 'unmistakable words' });
  const cardId = sale.saleId.replace('sale_', 'card_');
  await act(world, business, 'addNote', { cardId, text: 'spoke to Rowan', clientKey: clientKey() });
  return sale;
}
type Sold = Awaited<ReturnType<typeof sold>>;

const CERTIFICATE = `query ($id: ID!) {
  sale(id: $id) { card { lead { preview { text } } } certificate { id isSealedPartKept sealedPart { ip wholeText } } recordings { id } }
}`;

const RECORDING = 'uploadAddress recording { id }';

/** Everything that a buyer can ask of what it bought, as text. */
async function allOf(saleId: string): Promise<string> {
  const card = await cardOf(world, business, saleId);
  const sale = await world.ask(business, CERTIFICATE, { id: saleId });
  const header = ['authorization', `Bearer ${business.accessToken}`] as const;
  const file = await world.http.get('/api/exports/cards.csv').set(...header);
  const line = file.text.split('\n').find((one) => one.includes(saleId));
  const certificate = await world.http.get(`/api/certificates/${sale.certificate.id}/file?form=json`).set(...header);
  expect(certificate.status).toBe(200);
  return JSON.stringify([card.contact, card.history, sale, line, certificate.body.contact]);
}

async function expectClosed({ saleId, phone, email }: Sold): Promise<void> {
  await world.settle();
  expect(await cardOf(world, business, saleId)).toMatchObject({
    isClosed: true,
    closedBecause: 'ERASED',
    nextStatuses: [],
    contact: null,
  });
  const text = await allOf(saleId);
  for (const word of ['Rowan', 'Tides', 'R•', e164(phone), email, 'unmistakable', 'spoke to', '203.0.113.7'])
    expect({ word, isTold: text.includes(word) }).toEqual({ word, isTold: false });
  expect(text).toContain('"isSealedPartKept":false');
  const note = { cardId: saleId.replace('sale_', 'card_'), text: 'more', clientKey: clientKey() };
  expect(await act(world, business, 'addNote', note)).toMatchObject({ __typename: 'Conflict' });
  expect((await caughtFor(world, business.email))[0]!.subject).toContain('had their data erased');
}

const repeats = {
  'by the phone alone': ({ phone }: Sold) => ({ name: NAME, phone, email: null }),
  'by the phone alone under another name': ({ phone }: Sold) => ({ name: 'R. Tideswell', phone, email: null }),
  'by the phone with another address': ({ phone }: Sold) => ({ name: NAME, phone, email: someone().email }),
  'by the address with another phone': ({ email }: Sold) => ({ name: NAME, email, phone: someone().phone }),
  'by both': ({ phone, email }: Sold) => ({ name: NAME, phone, email }),
};

describe.each(Object.entries(repeats))('a lead that was bought and came again %s', (_how, repeat) => {
  test.each(['its own', 'another'])('of %s agency is closed to its buyer by an erasure', async (whose) => {
    const lead = await sold();
    expect(await allOf(lead.saleId)).toContain('Rowan');
    const second = whose === 'its own' ? agency : other;
    expect(await submit(world, second, repeat(lead))).toMatchObject({ outcome: 'DUPLICATE' });
    expect(await erase(world, await proven(world, lead.email))).toMatchObject({ receipt: { requestCount: 1 } });
    await expectClosed(lead);
    expect((await leadOf(world, agency, lead.leadId)).state).not.toBe('ACCEPTED');
  });
});

test('what a repeat brought by another contact alone is for whoever has that, without what was erased', async () => {
  const lead = await sold();
  const { phone, email } = lead;
  const third = someone().phone;
  await submit(world, agency, { name: 'R. Tideswell', email, phone: third });
  await submit(world, agency, { name: 'Rowan Olive Tideswell', phone, email: null });
  const token = await proven(world, email);
  await correct(world, { token, name: 'Rowan Tidewell' });
  await erase(world, token);
  await expectClosed(lead);
  const { requests } = await myData(world, await proven(world, e164(phone)));
  expect(requests).toMatchObject([{ id: lead.leadId, contact: { name: 'Rowan Olive Tideswell', phone: e164(phone) } }]);
  for (const word of ['Rowan Tid', 'R. Tides', 'Tidewell', e164(third), email])
    expect(JSON.stringify(requests)).not.toContain(word);
  // Nor does what that person puts right reach whoever bought the first request.
  await correct(world, { token: await proven(world, e164(phone)), name: 'Olive Tideswell' });
  await expectClosed(lead);
  await erase(world, await proven(world, e164(phone)));
  await world.settle();
  expect(await rows('lead_contacts').findOne({ _id: lead.leadId })).toBeNull();
});

test('a name that its person put right goes with the erasure, where the repeat gave none of its own', async () => {
  const lead = await sold();
  await submit(world, agency, { name: NAME, phone: lead.phone, email: null });
  const token = await proven(world, lead.email);
  await correct(world, { token, name: 'Rowan Tidewell' });
  await erase(world, token);
  await expectClosed(lead);
  const { requests } = await myData(world, await proven(world, e164(lead.phone)));
  expect(requests).toMatchObject([{ contact: { name: '', phone: e164(lead.phone), email: null } }]);
});

test('a recorded call that its buyer has open is heard no more', async () => {
  const lead = await sold();
  const told = { caller: 'Jomo', calledAt: daysAgo(2), asked: 'Whether insurers may call; yes.', durationSeconds: 6 };
  const input = { leadId: lead.leadId, ...told, clientKey: clientKey() };
  const { uploadAddress, recording } = await act(world, agency, 'announceRecording', input, RECORDING);
  const as = ({ accessToken }: Actor) => ['authorization', `Bearer ${accessToken}`] as const;
  await world.http
    .put(uploadAddress as string)
    .set(...as(agency))
    .set('content-type', 'application/octet-stream')
    .send(anotherCall());
  const recordingId = (recording as { id: string }).id;
  const opened = await act(world, business, 'openRecording', { recordingId }, 'address');
  const play = () => world.http.get(opened.address as string).set(...as(business));
  expect((await play()).status).toBe(200);
  await submit(world, agency, { name: NAME, phone: lead.phone, email: null });
  await erase(world, await proven(world, lead.email));
  expect((await play()).status).toBe(404);
  expect(await act(world, business, 'openRecording', { recordingId }, 'address')).toMatchObject({
    __typename: 'NotFound',
  });
});

test('every agency that brought it by the erased contact is told, and none that brought it by the other', async () => {
  const [byAddress, byPhone] = [await world.agency(), await world.agency()];
  const { phone, email } = await sold();
  await submit(world, byAddress, { name: NAME, email, phone: someone().phone });
  await submit(world, byPhone, { name: NAME, phone, email: null });
  await erase(world, await proven(world, email));
  await world.settle();
  expect(JSON.stringify(await caughtFor(world, byAddress.email))).toContain('had their data erased');
  expect(JSON.stringify(await caughtFor(world, byPhone.email))).not.toContain('had their data erased');
});

test('a consent that is taken back by the first of two addresses reaches whoever bought the lead', async () => {
  const { saleId, leadId, phone, email } = await sold();
  await submit(world, agency, { name: NAME, phone, email: someone().email });
  await withdrawMine(world, { token: await proven(world, email) });
  await world.settle();
  expect(await leadOf(world, agency, leadId)).toMatchObject({ state: 'WITHDRAWN' });
  const { history } = await cardOf(world, business, saleId);
  expect(history.nodes[0]).toMatchObject({ kind: 'CONSENT_WITHDRAWN' });
});
