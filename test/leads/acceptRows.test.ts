import mongoose from 'mongoose';
import { acceptRows } from '../../server/modules/leads/acceptRows';
import { type CandidateBatch, type CandidateRow } from '../../server/modules/leads/candidate';
import { judgeRow } from '../../server/modules/leads/judgeRow';
import { now } from '../../server/platform/clock';
import { newId } from '../../server/platform/ids';
import { createWorld, type Actor, type World } from '../kit/world';
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

const rowOf = (row: number, values: Partial<CandidateRow['values']> = {}): CandidateRow => ({
  row,
  values: {
    fullName: 'Amina Odhiambo',
    phone: anotherPhone(),
    city: 'Mombasa',
    consentAt: '2026-05-04',
    consentIp: '203.0.113.9',
    answers: {},
    ...values,
  },
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
      rowOf(6, { country: 'Greece', city: 'Patra', phone: '6944 848 967' }),
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
        Array.from({ length: 100 }, (_, i) => rowOf(i + 2)),
        batchOf(agency),
      ),
    );
    expect(many.result.every(({ outcome }) => outcome === 'ACCEPTED')).toBe(true);
    expect(many.commands).toEqual(few.commands);
    expect(few.commands.length).toBeLessThanOrEqual(9);
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
