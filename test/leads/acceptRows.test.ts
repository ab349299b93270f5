import mongoose from '../../server/platform/mongoose';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import {
  type CandidateBatch,
  type CandidateRow,
  type Origin,
  type RowOutcome,
} from '../../server/modules/leads/candidate';
import { judgeRow } from '../../server/modules/leads/judgeRow';
import { after, HOUR, now } from '../../server/platform/clock';
import { newId } from '../../server/platform/ids';
import { nameOfPerson } from '../kit/names';
import { createWorld, type Actor, type World } from '../kit/world';
import { anotherPhone, daysAgo } from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  rival = await world.agency();
});
afterAll(() => world.close());

const batchOf = (actor: Actor, overrides: Partial<CandidateBatch> = {}): CandidateBatch => ({
  _id: newId('batch'),
  agencyId: actor.organisationId,
  personId: actor.personId,
  nicheId: 'niche_motor-insurance',
  country: 'KE',
  at: now(),
  defaults: {
    consentText: 'I agree that insurers call me about my car.',
    consentPage: 'https://forms.example.com/car',
    consentMethod: 'web form',
  },
  ...overrides,
});

type Values = CandidateRow['values'];
/** What a test says of a row; undefined takes away what it would have. */
type Said = { [Name in keyof Values]?: Values[Name] | undefined };

const rowOf = (row: number, values: Said = {}): CandidateRow => ({
  row,
  values: {
    fullName: 'Amina Odhiambo',
    phone: anotherPhone(),
    city: 'Mombasa',
    consentAt: daysAgo(30),
    consentIp: '203.0.113.9',
    answers: {},
    ...values,
  } as Values,
});

const count = (collection: string): Promise<number> => mongoose.connection.collection(collection).countDocuments();

