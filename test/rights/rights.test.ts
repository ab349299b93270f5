import { askForMyData } from '../../server/modules/rights/askForMyData';
import { proveMyContact } from '../../server/modules/rights/proveMyContact';
import { type UserError } from '../../server/platform/errors';
import { act } from '../accounts/flows';
import { clientKey, createWorld, logIn, type Actor, type World } from '../kit/world';
import { caughtFor } from '../leads/confirming';
import { fillAndSend, formOf } from '../leads/hostedForms';
import { acceptedLead, daysAgo, submit } from '../leads/submitting';
import { wav } from '../recordings/sounds';
import { bought, cardOf, correct, codeFor, e164, erase, myData, proven, rows, someone } from './person';

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

const SIGNALS = `query ($id: ID!) { lead(id: $id) { state signals { code } } }`;

describe('who asks what is held', () => {
  test('S16: gets the same answer, and a code, whether or not anybody is known', async () => {
    const known = someone();
    await acceptedLead(world, agency, known);
    const stranger = someone();
    const answers = [];
    for (const contact of [known.email, stranger.email, e164(known.phone), e164(stranger.phone)]) {
      answers.push(await act(world, null, 'askForMyData', { contact }, 'minutes'));
      expect(await codeFor(world, contact)).toMatch(/^\d{6}$/);
    }
    expect(answers).toEqual(Array(4).fill({ __typename: 'AskForMyDataPayload', minutes: 10 }));
    const { commands: forKnown } = await world.countCommands(() =>
      act(world, null, 'askForMyData', { contact: known.email }),
    );
    const { commands: forStranger } = await world.countCommands(() =>
      act(world, null, 'askForMyData', { contact: stranger.email }),
    );
    expect(forKnown).toEqual(forStranger);
    expect(await myData(world, await proven(world, someone().email))).toMatchObject({ requests: [] });
  });

  test('is written to in the language of the page, and reads the niche in it; in English where it is not spoken', async () => {
    const { email, phone } = someone();
    await acceptedLead(world, agency, { email, phone });
    const { challengeId } = await act(world, null, 'askForMyData', { contact: email, language: 'hu' }, 'challengeId');
    const [letter] = await caughtFor(world, email);
    expect(letter!.subject).toBe('Kód, amellyel megnézheti, mit tárolunk Önről');
    const code = /\d{6}/.exec(letter!.text)![0];
    const { token } = await act(world, null, 'proveMyContact', { challengeId, code }, 'token');
    const read =
      'query ($token: String!, $language: String) { myData(token: $token) { requests { niche(language: $language) } } }';
    for (const [language, niche] of [
      ['hu', 'Gépjármű-biztosítás'],
      ['fr', 'Motor insurance'],
      [null, 'Motor insurance'],
    ])
      expect((await world.ask(null, read, { token, language })).requests).toEqual([{ niche }]);
    await act(world, null, 'askForMyData', { contact: e164(phone), language: 'sw' });
    expect((await caughtFor(world, e164(phone)))[0]!.text).toMatch(/^\d{6} ni msimbo wako/);
    const { receipt } = await erase(world, token);
    expect((await caughtFor(world, email))[0]!.subject).toBe(`Az adatait töröltük: ${receipt.number} számú igazolás`);
  });

  test('proves it by the code, in five tries and ten minutes; what is no contact is refused', async () => {
    for (const contact of ['', 'nobody', '0712345678', 'a@b', `${'x'.repeat(400)}@example.com`])
      expect(await act(world, null, 'askForMyData', { contact })).toMatchObject({ __typename: 'InvalidInput' });
    for (const contact of [
      'a@example.com,b@example.com',
      'a@example.com b@example.com',
      '+254712345678; a@example.com',
    ])
      expect(await act(world, null, 'askForMyData', { contact })).toMatchObject({
        __typename: 'InvalidInput',
        message: expect.stringMatching(/^Give one phone number or one address/),
        path: ['contact'],
      });
    for (const contact of ['+44 20 7946 0000', '+49 30 23125 123', '+36 1 234 5678'])
      expect(await act(world, null, 'askForMyData', { contact })).toMatchObject({
        __typename: 'InvalidInput',
        // Who left nothing else has another way.
        message: expect.stringMatching(/takes no text messages.*If you left this phone alone, turn to/),
        path: ['contact'],
      });
    // In North America a number does not tell whether it is one.
    expect(await act(world, null, 'askForMyData', { contact: '+1 202 555 0143' })).toMatchObject({
      __typename: 'AskForMyDataPayload',
    });
    const { email } = someone();
    const { challengeId } = await act(world, null, 'askForMyData', { contact: email }, 'challengeId');
    const code = await codeFor(world, email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(
      Array.from({ length: 9 }, () => act(world, null, 'proveMyContact', { challengeId, code: wrong })),
    );
    expect(new Set(tries.map(({ __typename }) => __typename))).toEqual(new Set(['WrongCode']));
    expect(tries.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'This is not the code that was sent. Look at it again: 4 tries are left.',
        'This is not the code that was sent. Look at it again: one try is left.',
        'This code is no longer good. Ask for another one.',
      ]),
    );
    expect(await act(world, null, 'proveMyContact', { challengeId, code })).toMatchObject({ __typename: 'WrongCode' });
    for (const token of ['', 'x', 'x.y', 'ü.ü']) expect(await myData(world, token)).toBeNull();
    const token = await proven(world, email);
    await later('31m');
    expect(await myData(world, token)).toBeNull();
    expect(await erase(world, token)).toMatchObject({ __typename: 'SessionOver' });
  });
});

