import { Webhook } from 'standardwebhooks';
import { sendDue } from '../../server/modules/webhooks/send';
import { now } from '../../server/platform/clock';
import { setHostNames } from '../../server/platform/hostNames';
import mongoose from '../../server/platform/mongoose';
import { act } from '../accounts/flows';
import { createWorld, logIn, type Actor, type World } from '../kit/world';
import { soldLead } from '../kit/trading';
import { caughtFor, deny, linkFor } from '../leads/confirming';
import { bought, correct, erase, proven, someone, withdrawMine } from '../rights/person';
import { ALL, added, deliveriesOf, ENDPOINT, type Receiver, send, signaturesOf, startReceiver } from './receiver';

let world: World;
let agency: Actor;
let business: Actor;
const receivers: Receiver[] = [];
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  business = await world.business({ name: 'Savanna Cover', funds: '9000.00' });
});
afterAll(async () => {
  setHostNames(async () => null);
  await Promise.all(receivers.map((receiver) => receiver.stop()));
  await world.close();
});

// A business has few addresses, and what one test left would be sent in the next.
afterEach(async () => {
  for (const { id } of await world.ask<{ id: string }[]>(business, '{ webhookEndpoints { id } }'))
    await act(world, business, 'removeWebhookEndpoint', { endpointId: id }, 'removedId');
});

async function receiver(): Promise<Receiver> {
  const started = await startReceiver();
  receivers.push(started);
  return started;
}

async function later(span: string): Promise<void> {
  await world.clock.move(span);
  for (const actor of [agency, business]) Object.assign(actor, await logIn(world, actor));
}

const test_ = (id: string) => act(world, business, 'sendTestWebhook', { endpointId: id }, 'delivery { id state }');
const change = (id: string, input: object) =>
  act(world, business, 'changeWebhookEndpoint', { endpointId: id, ...input }, `endpoint { ${ENDPOINT} }`);

describe('what happened to the person of a sold lead', () => {
  test('is told to every program of every buyer, signed, once, and without who that is', async () => {
    const other = await world.business({ name: 'Rift Insurance', funds: '900.00' });
    const [crm, mailing, theirs] = [await receiver(), await receiver(), await receiver()];
    const [first, second, third] = [
      await added(world, business, crm.url),
      await added(world, business, mailing.url, ['CONTACT_ERASED']),
      await added(world, other, theirs.url),
    ];
    const mine = await bought(world, { agency, buyer: business }, { name: 'Wanjikũ Kamau' });
    const sold = await bought(world, { agency, buyer: other }, { name: 'Wanjikũ Kamau' });
    for (const { email } of [mine, sold]) {
      const token = await proven(world, email);
      expect(await erase(world, token)).toMatchObject({ receipt: { requestCount: 1 } });
    }
    expect(await send(world)).toBe(3);
    expect(await send(world)).toBe(0);
    const toldOf = ({ saleId, leadId }: { saleId: string; leadId: string }) => {
      const cardId = saleId.replace('sale_', 'card_');
      const card = expect.stringMatching(new RegExp(`^http.*/cards/${cardId}$`)) as string;
      const data = { saleId, cardId, leadId, niche: 'motor-insurance', card, because: 'PERSON' };
      return { type: 'contact.erased', timestamp: expect.any(String) as string, data };
    };
    for (const [{ got }, { secret }, sale] of [
      [crm, first, mine],
      [mailing, second, mine],
      [theirs, third, sold],
    ] as const) {
      expect(got).toHaveLength(1);
      const [{ headers, body }] = got as [Receiver['got'][number]];
      // As a program does that has never heard of this market.
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(toldOf(sale));
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      for (const word of ['Kamau', 'Wanjik', sale.email, sale.phone.replace(/\D/g, '').slice(-6)])
        expect(body).not.toContain(word);
    }
    const [delivery] = await deliveriesOf(world, business, first.id);
    expect(delivery).toMatchObject({
      id: crm.got[0]!.headers['webhook-id'],
      type: 'CONTACT_ERASED',
      state: 'DELIVERED',
      nextAttemptAt: null,
      body: crm.got[0]!.body,
      attempts: [{ status: 200, fault: null }],
    });
    expect(await deliveriesOf(world, business, third.id)).toEqual([]);
  });

  test('is told when it is denied, withdrawn, corrected, and when its time is over', async () => {
    const program = await receiver();
    await added(world, business, program.url);
    const person = someone();
    const sale = await soldLead(world, { agency, buyer: business }, { ...person, name: 'Achieng Otieno' });
    await deny(world, await linkFor(world, agency, sale.leadId, person.email));
    const corrected = await bought(world, { agency, buyer: business });
    const token = await proven(world, corrected.email);
    await correct(world, { token, requestId: corrected.leadId, name: 'Achieng Odhiambo' });
    await send(world);
    await withdrawMine(world, { token, requestId: corrected.leadId });
    await send(world);
    const old = await bought(world, { agency, buyer: business }, { nicheId: 'niche_home-services' });
    const admin = await world.admin();
    await act(world, admin, 'changeNiche', { nicheId: 'niche_home-services', retentionDays: 60 });
    await later('61d');
    await world.runJob('leads.eraseOldContacts');
    await send(world);
    expect(JSON.parse(program.got.at(-1)!.body)).toMatchObject({ data: { saleId: old.saleId, because: 'RETENTION' } });
    expect(program.got.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort()).toEqual([
      'consent.withdrawn',
      'contact.corrected',
      'contact.erased',
      'request.denied',
    ]);
    expect(JSON.stringify(program.got)).not.toContain('Odhiambo');
    expect(await send(world)).toBe(0);
  });
});

