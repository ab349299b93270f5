import { act, rows } from '../accounts/flows';
import * as acceptingRows from '../../server/modules/leads/acceptRows';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { CONSENT, fieldsIn, fillAndSend, formOf, open, person, post, startForm, wrongAt } from './hostedForms';

jest.mock('../../server/modules/leads/acceptRows', () => {
  const real = jest.requireActual<typeof acceptingRows>('../../server/modules/leads/acceptRows');
  return { ...real, acceptRows: jest.fn(real.acceptRows) };
});

const { acceptRows } = acceptingRows;

/** A hosted form: how an agency makes one, and what becomes of what people and robots send by it. */
jest.setTimeout(180_000);

let world: World;
let agency: Actor;
let form: string;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  form = await formOf(world, agency);
});
afterAll(() => world.close());
beforeEach(() => jest.mocked(acceptRows).mockClear());

/** What the checks were told of the sender of the last form. */
const originTold = () => jest.mocked(acceptRows).mock.lastCall![0][0]!.origin!;

const countsOf = async (id: string) =>
  (await world.ask(agency, `query ($id: ID!) { form(id: $id) { counts { ${COUNTS} } } }`, { id })).counts;
const COUNTS = 'shown sent accepted quarantined duplicates rejected';

const leadsOf = (id: string) => rows('leads').find({ 'source.formId': id }).sort({ submittedAt: 1 }).toArray();

/** The answer as its sender sees it, without what differs between any two. */
const seen = ({ status, headers, text }: { status: number; headers: Record<string, string>; text: string }) => ({
  status,
  location: headers.location?.replace(/form_\w+/, 'FORM'),
  text: text.replace(/form_\w+/, 'FORM'),
});

