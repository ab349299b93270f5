import { act, rows } from '../accounts/flows';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import {
  CONSENT,
  COUNTS,
  fieldsIn,
  fillAndSend,
  formOf,
  GOES_TO,
  leadsOf,
  open,
  person,
  post,
  startForm,
  wrongAt,
} from './hostedForms';
import EN from '../../server/modules/leads/forms/page/words/en.json';

/** A hosted form: how an agency makes one, what its pages are, and how they refuse. */

let world: World;
let agency: Actor;
let form: string;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
  form = await formOf(world, agency);
});
afterAll(() => world.close());

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
      consentShown: expect.stringContaining(`${CONSENT}\n${GOES_TO}`),
      origins: ['https://www.example.com'],
      confirms: 'EMAIL',
      counts: { shown: 0, sent: 0, accepted: 0, quarantined: 0, duplicates: 0, rejected: 0 },
    });
    expect((await startForm(world, agency, asked)).form.id).toBe(made.form.id);
    const { nodes } = await world.ask(agency, '{ forms { nodes { id } } }');
    expect(nodes.filter(({ id }: { id: string }) => id === made.form.id)).toHaveLength(1);
  });

  test('names recipients whose names end in a stop without a second one, and the market’s page can be followed', async () => {
    const named = { recipients: ['Rift Insurers', 'Acme Zrt.'] };
    const made = await startForm(world, agency, { clientKey: clientKey(), ...named }, FIELDS);
    expect(made.form.consentShown).toContain('Your request goes to: Rift Insurers, Acme Zrt.\n');
    const { text } = await open(world, made.form.id);
    const [, address] = /you see at <a href="([^"]+\/me)" target="_blank" rel="noopener">\1<\/a>, where/.exec(text)!;
    expect(made.form.consentShown).toContain(`you see at ${address}, where`);
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
    expect(problems.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual([
      'consentText',
      'country',
      'language',
      'name',
      'nicheId',
      'origins',
      'recipients',
      'redirectUrl',
    ]);
    for (const [input, field] of [
      [{ nicheId: 'niche_none' }, 'nicheId'],
      [{ country: 'ZZ' }, 'country'],
      [{ redirectUrl: 'https://*.example.com/thanks' }, 'redirectUrl'],
      [{ regionId: 'region_GR' }, 'regionId'],
      [{ phone: 'LEFT_OUT', email: 'LEFT_OUT' }, 'phone'],
      [{ email: 'LEFT_OUT', confirms: 'BOTH' }, 'confirms'],
    ] as const)
      expect(await startForm(world, agency, input)).toMatchObject({ __typename: 'InvalidInput', path: [field] });
  });

  test.each(['https://*.com', 'https://*.co.uk', 'https://*.github.io', 'https://www.*.example.com', 'https://*'])(
    'lets no site show its form that is anybody’s: %s',
    async (site) => {
      const answer = await startForm(world, agency, { origins: [site] });
      expect(answer).toMatchObject({ __typename: 'InvalidInput', path: ['origins', '0'] });
    },
  );

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
    expect(await leadsOf(form)).toHaveLength(0);
  });

  test('each in the language of the form, or of the browser where there is none', async () => {
    const id = await formOf(world, agency, { language: 'el' });
    const at = (address: string) => world.http.post(address).set(FORM);
    const pages = [
      await at(`/f/${id}`).send(`name=${'x'.repeat(70_000)}`),
      await at(`/f/${id}`).send('name=100%'),
      await at(`/f/${id}`).set('content-type', 'application/json').send('{}'),
      await world.http.put(`/f/${id}`),
      await world.http.get('/f/form_01jd0000000000000000000000').set('accept-language', 'de, el-GR;q=0.8, en;q=0.5'),
    ];
    expect(pages.map(({ status }) => status)).toEqual([413, 400, 415, 405, 404]);
    for (const { text } of pages) {
      expect(text).toContain('lang="el');
      for (const words of Object.values(EN).filter((value) => value.length > 7)) expect(text).not.toContain(words);
    }
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

  test('an address that cannot be read, and a request of another kind, as pages', async () => {
    const unread = await world.http.get('/f/%00%ff');
    expect([unread.status, unread.type]).toEqual([404, 'text/html']);
    expect(unread.text).toContain('There is no such form');
    const id = await formOf(world, agency);
    for (const [method, page, allowed] of [
      ['put', '', 'GET, HEAD, POST'],
      ['delete', '', 'GET, HEAD, POST'],
      ['post', '/thanks', 'GET, HEAD'],
      ['get', '/check', 'POST'],
    ] as const) {
      const answer = await world.http[method](`/f/${id}${page}`);
      expect([answer.status, answer.type, answer.headers.allow]).toEqual([405, 'text/html', allowed]);
      expect(answer.text).toContain('does not take requests of this kind');
    }
    expect((await world.http.head(`/f/${id}`)).status).toBe(200);
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
      origins: ['https://cars.example', 'https://shop.example:8443', 'https://*.savanna-cover.co.ke'],
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