describe('who asks for another’s contact', () => {
  const from = (ip: string, contact: string) =>
    askForMyData({ contact }, ip).catch((error: UserError) => error.typename);
  const guess = (challengeId: string, code: string, ip: string) =>
    proveMyContact({ challengeId, code }, ip).catch((error: UserError) => error.typename);

  test('uses up their own asks and tries, and not those of the person, who is sent a code and let in', async () => {
    const { email: contact } = someone();
    const [robber, home] = ['198.51.100.7', '203.0.113.9'];
    for (let ask = 0; ask < 6; ask += 1) {
      const asked = await from(robber, contact);
      // That nothing is sent is said, of whomever it is.
      if (ask === 5) expect(asked).toBe('TooManyRequests');
      else {
        const { challengeId } = asked as { challengeId: string };
        // Blanks are no code, and cost a try.
        for (let wrong = 0; wrong < 6; wrong += 1) expect(await guess(challengeId, ' ', robber)).toBe('WrongCode');
      }
    }
    // What was sent to the robber is there before: of one moment, the latest code could be another one's.
    await world.settle();
    const { challengeId } = (await from(home, contact)) as { challengeId: string };
    expect(await guess(challengeId, await codeFor(world, contact), home)).toMatchObject({ token: expect.any(String) });
    // What more is asked for in the day, from wherever, has a code that nobody guesses.
    const again = (await from(home, contact)) as { challengeId: string };
    const long = await codeFor(world, contact);
    expect(long).toMatch(/^\d{9}$/);
    expect(await guess(again.challengeId, long, home)).toMatchObject({ token: expect.any(String) });
    // A mailbox bears so many, from however many networks.
    const crowd: unknown[] = [];
    for (let ask = 0; ask < 15; ask += 1) crowd.push(await from(`192.0.2.${ask}`, contact));
    expect(crowd.filter((answer) => answer === 'TooManyRequests')).toHaveLength(2);
  });
});