describe('an agency', () => {
  const FIELDS = `form { id name state closedBecause address scriptSnippet frameSnippet consentShown language phone email
    confirms origins redirectUrl niche { slug } region { code } counts { ${COUNTS} } }`;

  test('makes a form with its address and lines to paste; the same key makes it once', async () => {
    const key = clientKey();
    const asked = { clientKey: key, origins: ['https://www.example.com/landing?x=1'], confirms: 'EMAIL' };
    const made = await startForm(world, agency, asked, FIELDS);
    expect(made.form).toMatchObject({
      state: 'ACTIVE',
      closedBecause: null,
      address: expect.stringMatching(new RegExp(`/f/${made.form.id}$`)),
      scriptSnippet: expect.stringMatching(/^<script async src="[^"]+\/f\/assets\/embed\.js" data-form="form_/),
      frameSnippet: expect.stringContaining(`/f/${made.form.id}?embed=1"`),
      consentShown: `${CONSENT}\nYour request goes to: Savanna Cover, Rift Insurers.`,
      origins: ['https://www.example.com'],
      confirms: 'EMAIL',
      counts: { shown: 0, sent: 0, accepted: 0, quarantined: 0, duplicates: 0, rejected: 0 },
    });
    expect((await startForm(world, agency, asked)).form.id).toBe(made.form.id);
    const { nodes } = await world.ask(agency, '{ forms { nodes { id } } }');
    expect(nodes.filter(({ id }: { id: string }) => id === made.form.id)).toHaveLength(1);
  });

  test('is told every wrong setting at once', async () => {
    const wrong = {
      name: 'x',
      nicheId: 'niche_none',
      country: 'ZZ',
      consentText: 'I agree',
      recipients: [],
      language: 'no language',
      redirectUrl: 'javascript:alert(1)',
      origins: ['example.com'],
    };
    const { __typename, problems } = await act(
      world,
      agency,
      'startForm',
      { clientKey: clientKey(), heading: 'A form', ...wrong },
      '__typename } ... on InvalidInput { problems { path }',
    );
    expect(__typename).toBe('InvalidInput');
    expect(problems.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual(
      ['consentText', 'language', 'name', 'origins', 'recipients', 'redirectUrl'].sort(),
    );
    for (const [input, field] of [
      [{ nicheId: 'niche_none' }, 'nicheId'],
      [{ country: 'ZZ' }, 'country'],
      [{ regionId: 'region_GR' }, 'regionId'],
      [{ phone: 'LEFT_OUT', email: 'LEFT_OUT' }, 'phone'],
      [{ email: 'LEFT_OUT', confirms: 'BOTH' }, 'confirms'],
    ] as const)
      expect(await startForm(world, agency, input)).toMatchObject({ __typename: 'InvalidInput', path: [field] });
  });

  test('changes what it names and nothing else, and gives the redirect up by null', async () => {
    const id = await formOf(world, agency, { redirectUrl: 'https://example.com/thanks' });
    const changed = await act(
      world,
      agency,
      'changeForm',
      { formId: id, heading: 'Another heading' },
      'form { heading introduction redirectUrl }',
    );
    expect(changed.form).toEqual({
      heading: 'Another heading',
      introduction: 'Three offers within a day.',
      redirectUrl: 'https://example.com/thanks',
    });
    const bare = await act(world, agency, 'changeForm', { formId: id, redirectUrl: null }, 'form { redirectUrl }');
    expect(bare.form.redirectUrl).toBeNull();
    expect(await rows('audit').countDocuments({ subject: id, act: 'changeForm' })).toBe(2);
  });

  test('sees the page as it types, with nothing that sends', async () => {
    const html: string = await world.ask(agency, 'query ($i: FormPreviewInput!) { formPreview(input: $i) }', {
      i: { nicheId: 'niche_motor-insurance', heading: '<b>Cars</b>', recipients: ['Savanna Cover'], language: 'el' },
    });
    expect(html).toContain('&lt;b&gt;Cars&lt;/b&gt;');
    expect(html).toContain('Όνομα');
    expect(html).not.toMatch(/<script|action=|name="token"/);
  });

  test('another agency neither sees nor moves it', async () => {
    const other = await world.agency();
    expect(await world.ask(other, 'query ($id: ID!) { form(id: $id) { id } }', { id: form })).toBeNull();
    for (const [verb, input] of [
      ['changeForm', { name: 'Mine now' }],
      ['pauseForm', {}],
      ['resumeForm', {}],
    ] as const)
      expect(await act(world, other, verb, { formId: form, ...input })).toMatchObject({ __typename: 'NotFound' });
    const moderator = await world.admin('MODERATOR');
    expect(await world.ask(moderator, 'query ($id: ID!) { form(id: $id) { id } }', { id: form })).toEqual({ id: form });
  });
});