describe('rows of a batch', () => {
  test('each row has its own outcome: one bad row stops no other', async () => {
    const phone = anotherPhone();
    const rows = [
      rowOf(2, { phone }),
      rowOf(3, { phone: '12' }),
      rowOf(4, { fullName: 'Mickey Mouse' }),
      rowOf(5, { phone: phone.replace('+254 ', '0') }),
      rowOf(6, { fullName: '' }),
    ];
    const outcomes = await acceptRows(rows, batchOf(agency));
    expect(outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'ACCEPTED'],
      [3, 'REJECTED'],
      [4, 'QUARANTINED'],
      [5, 'DUPLICATE'],
      [6, 'REJECTED'],
    ]);
    expect(outcomes[3]).toMatchObject({ ofRow: 2, isOwn: true, ofLeadId: (outcomes[0] as { leadId: string }).leadId });
    expect(outcomes[4]).toMatchObject({ signals: [{ code: 'NAME_EMPTY' }] });
  });

  test('words that say that no name was given wait for a person beside a sound contact, are told, and are nobody’s name', async () => {
    const outcomes = await acceptRows(
      [
        rowOf(2, { fullName: 'n/a' }),
        rowOf(3, { fullName: 'N/A' }),
        rowOf(4, { fullName: 'Unknown', phone: '0722', email: 'grace.w@mail-of-kamau.co.ke' }),
        rowOf(5, { fullName: 'No Name', phone: 'none', email: 'none' }),
      ],
      batchOf(agency),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['QUARANTINED', 'QUARANTINED', 'QUARANTINED', 'REJECTED']);
    const [first, second] = outcomes.map(({ signals }) => signals);
    expect(first).toContainEqual({
      code: 'NAME_NOT_GIVEN',
      message: expect.stringContaining('“n/a”'),
      isDeciding: true,
    });
    expect(second!.map(({ code }) => code)).not.toContain('PERSON_MAY_BE_KNOWN');
  });

  test('judged again they answer the same and store nothing new', async () => {
    const batch = batchOf(agency);
    const phone = anotherPhone();
    const rows = [
      rowOf(2, { phone }),
      rowOf(3, { phone }),
      rowOf(4, { phone: 'none', email: 'x@' }),
      rowOf(5, { fullName: 'asdf' }),
    ];
    const first = await acceptRows(rows, batch);
    const before = await Promise.all(['leads', 'lead_contacts', 'lead_touches'].map(count));
    const again = await acceptRows(rows, batch);
    expect(again).toEqual(first);
    expect(await Promise.all(['leads', 'lead_contacts', 'lead_touches'].map(count))).toEqual(before);
  });

  test('a call that fails leaves nothing, and can be made again', async () => {
    const batch = batchOf(agency, { agencyId: undefined as never });
    const rows = [rowOf(2), rowOf(3)];
    const before = await Promise.all(['leads', 'lead_contacts'].map(count));
    await expect(acceptRows(rows, batch)).rejects.toThrow();
    expect(await Promise.all(['leads', 'lead_contacts'].map(count))).toEqual(before);
    const outcomes = await acceptRows(rows, { ...batch, agencyId: agency.organisationId });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  test('a dry run decides the same, stores nothing, and does not tell of another agency’s people', async () => {
    const [mine, theirs] = [anotherPhone(), anotherPhone()];
    await acceptRows([rowOf(2, { phone: mine })], batchOf(agency));
    await acceptRows([rowOf(2, { phone: theirs })], batchOf(rival));
    const before = await Promise.all(['leads', 'lead_contacts', 'lead_touches'].map(count));
    const rows = [rowOf(2, { phone: mine }), rowOf(3, { phone: theirs }), rowOf(4, { phone: '12' })];
    const dry = await acceptRows(rows, batchOf(agency), { isDryRun: true });
    expect(dry.map(({ outcome }) => outcome)).toEqual(['DUPLICATE', 'ACCEPTED', 'REJECTED']);
    expect(dry[1]).toMatchObject({ leadId: '', contactHashes: [expect.any(String)] });
    expect(await Promise.all(['leads', 'lead_contacts', 'lead_touches'].map(count))).toEqual(before);
    const real = await acceptRows(rows, batchOf(agency));
    expect(real[1]).toMatchObject({ outcome: 'DUPLICATE', isOwn: false });
    expect(real[1]).not.toHaveProperty('ofLeadId');
  });

  test('the country of a place wins over that of the batch, and an unknown place counts for the country', async () => {
    const rows = [
      rowOf(2, { city: 'Αθήνα', phone: '6944 848 966' }),
      rowOf(3, { city: 'Győr', phone: '06 30 318 9067' }),
      rowOf(4, { city: 'Nowhereville' }),
      rowOf(5, { country: 'Atlantis' }),
      rowOf(6, { fullName: 'Petros Vlachos', country: 'Greece', city: 'Patra', phone: '6944 848 967' }),
    ];
    await acceptRows(rows, batchOf(agency, { _id: 'batch_places' }));
    const leads = await mongoose.connection
      .collection('leads')
      .find({ batchId: 'batch_places' })
      .sort({ row: 1 })
      .toArray();
    expect(leads.map(({ countryCode, state }) => [countryCode, state])).toEqual([
      ['GR', 'ACCEPTED'],
      ['HU', 'ACCEPTED'],
      ['KE', 'ACCEPTED'],
      ['KE', 'REJECTED'],
      ['GR', 'ACCEPTED'],
    ]);
    expect(leads[2]).toMatchObject({ regionId: 'region_KE', signals: [{ code: 'CITY_UNKNOWN', weight: 0 }] });
    expect(leads[4]!.preview).toMatch(/Patra/);
  });

  const placeOf = (country: string, values: Said) => {
    const { facts, findings } = judgeRow(
      rowOf(2, { city: undefined, ...values }),
      batchOf(agency, { country }),
      now(),
      true,
    );
    return [
      facts.regionId.replace('region_', ''),
      ...findings.map(({ code }) => code).filter((code) => /CITY|REGION/.test(code)),
    ];
  };

  test.each([
    ['US', { city: 'Reading', region: 'PA', phone: '(610) 318-9067' }, ['US-PA', 'CITY_UNKNOWN']],
    ['US', { city: 'Reading', phone: '(610) 318-9067' }, ['US', 'CITY_UNKNOWN']],
    [
      'US',
      { city: 'Hamburg', region: 'New York', phone: undefined, email: 'a@mail-of-a.com' },
      ['US-NY', 'CITY_UNKNOWN'],
    ],
    ['US', { city: 'Hamburg', phone: undefined, email: 'a@mail-of-a.com' }, ['US', 'CITY_UNKNOWN']],
    ['US', { city: 'Berlin', phone: '(603) 318-9067' }, ['US', 'CITY_UNKNOWN']],
    ['US', { city: 'Hamburg', phone: '+49 171 3189067' }, ['DE-HH-hamburg']],
    ['US', { city: 'Columbus', region: 'GA', phone: '(706) 318-9067' }, ['US-GA-columbus']],
    ['US', { city: 'Columbus', phone: '(614) 318-9067' }, ['US-OH-columbus']],
    ['US', { city: 'Springfield', region: 'Vermont', phone: '(802) 318-9067' }, ['US-VT', 'CITY_UNKNOWN']],
    ['HU', { city: 'Budapest', region: 'Pest', phone: '06 30 318 9067' }, ['HU-BU-budapest']],
    ['KE', { city: 'London', phone: undefined, email: 'a@mail-of-a.com' }, ['GB-ENG-london']],
    ['KE', { city: 'London', phone: '0722 318906' }, ['KE', 'CITY_UNKNOWN']],
  ] as const)('in a batch of %s %j is a lead of %j', (country, values, place) => {
    expect(placeOf(country, values)).toEqual(place);
  });

  test('dates are read as the country of the batch writes them, wherever the person lives', () => {
    const row = rowOf(2, {
      country: 'United States',
      city: 'New York',
      phone: '(212) 318-9067',
      createdAt: '03/04/2026',
    });
    expect(judgeRow(row, batchOf(agency), now(), true).facts.capturedAt).toEqual(new Date('2026-04-03'));
  });

  test('the time when a contact was left may lie ahead by a time zone where it has none, else by clocks that differ', () => {
    const codesOf = (createdAt: string) =>
      judgeRow(rowOf(2, { createdAt }), batchOf(agency), new Date('2026-05-05T12:00:00Z'), true)
        .findings.map(({ code }) => code)
        .filter((code) => code.startsWith('CAPTURED'));
    expect(codesOf('2026-05-06 09:00')).toEqual([]);
    expect(codesOf('2026-05-08')).toEqual(['CAPTURED_IMPOSSIBLE']);
    expect(codesOf('2026-05-05T12:04:00Z')).toEqual([]);
    expect(codesOf('2026-05-05T15:04:00+03:00')).toEqual([]);
    expect(codesOf('2026-05-05T12:06:00Z')).toEqual(['CAPTURED_IMPOSSIBLE']);
    expect(codesOf('2024-05-04')).toEqual(['CAPTURED_OLD']);
  });

  test('a word that names no niche leaves the lead to that of the batch; one that names another is heard', () => {
    const of = (niche: string) => {
      const { facts, decision, findings } = judgeRow(rowOf(2, { niche }), batchOf(agency), now(), true);
      return [facts.nicheId, decision, ...findings.map(({ code }) => code)];
    };
    expect(of('Comprehensive')).toEqual(['niche_motor-insurance', 'ACCEPTED', 'NICHE_UNKNOWN']);
    expect(of('Home Insurance')).toEqual(['niche_home-insurance', 'ACCEPTED']);
    expect(of('home_insurance')).toEqual(['niche_home-insurance', 'ACCEPTED']);
  });

  test('the time of the batch holds for rows that tell none, or none that can be read', () => {
    const consentAt = new Date(now().getTime() - 3_600_000);
    const batch = batchOf(agency);
    const told = (values: Said) =>
      judgeRow(
        rowOf(2, { consentAt: undefined, ...values }),
        { ...batch, defaults: { ...batch.defaults, consentAt } },
        now(),
        true,
      );
    for (const values of [{}, { createdAt: 'last week' }, { consentAt: 'last week' }])
      expect(told(values)).toMatchObject({ decision: 'ACCEPTED', consent: { at: consentAt } });
    expect(judgeRow(rowOf(2, { consentAt: undefined, createdAt: 'last week' }), batch, now(), true)).toMatchObject({
      decision: 'REJECTED',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'CONSENT_TIME_UNREADABLE' })]),
    });
  });

  test.each([
    [{ email: 'mailto:Amina@Mail-of-Kamau.co.ke' }, { email: 'amina@mail-of-kamau.co.ke' }],
    [{ email: ' amina@mail-of-kamau.co.ke\u200b' }, { email: 'amina@mail-of-kamau.co.ke' }],
    [{ email: 'Amina O <amina@mail-of-kamau.co.ke>' }, { email: 'amina@mail-of-kamau.co.ke' }],
    [{ email: 'amina@mail-of-kamau.co.ke; second@mail-of-kamau.co.ke' }, { email: 'amina@mail-of-kamau.co.ke' }],
    [{ email: 'γιώργος@ΠΑΡΆΔΕΙΓΜΑ.ΕΛ' }, { email: 'γιώργος@παράδειγμα.ελ' }],
    [{ email: 'amina(at)mail' }, { email: 'amina(at)mail' }],
    [
      { phone: 'tel:+254 20 318 9067 ext. 12' },
      { phone: '+254203189067', details: [{ label: 'Extension', value: '12' }] },
    ],
  ])('the contact of %j is what was read and checked', (values, contact) => {
    expect(judgeRow(rowOf(2, { city: undefined, ...values }), batchOf(agency), now(), true).contact).toMatchObject(
      contact,
    );
  });

  test('what the agency calls its id is kept, unless it is a contact in disguise', async () => {
    const phone = anotherPhone();
    const rows = [
      { ...rowOf(2), externalId: 'l:1000000000000001' },
      { ...rowOf(3), externalId: 'amina@mail.co.ke' },
      { ...rowOf(4, { phone }), externalId: phone.replace('+254 ', '0').replaceAll(' ', '') },
    ];
    await acceptRows(rows, batchOf(agency, { _id: 'batch_ids' }));
    const leads = await mongoose.connection
      .collection('leads')
      .find({ batchId: 'batch_ids' })
      .sort({ row: 1 })
      .toArray();
    expect(leads.map(({ externalId }) => externalId as unknown)).toEqual(['l:1000000000000001', null, null]);
  });

  test('the number of commands does not grow with the rows, nor with the leads there are', async () => {
    const few = await world.countCommands(() =>
      acceptRows(
        Array.from({ length: 5 }, (_, i) => rowOf(i + 2)),
        batchOf(agency),
      ),
    );
    const many = await world.countCommands(() =>
      acceptRows(
        Array.from({ length: 100 }, (_, i) => rowOf(i + 2, { fullName: nameOfPerson(i) })),
        batchOf(agency),
      ),
    );
    expect(many.result.every(({ outcome }) => outcome === 'ACCEPTED')).toBe(true);
    expect(many.commands).toEqual(few.commands);
    expect(few.commands.length).toBeLessThanOrEqual(12);
  });

  test('one person brought by many agencies in the same instant becomes one lead', async () => {
    const phone = anotherPhone();
    const batches = Array.from({ length: 8 }, (_, i) => batchOf(i % 2 ? agency : rival));
    const outcomes = await Promise.all(batches.map((batch) => acceptRows([rowOf(2, { phone }), rowOf(3)], batch)));
    expect(outcomes.filter(([first]) => first!.outcome === 'ACCEPTED')).toHaveLength(1);
    expect(outcomes.filter(([first]) => first!.outcome === 'DUPLICATE')).toHaveLength(7);
    expect(outcomes.every(([, second]) => second!.outcome === 'ACCEPTED')).toBe(true);
  });

  test('more than 1000 rows a call are refused', async () => {
    await expect(
      acceptRows(
        Array.from({ length: 1001 }, (_, i) => rowOf(i)),
        batchOf(agency),
      ),
    ).rejects.toThrow(RangeError);
  });
});