describe('the right code given again', () => {
  const prove = (input: object) => act(world, null, 'proveMyContact', input, 'token');
  const asked = async (contact: string) => {
    const { challengeId } = await act(world, null, 'askForMyData', { contact }, 'challengeId');
    return { challengeId: challengeId as string, code: await codeFor(world, contact) };
  };

  test('opens the same half hour, also after the last try, for as long as the code is good and nothing is erased', async () => {
    const { email } = someone();
    await acceptedLead(world, agency, { email });
    const { challengeId, code } = await asked(email);
    const wrong = { challengeId, code: code === '123456' ? '654321' : '123456' };
    for (let tries = 0; tries < 4; tries += 1) expect(await prove(wrong)).toMatchObject({ __typename: 'WrongCode' });
    const { token: first } = await prove({ challengeId, code });
    await later('9m');
    const { token: second } = await prove({ challengeId, code, token: first });
    for (const token of [first, second])
      expect(await myData(world, token as string)).toMatchObject({ contacts: [{ value: email }], requests: [{}] });
    await later('2m');
    expect(await prove({ challengeId, code })).toMatchObject({ __typename: 'WrongCode' });
    await later('20m');
    for (const token of [first, second]) expect(await myData(world, token as string)).toBeNull();
    const next = await asked(email);
    expect(await erase(world, (await prove(next)).token as string)).toMatchObject({ receipt: {} });
    expect(await prove(next)).toMatchObject({ __typename: 'WrongCode' });
  });

  test('proves nothing to who asked for a code of their own, and guesses stay counted', async () => {
    const { email } = someone();
    const { code } = await asked(email);
    const theirs = await asked(email);
    expect(await prove({ challengeId: theirs.challengeId, code })).toMatchObject({ __typename: 'WrongCode' });
    expect(await prove(theirs)).toMatchObject({ token: expect.any(String) as string });
    const guess = { ...theirs, code: theirs.code === '123456' ? '654321' : '123456' };
    for (let tries = 0; tries < 5; tries += 1) expect(await prove(guess)).toMatchObject({ __typename: 'WrongCode' });
    expect(await prove(theirs)).toMatchObject({ __typename: 'WrongCode' });
  });

  test('at the same moment opens it to all, and an erasure has one receipt, however many ask', async () => {
    const { email, phone } = someone();
    await acceptedLead(world, agency, { email, phone });
    const given = await asked(email);
    const answers = await Promise.all(Array.from({ length: 3 }, () => prove(given)));
    const tokens = answers.map(({ token }) => token as string);
    for (const token of tokens) expect(await myData(world, token)).toMatchObject({ requests: [{}] });
    const receipts = await Promise.all(tokens.map((token) => erase(world, token)));
    receipts.push(await erase(world, tokens[0]!));
    expect(new Set(receipts.map(({ receipt }) => (receipt as { number: string }).number)).size).toBe(1);
    expect(receipts.map(({ receipt }) => receipt)).toEqual(Array(4).fill(expect.objectContaining({ requestCount: 1 })));
    for (const token of tokens) expect(await myData(world, token)).toBeNull();
  });
});