describe('a person', () => {
  const TAGS =
    '?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_content=120208123456789&gclid=secret&landing_page=https%3A%2F%2Fcars.example%2Foffer%3Femail%3Da%40b.example&referrer=https%3A%2F%2Fsearch.example%2F';

  test('fills the form; the lead has its facts, its consent as it was shown, and where the person came from', async () => {
    const id = await formOf(world, agency);
    const page = await open(world, id, TAGS);
    expect(page.status).toBe(200);
    const fields = fieldsIn(page.text);
    expect(fields).toMatchObject({ utm_campaign: 'spring', landing_page: 'https://cars.example/offer', homepage: '' });
    await world.clock.move('30s');
    const sent = { ...fields, ...person({ 'answer.vehicleYear': '2019', 'answer.isInsuredNow': 'yes' }) };
    const answer = await post(world, id, { ...sent, device: 'a'.repeat(32), filled_ms: '29000' });
    expect([answer.status, answer.headers.location]).toEqual([303, `/f/${id}/thanks`]);
    expect((await world.http.get(answer.headers.location!)).text).toContain('Your request has been sent.');
    expect(originTold()).toEqual({
      formId: id,
      ip: '127.0.0.1',
      userAgent: expect.any(String),
      deviceId: 'a'.repeat(32),
      fillMs: 29_000,
      tokenAgeMs: expect.any(Number),
      isTrapFilled: false,
    });
    expect(originTold().tokenAgeMs).toBeGreaterThanOrEqual(30_000);

    const [{ _id: leadId }] = (await leadsOf(id)) as [{ _id: string }];
    const lead = await world.ask(
      agency,
      `query ($id: ID!) { lead(id: $id) { state channel niche { slug } region { code } capturedAt
        consent { text page method hasIp } preview { answers { field { key } value { text } } }
        source { form { id name } utmSource utmMedium utmCampaign utmTerm utmContent referrer landingPage } } }`,
      { id: leadId },
    );
    expect(lead).toMatchObject({
      state: 'ACCEPTED',
      channel: 'CONTEXTUAL_AD',
      niche: { slug: 'motor-insurance' },
      region: { code: 'KE-30-nairobi' },
      capturedAt: expect.any(String),
      consent: {
        text: `${CONSENT}\nYour request goes to: Savanna Cover, Rift Insurers.`,
        page: expect.stringMatching(new RegExp(`/f/${id}$`)),
        method: 'WEB_FORM',
        hasIp: true,
      },
      source: {
        form: { id, name: 'Spring campaign' },
        utmSource: 'google',
        utmMedium: 'cpc',
        utmCampaign: 'spring',
        utmTerm: null,
        utmContent: '120208123456789',
        referrer: 'https://search.example/',
        landingPage: 'https://cars.example/offer',
      },
    });
    const keys = lead.preview.answers.map(({ field }: { field: { key: string } }) => field.key);
    expect(keys).toEqual(expect.arrayContaining(['vehicleYear', 'isInsuredNow']));
    expect(await countsOf(id)).toEqual({
      shown: 1,
      sent: 1,
      accepted: 1,
      quarantined: 0,
      duplicates: 0,
      rejected: 0,
    });
    const moderator = await world.admin('MODERATOR');
    const read = 'query ($id: ID!) { lead(id: $id) { source { utmCampaign } } }';
    expect((await world.ask(moderator, read, { id: leadId })).source).toEqual({ utmCampaign: 'spring' });
  });

  test('tags that carry the person are kept without her', async () => {
    const id = await formOf(world, agency);
    const { email, phone } = person() as { email: string; phone: string };
    const query = `?utm_term=${encodeURIComponent(email)}&utm_campaign=for_Kamau_spring&utm_source=${'x'.repeat(900)}&landing_page=${encodeURIComponent(`https://a.example/u/${email}/Kamau`)}`;
    await fillAndSend(world, id, { email, phone }, query);
    const [{ source }] = (await leadsOf(id)) as unknown as [{ source: Record<string, string> }];
    expect(source).toMatchObject({
      utmTerm: '•••',
      utmSource: 'x'.repeat(120),
      landingPage: 'https://a.example/u/•••/•••',
    });
    expect(JSON.stringify(source)).not.toContain('Kamau ');
  });

  test('without scripts nothing is known of the time and the device, and the lead is taken', async () => {
    const { text } = await open(world, form);
    await world.clock.move('5s');
    expect((await post(world, form, { ...fieldsIn(text), ...person() })).status).toBe(303);
    expect(originTold()).toMatchObject({ fillMs: null, deviceId: null });
  });

  test('is told at each field what is wrong, and finds everything as it was typed', async () => {
    const id = await formOf(world, agency, { email: 'REQUIRED', nicheId: 'niche_car-loan', language: 'en-GB' });
    const { text } = await open(world, id);
    const typed = {
      name: '  ',
      phone: '0712 34',
      email: 'wanjiku at mail',
      city: 'Naku"ru<',
      'answer.amount': 'plenty',
      'answer.employment': 'Retired',
    };
    const answer = await post(world, id, { ...fieldsIn(text), ...typed });
    expect(answer.status).toBe(422);
    expect(wrongAt(answer.text, 'name')).toBe('Give your name.');
    expect(wrongAt(answer.text, 'phone')).toMatch(/^This phone number cannot exist/);
    expect(wrongAt(answer.text, 'email')).toMatch(/^This is no e-mail address that can exist/);
    expect(wrongAt(answer.text, 'answer.amount')).toBe('Give a number.');
    expect(wrongAt(answer.text, 'consent')).toBe('The request can be sent only if you agree.');
    expect(answer.text).toMatch(/<html lang="en-GB"[^]*<title>Error: /);
    expect(answer.text).toContain('href="#answer.amount"');
    // The token is the same one: nothing was sent by it yet, and its age is that of the first showing.
    expect(fieldsIn(answer.text)).toMatchObject({ ...typed, token: fieldsIn(text).token });
    await world.clock.move('5s');
    const mended = { ...person(), 'answer.amount': '12,500', filled_ms: '60000' };
    expect((await post(world, id, { ...fieldsIn(answer.text), ...mended })).status).toBe(303);
    expect(originTold()).toMatchObject({ fillMs: 60_000, tokenAgeMs: expect.any(Number) });
  });

  test('gives one of phone and e-mail where neither is required', async () => {
    const id = await formOf(world, agency, { phone: 'OPTIONAL', email: 'OPTIONAL', city: 'LEFT_OUT' });
    const { text } = await open(world, id);
    expect(text).not.toContain('name="city"');
    const none = await post(world, id, { ...fieldsIn(text), ...person({ phone: '', email: '' }) });
    expect(wrongAt(none.text, 'phone')).toBe('Give your phone number or your e-mail address.');
    await world.clock.move('5s');
    expect((await post(world, id, { ...fieldsIn(none.text), ...person({ phone: '' }) })).status).toBe(303);
  });

  test('is offered the address that may be meant: takes it, or keeps what was written', async () => {
    const { text } = await open(world, form);
    const filled = { ...fieldsIn(text), ...person({ email: 'wanjiku.kamau@gmial.com' }) };
    const offered = await post(world, form, filled);
    expect(offered.status).toBe(422);
    expect(offered.text).toContain('Did you mean <b>wanjiku.kamau@gmail.com</b>?');
    expect(fieldsIn(offered.text).email).toBe('wanjiku.kamau@gmial.com');
    await world.clock.move('5s');
    const taken = { ...fieldsIn(offered.text), email_take: 'wanjiku.kamau@gmail.com' };
    expect((await post(world, form, taken)).status).toBe(303);
    const emailTold = () => jest.mocked(acceptRows).mock.lastCall![0][0]!.values.email;
    expect(emailTold()).toBe('wanjiku.kamau@gmail.com');

    const other = await post(world, form, { ...fieldsIn((await open(world, form)).text), ...filled, token: '' });
    expect((await post(world, form, fieldsIn(other.text))).status).toBe(303);
    expect(emailTold()).toBe('wanjiku.kamau@gmial.com');
    // Only what was offered can be taken.
    const forged = await post(world, form, {
      ...fieldsIn(other.text),
      email_offered: '',
      email_take: 'x@evil.example',
    });
    expect(fieldsIn(forged.text).email).toBe('wanjiku.kamau@gmial.com');
  });

  test.each([
    [{ email: 'a.kamau@gmial.com' }, { wrong: null, offer: 'a.kamau@gmail.com' }],
    [{ email: 'a.kamau@gmail.com' }, { wrong: null, offer: null }],
    [{ email: 'a.kamau' }, { wrong: expect.stringMatching(/e-mail/), offer: null }],
    [{ phone: '0712 34' }, { wrong: expect.stringMatching(/phone/), offer: null }],
    [{ phone: '0712 345 679' }, { wrong: null, offer: null }],
  ])('is told while typing: %j', async (typed, told) => {
    const answer = await world.http
      .post(`/f/${form}/check`)
      .type('form')
      .send(new URLSearchParams(typed as Record<string, string>).toString());
    expect(answer.body).toEqual(told);
  });

  test('is shown the consent anew when it changed while the page was open', async () => {
    const id = await formOf(world, agency);
    const before = fieldsIn((await open(world, id)).text);
    await act(world, agency, 'changeForm', { formId: id, recipients: ['Somebody Else'] });
    const filled = person();
    const again = await post(world, id, { ...before, ...filled });
    expect(again.status).toBe(422);
    expect(again.text).toContain('The text below has changed since you opened this page.');
    expect(fieldsIn(again.text)).toMatchObject({ name: filled.name, phone: filled.phone });
    expect(fieldsIn(again.text)).not.toHaveProperty('consent');
    expect(await leadsOf(id)).toHaveLength(0);
    await world.clock.move('5s');
    expect((await post(world, id, { ...fieldsIn(again.text), consent: 'yes' })).status).toBe(303);
    const [lead] = await leadsOf(id);
    const read = 'query ($id: ID!) { lead(id: $id) { consent { text } } }';
    expect((await world.ask(agency, read, { id: lead!._id })).consent.text).toMatch(/goes to: Somebody Else\.$/);
  });

  test('who names no city that is known is from the place that the form says', async () => {
    const id = await formOf(world, agency, { regionId: 'region_KE-30-nairobi' });
    for (const city of ['', 'Mombasa', 'Somewherebad']) await fillAndSend(world, id, { city });
    const places = (await leadsOf(id)).map(({ regionId }) => regionId as string);
    expect(places[0]).toMatch(/^region_KE-30/);
    expect(places[1]).toMatch(/mombasa$/);
    expect(places[2]).toMatch(/^region_KE-30/);
  });

  test('reads the form in the language of its texts, as far as the market has words', async () => {
    for (const [language, word] of [
      ['el', 'Όνομα'],
      ['sw', 'Jina'],
      ['hy', 'Անուն'],
      ['uz-Latn', 'Ism'],
      ['hu', 'Név'],
      ['ar', 'Name'],
    ] as const) {
      const { text } = await open(world, await formOf(world, agency, { language }));
      expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(text).toContain(`>${word} `);
    }
  });

  test('is asked to confirm by the channels that the form names, and told of it whatever became of the request', async () => {
    const id = await formOf(world, agency, { confirms: 'BOTH', email: 'REQUIRED' });
    const asked = () => rows('confirmations').countDocuments({ agencyId: agency.organisationId });
    const before = await asked();
    const { headers } = await fillAndSend(world, id);
    await world.settle();
    const [lead] = await leadsOf(id);
    const channels = await rows('confirmations').distinct('channel', { leadId: lead!._id });
    expect(channels.sort()).toEqual(['EMAIL', 'PHONE']);
    expect((await world.http.get(headers.location!)).text).toContain('You will get a message.');
    await fillAndSend(world, id, { name: 'http://spam.example' });
    await fillAndSend(world, form);
    await world.settle();
    expect(await asked()).toBe(before + 2);
    expect((await world.http.get(`/f/${form}/thanks`)).text).not.toContain('You will get a message.');
  });

  test('is led to the page that the agency names; within another page by the page around', async () => {
    const id = await formOf(world, agency, { redirectUrl: 'https://example.com/thank-you?from=form' });
    expect((await fillAndSend(world, id)).headers.location).toBe('https://example.com/thank-you?from=form');
    const framed = await fillAndSend(world, id, {}, '?embed=1');
    expect(framed.headers.location).toBe(`/f/${id}/thanks?embed=1`);
    const thanks = await world.http.get(framed.headers.location!);
    expect(thanks.text).toContain('<a href="https://example.com/thank-you?from=form" target="_top" data-go-on>');
  });
});