test('a message that is not taken is tried again with the same id for 72 hours, then given up with one letter a day', async () => {
  const program = await receiver();
  program.answers(503);
  const { id, secret } = await added(world, business, program.url);
  await test_(id);
  const waits: number[] = [];
  for (let tries = 1; ; tries++) {
    expect(await send(world)).toBeGreaterThan(0);
    const [waiting] = await deliveriesOf(world, business, id);
    expect(waiting).toMatchObject({ state: 'PENDING' });
    const wait = new Date(waiting!.nextAttemptAt!).getTime() - now().getTime();
    waits.push(wait);
    if (tries === 12) break;
    await later(`${Math.ceil(wait / 1000) + 1}s`);
  }
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(waits[0]).toBeLessThanOrEqual(10_000);
  expect(hours).toBeGreaterThan(70);
  expect(hours).toBeLessThan(74);
  await test_(id);
  await later('15h');
  while ((await send(world)) > 0);
  const failed = await deliveriesOf(world, business, id);
  expect(failed).toMatchObject([{ state: 'PENDING' }, { state: 'FAILED', nextAttemptAt: null }]);
  expect(failed[1]!.attempts).toHaveLength(13);
  expect(failed[1]!.attempts[0]).toMatchObject({ status: 503, fault: 'REFUSED' });
  const letters = (await caughtFor(world, business.email)).filter(({ subject }) => subject?.startsWith('Webhooks'));
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain('/organisation/webhooks');
  // Sent again it arrives, under the id that the program may know.
  program.answers(204);
  program.got.length = 0;
  const again = () =>
    act(world, business, 'sendWebhookAgain', { deliveryId: failed[1]!.id }, 'delivery { state nextAttemptAt }');
  expect(await again()).toMatchObject({ delivery: { state: 'PENDING' } });
  expect(await again()).toMatchObject({ __typename: 'Conflict' });
  expect(await send(world)).toBe(1);
  expect(program.got[0]!.headers).toMatchObject({
    'webhook-id': failed[1]!.id,
    'webhook-signature': signaturesOf(program.got[0]!, secret),
  });
  expect(await deliveriesOf(world, business, id, { state: 'DELIVERED' })).toMatchObject([{ id: failed[1]!.id }]);
});

