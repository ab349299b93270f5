import { type CandidateRow, type Origin } from '../../../server/modules/leads/candidate';
import { checkOrigin } from '../../../server/modules/leads/checks/robots/origin';
import { checkShape } from '../../../server/modules/leads/checks/robots/shape';
import { type Shaped } from '../../../server/modules/leads/checks/robots/shaped';
import { runsIn } from '../../../server/modules/leads/checks/robots/sequence';
import { checkValues } from '../../../server/modules/leads/checks/robots/values';
import { type Counted, checkCounts } from '../../../server/modules/leads/checks/robots/velocity';
import { withCommonNames } from '../../../server/modules/leads/matching/commonNames';
import { readPerson } from '../../../server/modules/leads/matching/person';
import { Shares } from '../../../server/modules/leads/matching/shares';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0';

const origin = (overrides: Partial<Origin> = {}): Origin => ({
  formId: 'form_1',
  ip: '41.90.64.1',
  userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`,
  deviceId: 'device-1',
  fillMs: 40_000,
  tokenAgeMs: 60_000,
  isTrapFilled: false,
  ...overrides,
});

test.each([
  [{}, []],
  [{ fillMs: null }, []],
  [{ deviceId: null, ip: null }, []],
  [{ userAgent: '' }, ['ROBOT_AGENT']],
  [{ ip: '5.9.1.1' }, ['NETWORK_DATA_CENTRE']],
  [{ isTrapFilled: true }, ['TRAP_FILLED']],
  [{ fillMs: 2999 }, ['FORM_TOO_FAST']],
  [{ fillMs: 3000 }, []],
  [{ tokenAgeMs: 900, fillMs: 90_000 }, ['FORM_TOO_FAST']],
  [{ tokenAgeMs: null }, ['FORM_TOKEN_MISSING']],
  [{ tokenAgeMs: null, fillMs: 10 }, ['FORM_TOO_FAST', 'FORM_TOKEN_MISSING']],
  [{ tokenAgeMs: 86_400_000 }, []],
  [{ tokenAgeMs: 86_400_001 }, ['FORM_TOKEN_OLD']],
] as const)('of a sending with %j is found %j', (overrides, codes) => {
  expect(checkOrigin(origin(overrides)).map(({ code }) => code)).toEqual(codes);
});

test('what is told of a sending holds no address, device or browser', () => {
  const found = checkOrigin(
    origin({ ip: '5.9.1.1', userAgent: 'curl/8.4.0', tokenAgeMs: null, fillMs: 1200, isTrapFilled: true }),
  );
  expect(found.map(({ evidence }) => evidence)).toEqual([
    'The form was sent by a program, not by a browser: it has the name of none.',
    'The form was sent from the network of a company that rents out servers.',
    'A field that people cannot see was filled.',
    'The form was filled within 2 seconds; a person needs longer.',
    'The form was sent without having been opened: its mark was missing, used before or of another form.',
  ]);
});

const valuesOf = (values: Partial<CandidateRow['values']>): string[] =>
  checkValues({ row: 2, values: { answers: {}, ...values } }).map(({ code }) => code);

test.each([
  [{ fullName: 'Ali Ali', city: 'Tashkent', comment: 'Please call me' }, []],
  [{ fullName: 'Budapest', city: 'Budapest', region: 'Budapest' }, []],
  [{ fullName: 'Amina', email: 'amina@mail.co.ke' }, []],
  [{ fullName: 'Amina', answers: { a: 'Comprehensive', b: 'Comprehensive', c: 'Comprehensive' } }, []],
  [{ fullName: 'RobertTup', city: 'RobertTup', comment: 'RobertTup' }, ['VALUES_SAME']],
  [{ fullName: 'google', comment: 'Google', answers: { model: 'google' } }, ['VALUES_SAME']],
  [{ fullName: 'Ada', city: 'Ada', comment: 'Ada' }, []],
])('the values %j give %j', (values, codes) => {
  expect(valuesOf(values as never)).toEqual(codes);
});

describe('contacts that count up', () => {
  const rows = (phones: (string | null)[], emails: (string | null)[] = []) =>
    Array.from({ length: Math.max(phones.length, emails.length) }, (_, index) => ({
      row: index + 2,
      phone: phones[index] ?? null,
      email: emails[index] ?? null,
    }));
  const counting = (count: number, step = 1): string[] =>
    Array.from({ length: count }, (_, index) => `+254722${String(100_001 + index * step)}`);

  test.each([
    ['six numbers by one', counting(6), [[2, 3, 4, 5, 6, 7]]],
    ['downwards', counting(7).reverse(), [[2, 3, 4, 5, 6, 7, 8]]],
    ['by seven', counting(6, 7), [[2, 3, 4, 5, 6, 7]]],
    ['five are chance', counting(5), []],
    ['steps of hundreds', counting(6, 137), [[2, 3, 4, 5, 6, 7]]],
    ['in any order', [3, 0, 5, 1, 4, 2].map((place) => counting(6, 13)[place]!), [[2, 3, 4, 5, 6, 7]]],
    ['others between', [...counting(3), '+254722100950', ...counting(6).slice(3)], [[2, 3, 4, 6, 7, 8]]],
    ['no step that is the same', [1, 9, 30, 31, 77, 200, 412, 413].map((n) => `+254722100${100 + n}`), []],
    ['the same number again is a repeat', Array.from({ length: 8 }, () => '+254722100001'), []],
    ['one in between ends it', [...counting(4), '+254733555111', ...counting(4)], []],
    ['a run after others', ['+254733555111', '+254733555119', ...counting(6)], [[4, 5, 6, 7, 8, 9]]],
    [
      'another step begins anew',
      ['+254722100001', '+254722100004', ...counting(6, 2).map((phone) => phone.replace('1000', '1000'))],
      [[4, 5, 6, 7, 8, 9]],
    ],
  ])('%s', (_name, phones, found) => {
    expect(runsIn(rows(phones)).map((run) => run.rows)).toEqual(found);
  });

  test('e-mail names with a number at the end, at one provider', () => {
    const named = (count: number, domain = 'mail.co.ke') =>
      Array.from({ length: count }, (_, index) => `anna${index + 1}@${domain}`);
    expect(runsIn(rows([], named(6)))).toEqual([{ what: 'e-mail addresses', rows: [2, 3, 4, 5, 6, 7] }]);
    expect(runsIn(rows([], [...named(3), ...named(3, 'other.co.ke')]))).toEqual([]);
    const strangers = Array.from(
      { length: 12 },
      (_, n) => `${'abcdefghijkl'[n]}my.${'lkjihgfedcba'[n]}an${1000 + n}@mail.co.ke`,
    );
    expect(runsIn(rows([], strangers))).toHaveLength(1);
    const shuffled = [...strangers].sort((a, b) => a.slice(4).localeCompare(b.slice(4)));
    expect(runsIn(rows([], shuffled))[0]?.rows).toHaveLength(12);
    const years = Array.from({ length: 40 }, (_, n) => `p${'xyz'[n % 3]}${n % 7}r${1960 + ((n * 17) % 40)}@mail.co.ke`);
    expect(runsIn(rows([], years))).toEqual([]);
    expect(runsIn(rows([], ['a@x.hu', 'b@x.hu', 'c@x.hu', 'd@x.hu', 'e@x.hu', 'f@x.hu']))).toEqual([]);
  });
});

test.each<[Counted, { inMinutes: number; inDay: number }, string[]]>([
  ['network', { inMinutes: 11, inDay: 59 }, []],
  ['network', { inMinutes: 12, inDay: 12 }, ['12 requests from one network address within 10 minutes.']],
  ['network', { inMinutes: 1, inDay: 60 }, ['60 requests from one network address within 24 hours.']],
  ['device', { inMinutes: 3, inDay: 7 }, []],
  ['device', { inMinutes: 4, inDay: 4 }, ['4 requests from one device within 10 minutes.']],
  ['phone', { inMinutes: 4, inDay: 4 }, ['The same contact was left 4 times within 24 hours.']],
  ['form', { inMinutes: 119, inDay: 9999 }, []],
  ['form', { inMinutes: 120, inDay: 120 }, ['120 requests by one form within 10 minutes, more than campaigns bring.']],
  ['words', { inMinutes: 0, inDay: 5 }, ['The same words were written in 5 requests by one form within 24 hours.']],
  ['agencyWords', { inMinutes: 0, inDay: 4 }, []],
  [
    'agencyWords',
    { inMinutes: 0, inDay: 5 },
    ['The same words were written in 5 requests of one agency within 24 hours.'],
  ],
  ['phonesBeside', { inMinutes: 5, inDay: 5 }, []],
  [
    'phonesBeside',
    { inMinutes: 0, inDay: 6 },
    ['The phone numbers of 6 leads that came within 24 hours lie within a hundred of each other.'],
  ],
  ['consentNow', { inMinutes: 12, inDay: 12 }, ['12 people gave consent from one network address within 15 minutes.']],
  // A file brings those of a day at once.
  ['consentNetwork', { inMinutes: 59, inDay: 59 }, []],
  ['consentNear', { inMinutes: 39, inDay: 39 }, []],
  [
    'consentNear',
    { inMinutes: 40, inDay: 40 },
    ['40 people gave consent from addresses that lie side by side (one /24 network) within 15 minutes.'],
  ],
])('%s seen %j', (what, seen, told) => {
  expect(checkCounts({ [what]: seen }, false).map(({ evidence }) => evidence)).toEqual(told);
});

describe('rows of one shape', () => {
  const WORDS = 'hello i am interested in your offer please call me back asap thank you very much';
  const shaped = (count: number, said: (n: number) => Partial<Shaped> = () => ({})): Shaped[] =>
    Array.from({ length: count }, (_, n) => ({
      row: n + 2,
      person: `person ${n}`,
      name: 'Amina Odhiambo',
      nameParts: [],
      words: null,
      beside: { phones: null, emails: null },
      ip: null,
      consentAt: null,
      isOnline: true,
      ...said(n),
    }));
  const market = withCommonNames(new Shares());
  const told = (rows: Shaped[]): string[] =>
    [...new Set([...checkShape(rows, market).values()].flat().map(({ code, weight }) => `${code} ${weight}`))].sort();
  const second = (n: number): Date => new Date(Date.UTC(2026, 3, 1, 9, 0, n));

  test('a long sentence of many people, and not a short wish or one person who asks again', () => {
    expect(told(shaped(4, () => ({ words: WORDS })))).toEqual([]);
    expect(told(shaped(9, () => ({ words: WORDS })))).toEqual(['SAME_WORDS 30']);
    expect(told(shaped(10, () => ({ words: WORDS })))).toEqual(['SAME_WORDS 45']);
    expect(told(shaped(50, () => ({ words: 'please call me about a quote' })))).toEqual([]);
    expect(told(shaped(50, () => ({ words: WORDS, person: 'one' })))).toEqual([]);
  });

  test('consents of many people from one network within minutes or a day', () => {
    const ip = '185.220.101.7';
    expect(told(shaped(11, (n) => ({ ip, consentAt: second(n) })))).toEqual([]);
    expect(told(shaped(12, (n) => ({ ip, consentAt: second(n) })))).toEqual(['CONSENT_SAME_NETWORK 45']);
    expect(told(shaped(59, (n) => ({ ip, consentAt: second(n * 1000 + ((n * n * 7) % 600)) })))).toEqual([]);
    expect(told(shaped(60, (n) => ({ ip, consentAt: second(n * 1000 + ((n * n * 7) % 600)) })))).toEqual([
      'CONSENT_SAME_NETWORK 45',
    ]);
    expect(told(shaped(200, (n) => ({ ip, consentAt: second(n * 7200) })))).toEqual([]);
  });

  test('many people on neighbouring addresses within an hour are noted, unless as many came from elsewhere', () => {
    const near = (n: number) => ({ ip: `185.220.101.${n % 50}`, consentAt: second(n * 60 + ((n * n * 7) % 50)) });
    expect(told(shaped(60, near))).toEqual(['CONSENT_NEAR_NETWORK 15']);
    expect(told(shaped(39, near))).toEqual([]);
    // A mobile network at its busiest, beside others.
    expect(told(shaped(90, (n) => (n < 41 ? near(n) : { ...near(n % 41), ip: `41.90.${n}.7` })))).toEqual([]);
    // Over a day it is what a town sends by its mobile network; and one line is told by its own rule.
    expect(told(shaped(60, (n) => ({ ...near(n), consentAt: second(n * 300 + ((n * n * 7) % 50)) })))).toEqual([]);
    expect(told(shaped(45, (n) => ({ ...near(n), ip: `185.220.101.${n % 3}` })))).not.toContain(
      'CONSENT_NEAR_NETWORK 15',
    );
  });

  test('many consents within a minute hold, fewer are noted, and a file may give one time to all', () => {
    const uneven = (n: number): Date => new Date(second(0).getTime() + ((n * n * 7919) % 30_000));
    expect(told(shaped(60, (n) => ({ consentAt: uneven(n) })))).toEqual(['CONSENTS_AT_ONCE 45']);
    expect(told(shaped(59, (n) => ({ consentAt: uneven(n) })))).toEqual(['CONSENTS_AT_ONCE 15']);
    expect(told(shaped(29, (n) => ({ consentAt: uneven(n) })))).toEqual([]);
    expect(told(shaped(300, () => ({ consentAt: second(0) })))).toEqual([]);
    expect(told(shaped(300, (n) => ({ consentAt: second(60 * (n % 3)) })))).toEqual([]);
  });

  test('consents each as long after the one before, and not rounded times, dates, or times that staff set down', () => {
    const inSteps = (count: number, seconds: number, lateMs = (_n: number) => 0) =>
      shaped(count, (n) => ({ consentAt: new Date(second(n * seconds).getTime() + lateMs(n)) }));
    expect(told(inSteps(60, 60))).toEqual(['CONSENTS_IN_STEPS 45']);
    expect(told(inSteps(60, 60).reverse())).toEqual(['CONSENTS_IN_STEPS 45']);
    expect(told(inSteps(12, 97))).toEqual(['CONSENTS_IN_STEPS 45']);
    expect(told(inSteps(12, 97, (n) => (n * 37) % 200))).toEqual(['CONSENTS_IN_STEPS 45']);
    expect(told(inSteps(19, 60))).toEqual([]);
    expect(told(inSteps(9, 97))).toEqual([]);
    expect(told(inSteps(60, 86_400))).toEqual([]);
    expect(told(inSteps(60, 60).map((row) => ({ ...row, isOnline: false })))).toEqual([]);
    // People as they come, one a minute or many, as an export rounds their times.
    for (const gap of [5, 20, 60, 300]) {
      let at = 0;
      let chance = 12_345;
      const rounded = shaped(1000, () => {
        chance = (chance * 48_271) % 2_147_483_647;
        at += -gap * Math.log(chance / 2_147_483_647);
        return { consentAt: second(60 * Math.floor(at / 60)) };
      });
      expect(told(rounded)).toEqual([]);
    }
  });

  test('one whole name on many rows, where neither the market nor the other rows have it so often', () => {
    const partsOf = (name: string): string[] => readPerson({ name }).names.map(({ sound }) => sound);
    const named = (count: number, nameOf: (n: number) => string) =>
      shaped(count, (n) => ({ nameParts: partsOf(nameOf(n)), person: `${nameOf(n)} ${n}`, row: n }));
    const besides = (count: number, rows: Shaped[]) => [
      ...named(count, (n) => `Given${'bcdfghkl'[n % 8]}a Other${'mnprstvz'[(n >> 3) % 8]}o`),
      ...rows.map((row) => ({ ...row, row: row.row + 10_000 })),
    ];
    const one = (count: number) => named(count, () => 'Fortunatus Lekishon');
    expect(told(one(30))).toEqual(['NAME_OF_MANY 45']);
    expect(told(one(12))).toEqual(['NAME_OF_MANY 45']);
    expect(told(one(7))).toEqual(['NAME_OF_MANY 30']);
    expect(told(one(4))).toEqual([]);
    expect(told(besides(300, one(30)))).toEqual(['NAME_OF_MANY 45']);
    expect(told(named(30, () => 'Mohamed Ali'))).toEqual(['NAME_OF_MANY 45']);
    // One person who asks again and again, a given name alone, and an initial.
    expect(told(one(30).map((row) => ({ ...row, person: 'one' })))).toEqual([]);
    expect(told(named(30, () => 'Maria'))).toEqual([]);
    // A village of one family, and people of whom many bear each of a few names.
    const given = 'Joseph Peter John Mary Grace David Samuel Jane Ruth Daniel'.split(' ');
    expect(told(named(60, (n) => `${given[n % 10]!} Lekishon`))).toEqual([]);
    const somali = 'Mohamed Abdi Ali Hassan Ahmed Omar Ibrahim Yusuf'.split(' ');
    expect(told(named(640, (n) => `${somali[n % 8]!} ${somali[(n >> 3) % 8]!}`))).toEqual([]);
  });

  test('names as no person has them, where many have: never one alone, and none in other scripts', () => {
    const made = [
      'Qvoqubi Bvigoloq',
      'Lqagoli Vuvgavob',
      'Lgvubo Lleqlub',
      'Goqbge Gbabibuq',
      'Gviqba Guvebqubi',
      'Vqgvu Lavivuqb',
    ];
    const real = [
      'Wanjikũ Kamau',
      'Szczepan Grzybowski',
      'Nguyễn Thị Hạnh',
      'Mkhitaryan Hrach',
      'Siobhán Ní Bhriain',
      'Nomvula Mkhize',
    ];
    const names = (list: string[], count: number) => shaped(count, (n) => ({ name: list[n % list.length]! }));
    expect(told(names(made, 6))).toEqual(['NAMES_UNUSUAL 30']);
    expect(told(names(made, 18))).toEqual(['NAMES_UNUSUAL 45']);
    expect(told(names(made, 1))).toEqual([]);
    expect(told([...names(made, 5), ...names(real, 60).map((row) => ({ ...row, row: row.row + 100 }))])).toEqual([]);
    expect(told(names(real, 60))).toEqual([]);
    expect(told(names(['Квщгзх Фывап', 'Ξψωφχ Ζξκψ'], 30))).toEqual([]);
  });
});

test('at a stand many come from one device and one line', () => {
  const many = { inMinutes: 50, inDay: 50 };
  expect(checkCounts({ network: many, device: many }, true)).toEqual([]);
  expect(checkCounts({ words: many }, true)).toHaveLength(1);
});