describe('a robot sees what a person sees', () => {
  let person1: ReturnType<typeof seen>;
  beforeAll(async () => {
    person1 = seen(await fillAndSend(world, form));
    expect(person1.status).toBe(303);
  });

  test.each<[string, (fields: Record<string, string>) => Promise<Record<string, string>>, object]>([
    ['the trap is filled', async () => ({ homepage: 'https://spam.example' }), { isTrapFilled: true }],
    ['there is no token', async () => ({ token: '' }), { tokenAgeMs: null }],
    ['the token is made up', async () => ({ token: 'abc.def' }), { tokenAgeMs: null }],
    [
      'the token was tampered with',
      async ({ token }) => ({ token: token!.replace(/^./, (first) => (first === 'm' ? 'n' : 'm')) }),
      { tokenAgeMs: null },
    ],
    [
      "the token is another form's",
      async () => ({ token: fieldsIn((await open(world, await formOf(world, agency))).text).token! }),
      { tokenAgeMs: null },
    ],
    ['the time to fill is nonsense', async () => ({ filled_ms: '-5' }), { fillMs: null }],
    ["the device's mark is nonsense", async () => ({ device: '<script>' }), { deviceId: null }],
  ])('when %s', async (_title, changed, told) => {
    const fields = fieldsIn((await open(world, form)).text);
    await world.clock.move('5s');
    const answer = await post(world, form, { ...fields, ...person(), ...(await changed(fields)) });
    expect(seen(answer)).toEqual(person1);
    expect(originTold()).toMatchObject(told);
  });

  test('when the token is younger than a person can be, or older than a day', async () => {
    const young = fieldsIn((await open(world, form)).text);
    expect(seen(await post(world, form, { ...young, ...person() }))).toEqual(person1);
    expect(originTold().tokenAgeMs).toBeLessThan(60_000);
    const old = fieldsIn((await open(world, form)).text);
    await world.clock.move('25h');
    agency = await logIn(world, agency);
    expect(seen(await post(world, form, { ...old, ...person() }))).toEqual(person1);
    expect(originTold().tokenAgeMs).toBeGreaterThan(24 * 3_600_000);
  });

  test('when the token is used again for somebody else, it counts as none', async () => {
    const fields = fieldsIn((await open(world, form)).text);
    await world.clock.move('5s');
    await post(world, form, { ...fields, ...person() });
    expect(seen(await post(world, form, { ...fields, ...person() }))).toEqual(person1);
    expect(originTold().tokenAgeMs).toBeNull();
  });

  test('when the person is known, or the lead is refused', async () => {
    const id = await formOf(world, agency);
    const same = person();
    const answers = [await fillAndSend(world, id, same), await fillAndSend(world, id, same)];
    answers.push(await fillAndSend(world, id, { name: 'http://spam.example' }));
    for (const answer of answers) expect(seen(answer)).toEqual(person1);
    expect(await countsOf(id)).toMatchObject({ sent: 3, duplicates: 1, rejected: 1 });
  });
});

