import { act, rows } from '../accounts/flows';
import * as acceptingRows from '../../server/modules/leads/accept/acceptRows';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
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
  wrongAt,
} from './hostedForms';

jest.mock('../../server/modules/leads/accept/acceptRows', () => {
  const real = jest.requireActual<typeof acceptingRows>('../../server/modules/leads/accept/acceptRows');
  return { ...real, acceptRows: jest.fn(real.acceptRows) };
});

const { acceptRows } = acceptingRows;

/** What becomes of what people and robots send by a hosted form. */

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

/** The answer as its sender sees it, without what differs between any two. */
const seen = ({ status, headers, text }: { status: number; headers: Record<string, string>; text: string }) => ({
  status,
  location: headers.location?.replace(/form_\w+/, 'FORM'),
  text: text.replace(/form_\w+/, 'FORM'),
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
        consent { text namedRecipients page method hasIp } preview { answers { field { key } value { text } } }
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
        text: expect.stringMatching(`${CONSENT}\n${GOES_TO}http.*/me, where you can also take your consent back.`),
        namedRecipients: ['Savanna Cover', 'Rift Insurers'],
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
    [{ email: 'johngmail.com' }, { wrong: null, offer: 'john@gmail.com' }],
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

  test.each(['no', 'off', '', 'false', 'on', 'yes '])(
    'has agreed by the form’s own value alone: %j',
    async (consent) => {
      const answer = await post(world, form, { ...fieldsIn((await open(world, form)).text), ...person(), consent });
      expect([answer.status, wrongAt(answer.text, 'consent')]).toEqual([
        422,
        'The request can be sent only if you agree.',
      ]);
      expect(answer.text).not.toMatch(/id="consent"[^>]* checked/);
    },
  );

  test('leaves a name as people see it, without what controls or turns it around', async () => {
    const id = await formOf(world, agency);
    expect((await fillAndSend(world, id, { name: 'Nafula\u0000 \u202EBarasa\u202C' })).status).toBe(303);
    const [lead] = await leadsOf(id);
    const read = 'query ($id: ID!) { agencyLeadContact(leadId: $id) { name } }';
    expect((await world.ask(agency, read, { id: lead!._id })).name).toBe('Nafula Barasa');
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
    expect((await world.ask(agency, read, { id: lead!._id })).consent.text).toMatch(/goes to: Somebody Else\.\n/);
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
    expect((await world.http.get(headers.location!)).text).toContain('You may get a message');
    await fillAndSend(world, id, { name: 'http://spam.example' });
    await fillAndSend(world, form);
    await world.settle();
    expect(await asked()).toBe(before + 2);
    expect((await world.http.get(`/f/${form}/thanks`)).text).not.toContain('You may get a message');
  });

  test('is asked again who sends the form again without having answered, but not at once', async () => {
    const id = await formOf(world, agency, { confirms: 'EMAIL', email: 'REQUIRED' });
    const who = person();
    const asked = async (): Promise<number> => {
      await world.settle();
      const [lead] = await leadsOf(id);
      return rows('confirmations').countDocuments({ leadId: lead!._id });
    };
    await fillAndSend(world, id, who);
    expect(await asked()).toBe(1);
    await fillAndSend(world, id, who);
    expect(await asked()).toBe(1);
    await world.clock.move('11m');
    await fillAndSend(world, id, who);
    expect(await asked()).toBe(2);
    Object.assign(agency, await logIn(world, agency));
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

describe('no message goes to whoever a program names', () => {
  const confirmationsOf = async (id: string) => {
    await world.settle();
    const [lead] = await leadsOf(id);
    const channels: string[] = await rows('confirmations').distinct('channel', { leadId: lead!._id });
    return { leadId: String(lead!._id), state: lead!.state as string, channels: channels.sort() };
  };

  test.each<[string, string, () => Promise<Record<string, string>>]>([
    ['the trap is filled', '5s', async () => ({ homepage: 'https://spam.example' })],
    ['the token is made up', '5s', async () => ({ token: 'abc.def' })],
    [
      'the token is another form’s',
      '5s',
      async () => ({ token: fieldsIn((await open(world, await formOf(world, agency))).text).token! }),
    ],
    ['the form was filled in no time', '1s', async () => ({ filled_ms: '0' })],
  ])('when %s; it goes out when a moderator releases the lead', async (_title, takes, changed) => {
    const id = await formOf(world, agency, { confirms: 'BOTH', email: 'REQUIRED' });
    const fields = fieldsIn((await open(world, id)).text);
    await world.clock.move(takes);
    const answer = await post(world, id, { ...fields, ...person(), ...(await changed()) });
    // The sender is told what every sender is told.
    expect((await world.http.get(answer.headers.location!)).text).toContain('You may get a message');
    const { leadId, ...before } = await confirmationsOf(id);
    expect(before).toEqual({ state: 'QUARANTINED', channels: [] });

    const moderator = await world.admin('MODERATOR');
    await act(world, moderator, 'releaseFromQuarantine', { leadId, reason: 'They called, and asked for it.' });
    expect(await confirmationsOf(id)).toEqual({ leadId, state: 'ACCEPTED', channels: ['EMAIL', 'PHONE'] });
  });

  test('who is held for another reason is asked at once, and not again by the release', async () => {
    const id = await formOf(world, agency, { confirms: 'EMAIL', email: 'REQUIRED' });
    await fillAndSend(world, id, { name: 'Mickey Mouse' });
    const { leadId, ...before } = await confirmationsOf(id);
    expect(before).toEqual({ state: 'QUARANTINED', channels: ['EMAIL'] });
    const moderator = await world.admin('MODERATOR');
    await act(world, moderator, 'releaseFromQuarantine', { leadId, reason: 'Such is the name.' });
    await world.settle();
    expect(await rows('confirmations').countDocuments({ leadId })).toBe(1);
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