describe('S40: what is held and who received it', () => {
  test('includes the recorded calls, with their sound once the phone is proven', async () => {
    const { email, phone } = someone();
    const leadId = await acceptedLead(world, agency, { email, phone });
    const input = {
      leadId,
      caller: 'Jomo of the desk',
      asked: 'Whether insurers may call; she said yes.',
      calledAt: daysAgo(2),
      durationSeconds: 6,
      clientKey: clientKey(),
    };
    const announce = `mutation ($input: AnnounceRecordingInput!) { announceRecording(input: $input) {
      ... on AnnounceRecordingPayload { uploadAddress recording { id } } } }`;
    const { uploadAddress, recording } = await world.ask(agency, announce, { input });
    const sent = world.http.put(uploadAddress).set('authorization', `Bearer ${agency.accessToken}`);
    expect((await sent.set('content-type', 'application/octet-stream').send(wav())).status).toBe(200);
    const callsOf = async (token: string) => {
      const query = `query ($token: String!) { myData(token: $token) { requests {
        recordings { id durationSeconds caller asked address } } } }`;
      return (await world.ask(null, query, { token })).requests[0].recordings;
    };
    const hear = (token: string) =>
      world.http.get(`/api/my-data/recordings/${recording.id}`).buffer(true).set('authorization', `Bearer ${token}`);
    const byEmail = await proven(world, email);
    // Whose voice it is, an address does not tell.
    const masked = { id: recording.id, durationSeconds: 6, caller: null, asked: null, address: null };
    expect(await callsOf(byEmail)).toEqual([masked]);
    expect((await hear(byEmail)).status).toBe(404);
    const both = await proven(world, e164(phone), byEmail);
    const address = `/api/my-data/recordings/${recording.id}`;
    expect(await callsOf(both)).toEqual([{ ...masked, caller: input.caller, asked: input.asked, address }]);
    const heard = await hear(both);
    expect([heard.status, heard.headers['content-type'], heard.body.equals(wav())]).toEqual([200, 'audio/wav', true]);
    expect(await rows('disclosures').countDocuments({ leadId, reason: 'recorded call for the person' })).toBe(1);
    expect((await hear('nonsense')).status).toBe(401);
    const stranger = await proven(world, e164(someone().phone));
    expect((await hear(stranger)).status).toBe(404);
    const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${both}`);
    expect(file.body.requests[0].recordedCalls).toMatchObject([{ id: recording.id, asked: input.asked, address }]);
  });

  test('by a contact given beside another’s is what came with that, as of who is known to nobody', async () => {
    const { phone, leadId } = await bought(world, { agency, buyer: business }, { comment: 'unmistakable words' });
    const form = await formOf(world, agency, { nicheId: 'niche_home-insurance' });
    const viewOf = async (told: { email: string; phone: string }) => {
      await fillAndSend(world, form, { ...told, name: 'Wanjikũ Kamau' });
      await world.settle();
      const token = await proven(world, told.email);
      const [{ id, consent: _consent, contact, ...view }] = (await myData(world, token)).requests;
      const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${token}`);
      return {
        id,
        token,
        view: { ...view, name: contact.name, email: contact.email },
        text: JSON.stringify(file.body),
      };
    };
    const beside = await viewOf({ ...someone(), phone });
    const unknown = await viewOf(someone());
    expect(beside.id).toBe(leadId);
    // Nothing else is theirs to correct, so it is not answered as if it were done.
    expect(await correct(world, { token: beside.token, name: 'Somebody Else' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['requestId'],
    });
    expect({ ...beside.view, email: '' }).toEqual({ ...unknown.view, email: '' });
    expect(beside.view).toMatchObject({
      niche: 'Home insurance',
      agency: 'Baobab Media',
      soldTo: 0,
      name: 'Wanjikũ Kamau',
      email: expect.stringContaining('@'),
      recipients: [{ name: 'Baobab Media', kind: 'AGENCY', looks: 0 }],
    });
    for (const word of ['Motor', 'Savanna', 'unmistakable']) expect(beside.text).not.toContain(word);
  });

  test('includes the form, the pages and the tags by which the person came', async () => {
    const { email, phone } = someone();
    const form = await formOf(world, agency);
    const tags = { utm_source: 'google', utm_campaign: 'spring', referrer: 'https://search.example/' };
    expect((await fillAndSend(world, form, { email, phone, ...tags })).status).toBe(303);
    const token = await proven(world, email);
    const query = 'query ($token: String!) { myData(token: $token) { requests { cameFrom { label value } } } }';
    const [{ cameFrom }] = (await world.ask(null, query, { token })).requests;
    expect(cameFrom).toEqual(
      expect.arrayContaining([
        { label: 'Form', value: expect.stringMatching(new RegExp(`/f/${form}$`)) },
        { label: 'Page before', value: 'https://search.example/' },
        { label: 'utm_source', value: 'google' },
        { label: 'utm_campaign', value: 'spring' },
      ]),
    );
    const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${token}`);
    expect(file.body.requests[0].cameFrom).toMatchObject({ formId: form, utmCampaign: 'spring' });
  });

  test('is shown, and given as a file, with every agency, buyer and look', async () => {
    const { email, phone, leadId } = await bought(
      world,
      { agency, buyer: business },
      { comment: 'after five, please' },
    );
    const other = await world.agency({ name: 'Second Source' });
    await submit(world, other, { email, phone });
    const token = await proven(world, email);
    const held = await myData(world, token);
    expect(held.contacts).toEqual([{ channel: 'EMAIL', value: email }]);
    expect(held.requests).toMatchObject([
      {
        id: leadId,
        niche: 'Motor insurance',
        agency: 'Baobab Media',
        state: 'ACCEPTED',
        soldTo: 1,
        soldAtMost: 1,
        contact: { name: 'Wanjikũ Kamau', email, phone: `•••${e164(phone).slice(-3)}` },
        consent: {
          text: expect.stringContaining('I agree'),
          recipientNames: ['Baobab Media', expect.stringContaining('Motor insurance')],
        },
      },
    ]);
    expect(held.requests[0].contact.details).toContainEqual({ label: 'Comment', value: 'after five, please' });
    expect(held.requests[0].recipients).toEqual([
      { name: 'Baobab Media', kind: 'AGENCY', looks: 0 },
      { name: 'Second Source', kind: 'AGENCY', looks: 0 },
      { name: 'Savanna Cover', kind: 'BUYER', looks: expect.any(Number) },
    ]);
    expect(held.requests[0].recipients[2].looks).toBeGreaterThan(0);
    // With the phone proven too, nothing is masked.
    const both = await myData(world, await proven(world, e164(phone), token));
    expect(both.requests).toMatchObject([{ contact: { phone: e164(phone), email } }]);

    const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${token}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain('my-data.json');
    expect(file.body.requests[0]).toMatchObject({
      contact: { name: 'Wanjikũ Kamau', email },
      consent: { method: 'WEB_FORM' },
      recipients: [{ name: 'Baobab Media' }, { name: 'Second Source' }, { name: 'Savanna Cover', kind: 'BUYER' }],
    });
    const refused = await world.http.get('/api/my-data').set('authorization', 'Bearer nonsense');
    expect(refused.status).toBe(401);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(await rows('disclosures').countDocuments({ leadId, basis: 'SUBJECT' })).toBe(3);
  });
});

test('name and town are put right, on the card of the buyer too; the facts that it was sold by stay', async () => {
  const { email, leadId, saleId } = await bought(world, { agency, buyer: business });
  const token = await proven(world, email);
  expect(await correct(world, { token, requestId: leadId, name: 'asdfgh' })).toMatchObject({
    __typename: 'InvalidInput',
    path: ['name'],
  });
  // Real people bear such names, and whose contact it is was proven.
  for (const name of ['Mickey Mouse', 'James Bond', 'John Doe', 'Petőfi Sándor', 'Buzi Ferenc'])
    expect(await correct(world, { token, requestId: leadId, name })).toMatchObject({
      myData: { requests: [{ contact: { name } }] },
    });
  // What a form would be held for is noted; what is sold out is nothing to hold.
  const lead = await world.ask(agency, SIGNALS, { id: leadId });
  expect(lead).toMatchObject({ state: 'ACCEPTED', signals: expect.arrayContaining([{ code: 'NAME_JOKE' }]) });
  for (const name of ['No Consent Given Do Not Pay', 'Call 07911 222333 now', 'Please refund Grace'])
    expect(await correct(world, { token, requestId: leadId, name })).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringMatching(/^Give your name alone/),
      path: ['name'],
    });
  for (const name of ['https://spam.example', '+254 712 345678', '12345', 'n/a', '<b>x</b>', '{{name}}'])
    expect(await correct(world, { token, requestId: leadId, name })).toMatchObject({ __typename: 'InvalidInput' });
  const answer = await correct(world, { token, requestId: leadId, name: 'Grace Wambui', city: 'Mombasa' });
  expect(answer.myData.requests).toMatchObject([{ contact: { name: 'Grace Wambui' } }]);
  await world.settle();
  const card = await cardOf(world, business, saleId);
  expect(card.contact.name).toBe('Grace Wambui');
  expect(card.history.nodes.map(({ kind }: { kind: string }) => kind)).toContain('CONTACT_CORRECTED');
  expect((await caughtFor(world, business.email))[0]!.subject).toContain('corrected');
  expect(
    JSON.stringify(
      await rows('audit')
        .find({ subject: leadId } as object)
        .toArray(),
    ),
  ).not.toContain('Grace');
  const other = await proven(world, someone().email);
  expect(await correct(world, { token: other, requestId: leadId, name: 'Grace Wambui' })).toMatchObject({
    __typename: 'NotFound',
  });
});

test('a name reaches the requests that are its person’s alone, of those that share a phone', async () => {
  const { phone } = someone();
  const his = await acceptedLead(world, agency, { phone, email: someone().email, name: 'Peter Wekesa' });
  const hers = await submit(world, agency, { phone, email: someone().email, name: 'Paula Wekessa' });
  const token = await proven(world, e164(phone));
  const namesAfter = async (input: object) => {
    const { myData: held, ...refusal } = await correct(world, { token, ...input });
    const names = held?.requests.map(({ id, contact }: { id: string; contact: { name: string } }) => [
      id,
      contact.name,
    ]);
    return names ? Object.fromEntries(names) : refusal;
  };
  expect(await namesAfter({ name: 'Paula Wekesa' })).toEqual({
    [his]: 'Peter Wekesa',
    [hers.lead!.id]: 'Paula Wekesa',
  });
  expect(await namesAfter({ name: 'Grace Njeri' })).toMatchObject({ __typename: 'InvalidInput', path: ['requestId'] });
  expect(await namesAfter({ name: 'Pauline Njeri', requestId: hers.lead!.id })).toEqual({
    [his]: 'Peter Wekesa',
    [hers.lead!.id]: 'Pauline Njeri',
  });
  // As a form would be held for it.
  await namesAfter({ name: 'Mickey Mouse', requestId: his });
  expect(await world.ask(agency, SIGNALS, { id: his })).toEqual({
    state: 'QUARANTINED',
    signals: [{ code: 'NAME_JOKE' }],
  });
  // A sound one ends the doubt about the former, which stays to be read; a further doubtful one is noted anew.
  await namesAfter({ name: 'Peter Wekesa', requestId: his });
  expect(await world.ask(agency, SIGNALS, { id: his })).toEqual({
    state: 'ACCEPTED',
    signals: [{ code: 'NAME_JOKE' }],
  });
  for (const name of ['Donald Duck', 'Donald  Duck']) await namesAfter({ name, requestId: his });
  expect(await world.ask(agency, SIGNALS, { id: his })).toEqual({
    state: 'QUARANTINED',
    signals: [{ code: 'NAME_JOKE' }, { code: 'NAME_JOKE' }],
  });
});