test('an address that is gone is paused; what waits is sent once it goes on', async () => {
  const program = await receiver();
  program.answers(410);
  const { id } = await added(world, business, program.url);
  await test_(id);
  expect(await send(world)).toBe(1);
  expect(await world.ask(business, `{ webhookEndpoints { ${ENDPOINT} } }`)).toMatchObject([{ id, state: 'GONE' }]);
  expect(await test_(id)).toMatchObject({ __typename: 'Conflict' });
  const letters = await caughtFor(world, business.email);
  expect(letters.filter(({ text }) => text.includes('410 (gone)'))).toHaveLength(1);
  const person = await bought(world, { agency, buyer: business });
  await erase(world, await proven(world, person.email));
  expect(await send(world)).toBe(0);
  program.answers(200);
  expect(await change(id, { isPaused: false })).toMatchObject({ endpoint: { state: 'ACTIVE' } });
  expect(await send(world)).toBe(1);
  expect(program.got.at(-1)!.body).toContain(person.saleId);
});

test('redirects are not followed; who keeps silent is not waited for by others', async () => {
  const [leading, silent, quick, trap] = [await receiver(), await receiver(), await receiver(), await receiver()];
  leading.answers(307, { location: trap.url });
  silent.answers(0);
  const ids = await Promise.all([leading, silent, quick].map(({ url }) => added(world, business, url)));
  for (const { id } of ids) await test_(id);
  for (const { id } of ids) await test_(id);
  await send(world);
  const sent = await Promise.all(ids.map(async ({ id }) => (await deliveriesOf(world, business, id)).reverse()));
  expect(sent.map(([first]) => first)).toMatchObject([
    { attempts: [{ status: 307, fault: 'REFUSED' }] },
    { attempts: [{ status: null, fault: 'TIMED_OUT' }] },
    { attempts: [{ status: 200 }] },
  ]);
  // The second message to whoever failed waits a little; the others' is there.
  expect([leading, silent, quick, trap].map(({ got }) => got.length)).toEqual([1, 1, 2, 0]);
});

test('an address that fails holds nobody up, however much waits for it, and gets what waited in its order', async () => {
  const [failing, quick] = [await receiver(), await receiver()];
  failing.answers(500);
  const [{ id }, other] = [await added(world, business, failing.url), await added(world, business, quick.url)];
  const { delivery } = await test_(id);
  const rows = mongoose.connection.collection<{ _id: string }>('webhook_deliveries');
  const { _id, ...row } = (await rows.findOne({ _id: delivery.id as string }))!;
  const more = Array.from({ length: 600 }, (_, i) => ({
    ...row,
    _id: `${_id}_${i}`,
    at: new Date(now().getTime() + i),
  }));
  await rows.insertMany(more);
  await later('1s');
  await test_(other.id);
  await send(world);
  await send(world);
  expect([failing, quick].map(({ got }) => got.length)).toEqual([1, 1]);
  failing.answers(200);
  // On a slow machine an address with so much takes several turns.
  while (failing.got.length < 602) {
    await later('11s');
    await send(world);
  }
  const ids = failing.got.slice(1).map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(601);
  expect(ids.slice(0, 3)).toEqual([_id, `${_id}_0`, `${_id}_1`]);
});

test('nothing is sent where a name leads inside, also if it did not when it was given', async () => {
  const program = await receiver();
  setHostNames(async (host) => (host === 'hooks.savanna-cover.co.ke' ? ['93.184.216.34'] : null));
  const url = `https://hooks.savanna-cover.co.ke:${new URL(program.url).port}/in`;
  const { id } = await added(world, business, url);
  for (const inside of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1']) {
    setHostNames(async () => ['93.184.216.34', inside]);
    await test_(id);
    await send(world);
    const [sent] = await deliveriesOf(world, business, id);
    expect(sent!.attempts).toMatchObject([{ status: null, fault: 'LEADS_INSIDE' }]);
    expect(await change(id, { url })).toMatchObject({ __typename: 'InvalidInput', path: ['url'] });
  }
  setHostNames(async () => []);
  await test_(id);
  await send(world);
  expect((await deliveriesOf(world, business, id))[0]!.attempts).toMatchObject([{ fault: 'UNREACHABLE' }]);
  setHostNames(async () => null);
  expect(program.got).toEqual([]);
});

