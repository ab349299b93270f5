import mongoose from '../../server/platform/mongoose';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import { type CandidateRow, type RowOutcome } from '../../server/modules/leads/candidate';
import { judgeRow } from '../../server/modules/leads/judgeRow';
import { after, HOUR, now } from '../../server/platform/clock';
import { newId } from '../../server/platform/ids';
import { nameOfPerson } from '../kit/names';
import { scattered } from '../kit/scattered';
import { createWorld, type Actor, type World } from '../kit/world';
import { batchOf, rowOf, type Said } from './candidates';
import { anotherPhone } from './submitting';

/** What rows show only together: shapes of files, sequences, one phone under many names. */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

describe('what rows show together', () => {
  test('contacts that count up are noted, and hold a lead with another sign: numbers are sold together', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => rowOf(index + 2, { phone: `+254 733 70000${index + 1}` }));
    rows[5]!.values.email = 'info@mail-of-kamau.co.ke';
    rows[5]!.values.fullName = 'Kamau Motors Ltd';
    const outcomes = await acceptRows(rows, batchOf(agency, { _id: 'batch_counting' }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('ACCEPTED'), 'QUARANTINED']);
    const ids = outcomes.flatMap((one) => ('leadId' in one ? (one.leadId as never) : []));
    const leads = await mongoose.connection
      .collection('leads')
      .find({ _id: { $in: ids } })
      .toArray();
    expect(leads).toHaveLength(6);
    for (const { signals } of leads) {
      expect(signals).toContainEqual(
        expect.objectContaining({
          code: 'CONTACTS_IN_SEQUENCE',
          evidence: 'The phone numbers of 6 leads that came together count up by the same step.',
        }),
      );
    }
  });

  test.each<[string, (n: number) => Partial<CandidateRow['values']>]>([
    ['phone numbers', (n) => ({ phone: `+254 733 8114${10 + ((n * 37) % 90)}` })],
    ['e-mail addresses', (n) => ({ email: `mail73${10 + ((n * 37) % 90)}@gmail.com` })],
  ])('%s that lie side by side are found though each is sent by itself', async (what, values) => {
    const send = async (n: number) => {
      const told = { phone: `+254 73${scattered(n + 400)}`, email: `o.kamau.${scattered(n)}x@mail-of-kamau.co.ke` };
      const row = rowOf(2, { fullName: nameOfPerson(n + 700), ...told, ...values(n) });
      const [outcome] = await acceptRows([row], batchOf(agency, { _id: `alone_${what}_${n}` }));
      return outcome!;
    };
    const outcomes = [];
    for (let n = 0; n < 11; n++) outcomes.push(await send(n));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...Array(9).fill('ACCEPTED'),
      'QUARANTINED',
      'QUARANTINED',
    ]);
    expect(outcomes[10]).toMatchObject({
      signals: [
        {
          code: 'CONTACTS_IN_SEQUENCE',
          message: expect.stringContaining(`${what} of 11 leads that came within 24 hours lie`),
        },
      ],
    });
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
    // A file brings the consents of a day at once: they came from one line within a day, and not within minutes.
    const ofDay = Array.from({ length: 14 }, (_, n) =>
      rowOf(n + 2, {
        consentAt: after(now(), -(n * n + n + 20) * 60_000).toISOString(),
        consentIp: '185.220.102.9',
        consentMethod: 'web form',
      }),
    );
    const came = await acceptRows(ofDay, batchOf(other, { _id: newId('batch') }));
    const codes = came.flatMap((one) => ('signals' in one ? one.signals.map(({ code }) => code) : []));
    expect(codes).not.toContain('CONSENT_SAME_NETWORK');
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