describe('nothing is stored twice', () => {
  test('what is sent again by the same token is thanked for and left', async () => {
    const id = await formOf(world, agency);
    const fields = { ...fieldsIn((await open(world, id)).text), ...person() };
    await world.clock.move('5s');
    const touches = () => rows('lead_touches').countDocuments({ agencyId: agency.organisationId });
    const before = await touches();
    for (let time = 0; time < 3; time++) expect((await post(world, id, fields)).status).toBe(303);
    expect(await leadsOf(id)).toHaveLength(1);
    expect(await touches()).toBe(before);
    expect(await countsOf(id)).toMatchObject({ sent: 1 });
  });
  test.each([
    ['with its token', {}],
    ['without one', { token: '' }],
  ])('ten posts at once of one person %s are one lead', async (_title, more) => {
    const id = await formOf(world, agency);
    const fields = { ...fieldsIn((await open(world, id)).text), ...person(), ...more };
    await world.clock.move('5s');
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(world, id, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
    expect(await leadsOf(id)).toHaveLength(1);
    expect(await countsOf(id)).toMatchObject({ sent: 1 });
  });
});

describe('what cannot be read or taken is told on a plain page', () => {
  const raw = (body: string | Buffer, headers: Record<string, string>) =>
    world.http
      .post(`/f/${form}`)
      .set(headers)
      .serialize((sent: unknown) => sent as string)
      .send(body as string);
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['too large', `name=${'x'.repeat(70_000)}`, FORM, 413],
    ['of too many fields', 'a=1&'.repeat(400), FORM, 413],
    ['JSON', '{"name":"Wanjikũ"}', { 'content-type': 'application/json' }, 415],
    ['a file form', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['in another encoding', 'name=a', { 'content-type': `${FORM['content-type']}; charset=iso-8859-1` }, 415],
    ['packed', 'name=a', { ...FORM, 'content-encoding': 'gzip' }, 415],
    ['no UTF-8', Buffer.from('name=Wanjik\xfb', 'latin1'), FORM, 415],
    ['no UTF-8 in percent', 'name=Wanjik%FB', FORM, 400],
    ['broken percent', 'name=100%', FORM, 400],
  ])('%s', async (_title, body, headers, status) => {
    const answer = await raw(body, headers);
    expect([answer.status, answer.type]).toEqual([status, 'text/html']);
    expect(answer.text).toContain('<h1 dir="auto">This could not be read</h1>');
    expect(jest.mocked(acceptRows)).not.toHaveBeenCalled();
  });

  test('nothing at all is told at the fields', async () => {
    const answer = await raw('', FORM);
    expect(answer.status).toBe(422);
    expect(wrongAt(answer.text, 'name')).toBe('Give your name.');
  });

  test('a form that is not there, in any method', async () => {
    for (const id of ['form_01jd0000000000000000000000', '%24ne', 'x'.repeat(500)]) {
      const page = await open(world, id);
      expect([page.status, page.type]).toEqual([404, 'text/html']);
      expect(page.text).toContain('There is no such form');
      expect((await post(world, id, person())).status).toBe(404);
    }
  });

  test('a form that is paused, until it is resumed', async () => {
    const id = await formOf(world, agency);
    const fields = fieldsIn((await open(world, id)).text);
    const paused = await act(world, agency, 'pauseForm', { formId: id }, 'form { state closedBecause }');
    expect(paused.form).toEqual({ state: 'PAUSED', closedBecause: 'PAUSED' });
    expect(await act(world, agency, 'pauseForm', { formId: id })).toMatchObject({ __typename: 'Conflict' });
    expect((await open(world, id)).status).toBe(410);
    const sent = await post(world, id, { ...fields, ...person() });
    expect(sent.status).toBe(410);
    expect(sent.text).toContain('This form is closed');
    expect(await leadsOf(id)).toHaveLength(0);
    await act(world, agency, 'resumeForm', { formId: id });
    expect((await open(world, id)).status).toBe(200);
  });

  test('a form of an agency that is not approved', async () => {
    const pending = await world.agency({ isApproved: false });
    const id = await formOf(world, pending);
    expect((await open(world, id)).status).toBe(410);
    const { closedBecause } = await world.ask(pending, 'query ($id: ID!) { form(id: $id) { closedBecause } }', { id });
    expect(closedBecause).toBe('AGENCY');
  });

  test('who sends very many is asked to try later, and by another form is taken', async () => {
    const id = await formOf(world, agency);
    const statuses = [];
    for (let time = 0; time <= 60; time++) statuses.push((await post(world, id, {})).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(422));
    const last = await post(world, id, {});
    expect([last.status, last.type]).toEqual([429, 'text/html']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.text).toContain('Please try again later');
    expect((await fillAndSend(world, form)).status).toBe(303);
  });
});