test('two that send at once send each message once; one that was being sent when its sender died comes again with its id', async () => {
  const program = await receiver();
  const { id } = await added(world, business, program.url);
  for (let i = 0; i < 8; i++) await test_(id);
  const at = now();
  const counts = await Promise.all([sendDue(at), sendDue(at), sendDue(at)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8);
  expect(new Set(program.got.map(({ headers }) => headers['webhook-id'])).size).toBe(8);
  expect(program.got).toHaveLength(8);
  const { delivery } = await test_(id);
  const rows = mongoose.connection.collection<{ _id: string }>('webhook_deliveries');
  // As it stands between the message and its note.
  const leased = { $set: { nextAt: new Date(now().getTime() + 60_000) }, $inc: { tries: 1 } };
  await rows.updateOne({ _id: delivery.id as string }, leased);
  expect(await send(world)).toBe(0);
  await later('61s');
  expect(await send(world)).toBe(1);
  expect(program.got.at(-1)!.headers['webhook-id']).toBe(delivery.id);
});

test('a secret is told once; the one before is good for a day more, or ends at once', async () => {
  const program = await receiver();
  const { id, secret } = await added(world, business, program.url);
  const renew = async (endsFormerAtOnce: boolean) =>
    act(world, business, 'renewWebhookSecret', { endpointId: id, endsFormerAtOnce }, `secret endpoint { ${ENDPOINT} }`);
  const signed = async () => {
    await test_(id);
    await send(world);
    return program.got.at(-1)!;
  };
  const second = (await renew(false)).secret as string;
  let message = await signed();
  expect(message.headers['webhook-signature']).toBe(signaturesOf(message, second, secret));
  const third = await renew(true);
  expect(third.endpoint).toMatchObject({ formerSecretUntil: null });
  message = await signed();
  expect(message.headers['webhook-signature']).toBe(signaturesOf(message, third.secret as string));
  const fourth = (await renew(false)).secret as string;
  await later('25h');
  message = await signed();
  expect(message.headers['webhook-signature']).toBe(signaturesOf(message, fourth));
  const stored = JSON.stringify(await mongoose.connection.collection('webhook_endpoints').find().toArray());
  for (const told of [secret, second, third.secret as string, fourth]) expect(stored).not.toContain(told.slice(6));
});

describe('bad input', () => {
  const add = (input: object) =>
    act(world, business, 'addWebhookEndpoint', {
      url: 'https://hooks.savanna-cover.co.ke/in',
      name: 'CRM',
      types: ALL,
      ...input,
    });

  test.each([
    ['http://hooks.savanna-cover.co.ke/in'],
    ['ftp://hooks.savanna-cover.co.ke/in'],
    ['hooks.savanna-cover.co.ke'],
    ['https://user:secret@hooks.savanna-cover.co.ke'],
    ['https://localhost/in'],
    ['https://10.0.0.1/in'],
    ['https://[::1]/in'],
    ['https://169.254.169.254/latest/meta-data'],
    ['http://192.168.0.10/in'],
    ['https://hooks.savanna-cover.co.ke:25/in'],
    [''],
  ])('the address %s is refused with words', async (url) => {
    expect(await add({ url })).toMatchObject({ __typename: 'InvalidInput', path: ['url'] });
  });

  test('an address over 2,000 characters is refused with words', async () => {
    const url = `https://hooks.savanna-cover.co.ke/${'a'.repeat(2000)}`;
    expect(await add({ url })).toMatchObject({ __typename: 'InvalidInput', path: ['url'] });
  });

  test.each(['', 'https://', 'https:/hooks', 'http://hooks.savanna-cover.co.ke/in', 'no address'])(
    'of the address %j it is said that it begins with https',
    async (url) => {
      const { message } = await add({ url });
      expect(message).toContain('https://');
      expect(message).not.toContain('http://');
    },
  );

  test('all that is wrong with what is given is told at once', async () => {
    const wrongIn = async (mutation: string, input: object) => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
      const answered = `answer: ${mutation}(input: $input) { ... on InvalidInput { problems { path } } }`;
      const { data } = await world.graphql(business, `mutation ($input: ${type}) { ${answered} }`, { input });
      return (data as { answer: { problems: { path: string[] }[] } }).answer.problems.map(({ path }) => path.join('.'));
    };
    const inside = { url: 'https://hooks.savanna-cover.co.ke/in', name: ' ', types: [] };
    const open = { ...inside, url: 'http://hooks.savanna-cover.co.ke/in' };
    const { id: endpointId } = await added(world, business, inside.url);
    setHostNames(async () => ['10.1.2.3']);
    for (const wrong of [open, inside]) {
      expect(await wrongIn('addWebhookEndpoint', wrong)).toEqual(['name', 'types', 'url']);
      expect(await wrongIn('changeWebhookEndpoint', { endpointId, ...wrong })).toEqual(['name', 'types', 'url']);
    }
    setHostNames(async () => null);
    expect(await wrongIn('changeWebhookEndpoint', { endpointId, name: '' })).toEqual(['name']);
  });

  test('no name, no types, a sixth address, another’s address and unknown ids are refused', async () => {
    expect(await add({ name: ' ' })).toMatchObject({ __typename: 'InvalidInput', path: ['name'] });
    expect(await add({ types: [] })).toMatchObject({ __typename: 'InvalidInput', path: ['types'] });
    const own = await world.ask(business, '{ webhookEndpoints { id } }');
    expect(own).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => add({ name: `CRM ${i}` })));
    expect(answers.filter(({ __typename }) => __typename === 'Conflict')).toHaveLength(3);
    const kept = await world.ask<{ id: string }[]>(business, '{ webhookEndpoints { id } }');
    expect(kept).toHaveLength(5);
    const stranger = await world.business({ name: 'Lake Cover' });
    for (const verb of ['changeWebhookEndpoint', 'renewWebhookSecret', 'removeWebhookEndpoint', 'sendTestWebhook'])
      expect(await act(world, stranger, verb, { endpointId: kept[0]!.id })).toMatchObject({ __typename: 'NotFound' });
    const { delivery } = await test_(kept[0]!.id);
    expect(await act(world, stranger, 'sendWebhookAgain', { deliveryId: delivery.id })).toMatchObject({
      __typename: 'NotFound',
    });
  });
});

test('each page of what was sent is read by an index, with as many commands for 50 messages as for 5', async () => {
  const program = await receiver();
  const { id } = await added(world, business, program.url);
  const commandsFor = async (first: number) =>
    (await world.countCommands(() => deliveriesOf(world, business, id, { first }))).commands.length;
  for (let i = 0; i < 50; i++) await test_(id);
  expect(await commandsFor(50)).toBe(await commandsFor(5));
  const rows = mongoose.connection.collection('webhook_deliveries');
  const planOf = async (filter: object, sort: Record<string, 1 | -1>) =>
    JSON.stringify((await rows.find(filter).sort(sort).explain()).queryPlanner);
  expect(await planOf({ endpointId: id }, { at: -1, _id: -1 })).toContain('"indexName":"endpointId_1_at_-1__id_-1"');
  expect(await planOf({ endpointId: id, state: 'FAILED' }, { at: -1, _id: -1 })).toContain(
    '"indexName":"endpointId_1_state_1_at_-1__id_-1"',
  );
  expect(await planOf({ state: 'PENDING', nextAt: { $lte: new Date() } }, { nextAt: 1 })).toContain(
    '"indexName":"pending"',
  );
});