describe('contacts reserved for fiction and examples', () => {
  const fiction = rowOf(2, {
    phone: '+1 212 555 0143',
    email: 'amina@example.com',
    country: 'United States',
    city: 'New York',
  });

  test('are accepted with a warning where trials are allowed', () => {
    const { decision, findings } = judgeRow(fiction, batchOf(agency), now(), true);
    expect(decision).toBe('ACCEPTED');
    expect(findings.map(({ code, weight }) => [code, weight])).toEqual([
      ['PHONE_FICTION', 0],
      ['EMAIL_FICTION', 0],
    ]);
  });

  test('are refused in production, either of them', () => {
    expect(judgeRow(fiction, batchOf(agency), now(), false).decision).toBe('REJECTED');
    const onlyMail = rowOf(3, { email: 'amina@example.com' });
    expect(judgeRow(onlyMail, batchOf(agency), now(), false).decision).toBe('REJECTED');
    expect(judgeRow(rowOf(4), batchOf(agency), now(), false).decision).toBe('ACCEPTED');
  });
});

describe('rows that a form brought', () => {
  let serial = 0;

  /** A sending by a person from a line of its own. */
  const sending = (overrides: Partial<Origin> = {}): Origin => {
    serial += 1;
    return {
      formId: `form_${serial}`,
      ip: `41.90.${serial >> 8}.${serial & 255}`,
      userAgent: 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0',
      deviceId: `device-${serial}`,
      fillMs: 40_000,
      tokenAgeMs: 60_000,
      isTrapFilled: false,
      ...overrides,
    };
  };
  const sent = (overrides: Partial<Origin> = {}, values: Said = {}, row = 1): CandidateRow => ({
    ...rowOf(row, values),
    origin: sending(overrides),
  });
  const signalsOf = async (outcome: object): Promise<{ code: string; weight: number; evidence: string }[]> => {
    const id = (outcome as { leadId: string }).leadId;
    const lead = await mongoose.connection.collection<{ _id: string; signals: [] }>('leads').findOne({ _id: id });
    return lead!.signals;
  };
  const codesOf = async (outcome: object): Promise<string[]> => (await signalsOf(outcome)).map(({ code }) => code);
  const send = async (row: CandidateRow) => (await acceptRows([row], batchOf(agency)))[0]!;

  test('a person is accepted with nothing said; what a robot shows holds or refuses the lead, in words without its address', async () => {
    const person = await send(sent());
    expect(person.outcome).toBe('ACCEPTED');
    expect(await codesOf(person)).toEqual([]);
    const robot = await send(sent({ ip: '5.9.1.1', userAgent: 'curl/8.4.0', tokenAgeMs: null, isTrapFilled: true }));
    expect(robot).toMatchObject({ outcome: 'REJECTED' });
    const rented = await send(sent({ ip: '5.9.1.1', fillMs: 1000 }));
    expect(rented).toMatchObject({ outcome: 'QUARANTINED' });
    const told = await signalsOf(rented);
    expect(told.map(({ code }) => code)).toEqual(['NETWORK_DATA_CENTRE', 'FORM_TOO_FAST']);
    expect(JSON.stringify(told)).not.toContain('5.9.1.1');
  });

  test('the twelfth from one network within ten minutes is held; IPv6 counts by its line; others are let through', async () => {
    for (const address of ['197.248.10.2', '2c0f:fe38:2405:1::']) {
      const from = (number: number): Partial<Origin> => ({
        ip: address.includes(':') ? `${address}${number}` : address,
      });
      for (let number = 1; number < 12; number++) expect((await send(sent(from(number)))).outcome).toBe('ACCEPTED');
      const twelfth = await send(sent(from(12)));
      expect(twelfth.outcome).toBe('QUARANTINED');
      expect(await signalsOf(twelfth)).toMatchObject([
        { code: 'MANY_FROM_NETWORK', evidence: '12 requests from one network address within 10 minutes.' },
      ]);
    }
    expect((await send(sent())).outcome).toBe('ACCEPTED');
  });

  test('what came more than a span ago is forgotten, and the record of it is to go', async () => {
    const form = (n: number): CandidateRow => sent({ deviceId: 'kiosk' }, { comment: `Please call me about car ${n}` });
    for (let number = 0; number < 3; number++) await send(form(number));
    await world.clock.move('25h');
    const late = await send({ ...form(9), values: { ...form(9).values, consentAt: daysAgo(1) } });
    expect(await codesOf(late)).toEqual([]);
    const gone = await mongoose.connection.collection('request_counts').find().toArray();
    expect(gone.every(({ goneAt }) => (goneAt as Date) < after(now(), 49 * HOUR))).toBe(true);
    expect(JSON.stringify(gone)).not.toMatch(/kiosk|41\.90|form_|\+254/);
  });

  test('one device, one contact and the same words are counted each; a stand at a fair is expected to be one device', async () => {
    const words = { comment: 'Please call me about a quote for my car' };
    const outcomes = [];
    for (let number = 0; number < 5; number++) outcomes.push(await send(sent({ formId: 'form_words' }, words)));
    expect(await codesOf(outcomes[3]!)).toEqual([]);
    expect(await codesOf(outcomes[4]!)).toEqual(['SAME_WORDS']);
    let last = await send(sent({ deviceId: 'phone' }));
    for (let number = 1; number < 4; number++) last = await send(sent({ deviceId: 'phone' }));
    expect(await codesOf(last)).toEqual(['MANY_FROM_DEVICE']);
    for (let number = 0; number < 4; number++) last = await send(sent({ deviceId: 'tablet' }, { channel: 'event' }));
    expect(await codesOf(last)).toEqual([]);
    const phone = anotherPhone();
    for (let number = 0; number < 3; number++) await send(sent({}, { phone, consentText: 'no' }));
    expect(await codesOf(await send(sent({}, { phone })))).toEqual(['MANY_OF_CONTACT']);
  });

  test('of twelve at the same moment each is counted once, and the last to be counted sees all', async () => {
    const rows = Array.from({ length: 12 }, () => sent({ ip: '105.160.7.7' }));
    const outcomes = await Promise.all(rows.map((row) => acceptRows([row], batchOf(agency))));
    const held = outcomes.flat().filter(({ outcome }) => outcome === 'QUARANTINED');
    expect(held.length).toBeGreaterThan(0);
    const next = await send(sent({ ip: '105.160.7.7' }));
    expect(await signalsOf(next)).toMatchObject([{ evidence: expect.stringMatching(/^13 requests/) }]);
  });

  test('judged again a request counts once and its lead keeps what was found of it', async () => {
    const batch = batchOf(agency);
    const rows = Array.from({ length: 12 }, (_, index) => sent({ ip: '105.160.8.8' }, {}, index + 2));
    const first = await acceptRows(rows, batch);
    expect(first.every(({ outcome }) => outcome === 'QUARANTINED')).toBe(true);
    expect(await acceptRows(rows, batch)).toEqual(first);
    const next = await send(sent({ ip: '105.160.8.8' }));
    expect(await signalsOf(next)).toMatchObject([{ evidence: expect.stringMatching(/^13 requests/) }]);
  });

  test('two commands count any number of rows, and rows of files are not asked for any', async () => {
    const counted = async (rows: CandidateRow[]) => {
      const { commands } = await world.countCommands(() => acceptRows(rows, batchOf(agency)));
      return commands.filter((command) => command.endsWith('request_counts'));
    };
    expect(await counted([sent()])).toHaveLength(2);
    expect(await counted(Array.from({ length: 60 }, (_, index) => sent({}, {}, index + 2)))).toHaveLength(2);
    expect(await counted([rowOf(2)])).toEqual([]);
  });
});