describe('headers', () => {
  test('only the sites of the form may show it, and nothing is loaded from elsewhere', async () => {
    const id = await formOf(world, agency, {
      origins: ['https://cars.example', 'https://shop.example:8443'],
      redirectUrl: 'https://thanks.example/page',
    });
    const { headers, text } = await open(world, id);
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
    expect(policy).toContain("form-action 'self' https://thanks.example");
    expect(policy).toContain("frame-ancestors 'self' https://cars.example https://shop.example:8443");
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(text).not.toMatch(/ (?:on\w+|style)="/);
    expect((await open(world, form)).headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/);
  });

  test('what an agency typed stands in the page as text', async () => {
    const hostile = '"><script>alert(1)</script>';
    const id = await formOf(world, agency, {
      heading: `Cars ${hostile}`,
      recipients: [`Savanna ${hostile}`],
      buttonText: hostile,
    });
    const { text } = await open(world, id, `?utm_source=${encodeURIComponent(hostile)}`);
    expect(text).not.toContain('<script>alert');
    expect((await post(world, id, { ...fieldsIn(text), name: hostile })).text).not.toContain('<script>alert');
  });

  test("the script that shows a form may be loaded by any site's page", async () => {
    const { status, headers } = await world.http.get('/f/assets/embed.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': expect.stringContaining('text/javascript'),
    });
  });
});
