import mongoose from '../../server/platform/mongoose';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import { type CandidateRow, type Origin } from '../../server/modules/leads/candidate';
import { after, HOUR, now } from '../../server/platform/clock';
import { createWorld, type Actor, type World } from '../kit/world';
import { batchOf, rowOf, type Said } from './candidates';
import { anotherPhone, daysAgo } from './submitting';

/** Rows that a hosted form brought: what is counted of them, and what a robot shows. */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

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
    expect(await counted([rowOf(2), rowOf(3)])).toEqual([]);
    // One that comes alone is counted beside what its agency sent before.
    expect(await counted([rowOf(2)])).toHaveLength(2);
  });
});