describe('what rows show together', () => {
  test('contacts that count up are noted, and hold a lead with another sign: numbers are sold together', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => rowOf(index + 2, { phone: `+254 733 70000${index + 1}` }));
    rows[5]!.values.email = 'info@mail-of-kamau.co.ke';
    rows[5]!.values.fullName = 'Kamau Motors Ltd';
    const outcomes = await acceptRows(rows, batchOf(agency, { _id: 'batch_counting' }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('ACCEPTED'), 'QUARANTINED']);
    const leads = await mongoose.connection.collection('leads').find({ batchId: 'batch_counting' }).toArray();
    for (const { signals } of leads) {
      expect(signals).toContainEqual(
        expect.objectContaining({
          code: 'CONTACTS_IN_SEQUENCE',
          evidence: 'The phone numbers of 6 leads that came together count up by the same step.',
        }),
      );
    }
  });

  test('a number that ends in a run is noted alone; three of them are held', async () => {
    const send = async (_id: string, phones: string[]) => {
      const rows = phones.map((phone, n) => rowOf(n + 2, { phone }));
      return (await acceptRows(rows, batchOf(agency, { _id }))).map(({ outcome }) => outcome);
    };
    expect(await send('batch_run', ['0722 345678', '0733 871208'])).toEqual(['ACCEPTED', 'ACCEPTED']);
    const several = ['0723 456789', '0733 871209', '0733 654321', '0721 123456'];
    expect(await send('batch_runs', several)).toEqual(['QUARANTINED', 'ACCEPTED', 'QUARANTINED', 'QUARANTINED']);
  });

  test('a file of one shape is held, every row of it, and none is refused', async () => {
    const given =
      'Bertram Cuthbert Desmond Edwina Zoltan Ngozi Piotr Yusuf Maryam Hamish Cerys Wei Arjun Niamh Leo'.split(' ');
    const family =
      'Abernathy Dunwoody Gains Carruthers Horvath Okafor Nowak Demir Haddad Macrae Pryce Zhang Rao Byrne Rossi'.split(
        ' ',
      );
    const comment = 'hello i am interested in your offer please call me back asap thank you very much';
    const rows = Array.from({ length: 15 }, (_, n) =>
      rowOf(n + 2, {
        fullName: `${given[n]!} ${family[n]!}`,
        phone: `+254 733 71${String(1000 + ((n * 4) % 15) * 13)}`,
        email: `${given[n]!}${family[n]!}${1000 + n}@gmail.com`.toLowerCase(),
        comment,
        consentAt: after(now(), -HOUR + n * 1000).toISOString(),
        consentIp: '185.220.101.7',
      }),
    );
    const outcomes = await acceptRows(rows, batchOf(agency, { _id: 'batch_shape' }));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['QUARANTINED']));
    const codes = outcomes.flatMap((one) => ('signals' in one ? one.signals.map(({ code }) => code) : []));
    expect(codes).toEqual(expect.arrayContaining(['CONTACTS_IN_SEQUENCE', 'SAME_WORDS', 'CONSENT_SAME_NETWORK']));
  });

  test('a template is one sentence, whoever and whatever town is put into it', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => {
      const fullName = nameOfPerson(n);
      const comment = `Hello, my name is ${fullName} from Nakuru and I am interested in what you offer for my old car`;
      return rowOf(n + 2, { fullName, city: 'Nakuru', comment });
    });
    const outcomes = await acceptRows(rows, batchOf(agency, { _id: 'batch_template' }));
    expect(outcomes.map((one) => 'signals' in one && one.signals.map(({ code }) => code))).toEqual(
      rows.map(() => ['SAME_WORDS']),
    );
  });

  test('leads that come alone, with one sentence and from one network, are held once they are many', async () => {
    const other = await world.agency();
    const send = async (n: number, said: Said): Promise<string> => {
      const row = rowOf(1, { consentAt: after(now(), -1000).toISOString(), consentIp: '185.220.102.8', ...said });
      const [outcome] = await acceptRows([row], batchOf(n < 100 ? agency : other, { _id: newId('submitted') }));
      return outcome!.outcome;
    };
    const comment = 'Dear sirs, I have read of your offer and would like to know what it costs me in a year';
    const words: string[] = [];
    for (let n = 0; n < 11; n++) words.push(await send(n, { comment, consentIp: undefined }));
    expect(words.slice(8)).toEqual(['ACCEPTED', 'QUARANTINED', 'QUARANTINED']);
    const lines: string[] = [];
    for (let n = 0; n < 13; n++) lines.push(await send(n, { consentMethod: 'web form' }));
    expect(lines.slice(10)).toEqual(['ACCEPTED', 'QUARANTINED', 'QUARANTINED']);
    expect(await send(0, { consentMethod: 'paper form' })).toBe('ACCEPTED');
    expect(await send(0, { channel: 'event' })).toBe('ACCEPTED');
    // Counters are those of one agency.
    expect(await send(100, { comment, consentIp: undefined })).toBe('ACCEPTED');
    const kept = await mongoose.connection.collection('request_counts').find().toArray();
    expect(JSON.stringify(kept)).not.toContain('185.220');
  });

  test('one phone under four names is told on the leads of the fourth and whoever follows', async () => {
    const phone = anotherPhone();
    const names = ['Amina Wekesa', 'Brian Mutiso', 'Chebet Rotich', 'Dennis Omollo', 'Esther Naliaka'];
    const outcomes = [];
    for (const fullName of names)
      outcomes.push((await acceptRows([rowOf(2, { phone, fullName })], batchOf(agency)))[0]!);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', ...Array(4).fill('QUARANTINED')]);
    const told = outcomes.map((outcome) => ('signals' in outcome ? outcome.signals : []));
    expect(told.map((signals) => signals.map(({ code }) => code).includes('PERSON_MAY_BE_KNOWN'))).toEqual([
      false,
      ...Array(4).fill(true),
    ]);
    const counted = told.map((signals) => signals.find(({ code }) => code === 'PHONE_MANY_NAMES')?.message ?? null);
    expect(counted).toEqual([
      null,
      null,
      null,
      expect.stringMatching(/^The phone number was left under 4 different names within 90 days\./),
      expect.stringMatching(/^The phone number was left under 5 different names within 90 days\./),
    ]);
    const { leadId } = outcomes[0] as { leadId: string };
    const lead = await mongoose.connection.collection<{ _id: string }>('leads').findOne({ _id: leadId });
    expect(lead).toMatchObject({
      state: 'QUARANTINED',
      signals: [expect.objectContaining({ code: 'PHONE_MANY_NAMES', weight: 45, isLater: true })],
    });
    const sister = await acceptRows([rowOf(2, { phone, fullName: 'Zawadi Wekesa' })], batchOf(agency));
    expect(sister[0]).toMatchObject({
      outcome: 'QUARANTINED',
      signals: expect.arrayContaining([expect.objectContaining({ code: 'PHONE_MANY_NAMES' })]),
    });
  });

  test('one name again and again is one name, and a file that repeats a phone tells it as single leads do', async () => {
    const phone = anotherPhone();
    const names = [
      'Amina Wekesa',
      'Wekesa Amina',
      'AMINA WEKESA',
      'Amina Wekesa',
      'Brian Mutiso',
      'Chebet Rotich',
      'Dennis Omollo',
    ];
    const rows = names.map((fullName, index) =>
      rowOf(index + 2, { phone, fullName, email: `a${index}x@mail-of-kamau.co.ke` }),
    );
    const outcomes = await acceptRows(rows, batchOf(agency, { _id: 'batch_names' }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'QUARANTINED',
      ...Array(3).fill('DUPLICATE'),
      ...Array(3).fill('QUARANTINED'),
    ]);
    const leads = await mongoose.connection.collection('leads').find({ batchId: 'batch_names' }).toArray();
    const isTold = ({ signals }: (typeof leads)[number]): boolean =>
      (signals as { code: string }[]).some(({ code }) => code === 'PHONE_MANY_NAMES');
    expect(leads.filter(isTold).map(({ row }) => row as number)).toEqual([2, 6, 7, 8]);
  });

  test('a household of five with one phone is no game, one of eight is', async () => {
    const given = ['Ann', 'Carl', 'Edda', 'Gus', 'Iris', 'Kurt', 'Moira', 'Nettie'];
    const outcomesOf = (names: string[], phone = anotherPhone()) =>
      acceptRows(
        names.map((name, index) => rowOf(index + 2, { phone, fullName: `${name} Brackenbury`, email: undefined })),
        batchOf(agency),
      );
    const told = (outcomes: RowOutcome[]) =>
      outcomes.filter((one) => 'signals' in one && one.signals.some(({ code }) => code === 'PHONE_MANY_NAMES'));
    const five = await outcomesOf(given.slice(0, 5));
    expect(told(five)).toEqual([]);
    expect(told(await outcomesOf(given)).length).toBeGreaterThan(0);
  });

  test('a landline of another part of the country is noted', () => {
    const codes = (phone: string, city: string) =>
      judgeRow(rowOf(2, { phone, city }), batchOf(agency), now(), true).findings.map(({ code, evidence }) => [
        code,
        evidence,
      ]);
    expect(codes('020 318 9067', 'Mombasa')).toEqual([
      ['PHONE_OTHER_REGION', 'The area code of the number is that of Nairobi County, the lead is from Mombasa.'],
    ]);
    expect(codes('020 318 9067', 'Nairobi')).toEqual([]);
    expect(codes('0722 318906', 'Mombasa')).toEqual([]);
  });
});
