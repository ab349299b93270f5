import mongoose from '../../server/platform/mongoose';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import { judgeRow } from '../../server/modules/leads/judgeRow';
import { now } from '../../server/platform/clock';
import { nameOfPerson } from '../kit/names';
import { createWorld, type Actor, type World } from '../kit/world';
import { batchOf, rowOf, type Said } from './candidates';
import { anotherPhone } from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  rival = await world.agency();
});
afterAll(() => world.close());

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
    ['US', { city: 'Springfield', region: 'Vermont', phone: '(802) 318-9067' }, ['US-VT', 'CITY_OTHER_REGION']],
    ['US', { city: 'Chicago', region: 'Texas', phone: '(802) 318-9067' }, ['US-TX', 'CITY_OTHER_REGION']],
    ['US', { city: 'Rutland Falls', region: 'Vermont', phone: '(802) 318-9067' }, ['US-VT', 'CITY_UNKNOWN']],
    ['US', { city: 'United States', region: 'Vermont', phone: '(802) 318-9067' }, ['US-VT', 'CITY_UNKNOWN']],
    ['DE', { city: 'Berlin', region: 'Brandenburg', phone: undefined, email: 'a@mail-of-a.com' }, ['DE-BE-berlin']],
    ['KE', { city: 'Nairobi', region: 'Kiambu', phone: '0722 318906' }, ['KE-30-nairobi']],
    ['KE', { city: 'Nairobi', region: 'Mombasa', phone: '0722 318906' }, ['KE-30-nairobi', 'CITY_OTHER_REGION']],
    ['KE', { city: 'Mombasa', region: 'Nairobi County', phone: '0722 318906' }, ['KE-30', 'CITY_OTHER_REGION']],
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
    expect(judgeRow(row, batchOf(agency), now(), true).facts.capturedAt).toEqual(new Date('2026-04-03T04:00:00Z'));
  });

  test('the time when a contact was left may lie ahead by clocks that differ, and is of the place of the person without a zone', () => {
    const judged = (createdAt: string, place: object = {}) =>
      judgeRow(rowOf(2, { createdAt, ...place }), batchOf(agency), new Date('2026-05-05T12:00:00Z'), true);
    const codesOf = (createdAt: string) =>
      judged(createdAt)
        .findings.map(({ code }) => code)
        .filter((code) => code.startsWith('CAPTURED'));
    expect(codesOf('2026-05-05 15:04')).toEqual([]);
    expect(codesOf('2026-05-05 15:06')).toEqual(['CAPTURED_IMPOSSIBLE']);
    expect(codesOf('2026-05-08')).toEqual(['CAPTURED_IMPOSSIBLE']);
    expect(codesOf('2026-05-05T12:04:00Z')).toEqual([]);
    expect(codesOf('2026-05-05T15:04:00+03:00')).toEqual([]);
    expect(codesOf('2026-05-05T12:06:00Z')).toEqual(['CAPTURED_IMPOSSIBLE']);
    expect(codesOf('2024-05-04')).toEqual(['CAPTURED_OLD']);
    const at = (place: object) => judged('2026-04-20 10:00', place).facts.capturedAt?.toISOString().slice(11, 16);
    expect(at({})).toBe('07:00');
    expect(at({ country: 'United States', region: 'California' })).toBe('17:00');
    expect(at({ country: 'United States', city: 'Chicago' })).toBe('15:00');
    expect(at({ country: 'United States' })).toBe('14:00');
    expect(at({ country: 'Germany' })).toBe('08:00');
    // A day alone stays the day that was written.
    expect(judged('2026-04-20').facts.capturedAt).toEqual(new Date('2026-04-20'));
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
    const accept = (count: number, from: number) =>
      world.countCommands(() =>
        acceptRows(
          Array.from({ length: count }, (_, i) => rowOf(i + 2, { fullName: nameOfPerson(from + i) })),
          batchOf(agency),
        ),
      );
    // Of a few rows the contacts that they are compared with come with those who have them.
    const few = await accept(5, 200);
    const more = await accept(25, 100);
    const many = await accept(100, 0);
    expect(many.result.every(({ outcome }) => outcome === 'ACCEPTED')).toBe(true);
    expect(many.commands).toEqual(more.commands);
    expect(many.commands.length).toBeLessThanOrEqual(12);
    expect(few.commands.length).toBe(many.commands.length - 1);
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
    const seen = rowOf(4, { consentPage: 'https://cover.baobableads.co.ke/car' });
    expect(judgeRow(seen, batchOf(agency), now(), false).decision).toBe('ACCEPTED');
  });
});
