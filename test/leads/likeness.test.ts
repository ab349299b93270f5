import mongoose from '../../server/platform/mongoose';
import {
  contactKeysOfStoredLeads,
  keysOfStoredLeads,
  soundsOfStoredLeads,
} from '../../server/modules/leads/alike/keysOfStoredLeads';
import { likenessKeys } from '../../server/modules/leads/alike/likenessKeys';
import { readPerson } from '../../server/modules/leads/matching/person';
import { RULE_VERSION } from '../../server/modules/leads/checks/signals';
import { acceptRows } from '../../server/modules/leads/accept/acceptRows';
import { type CandidateBatch, type CandidateRow } from '../../server/modules/leads/candidate';
import { after, DAY, now } from '../../server/platform/clock';
import { scattered } from '../kit/scattered';
import { createWorld, type Actor, type World } from '../kit/world';
import { batchOf as callOf } from './candidates';
import { acceptedLead, daysAgo, submit, type Told } from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;
let moderator: Actor;

beforeAll(async () => {
  world = await createWorld();
  [agency, rival] = [await world.agency(), await world.agency()];
  moderator = await world.admin('MODERATOR');
});
afterAll(() => world.close());

let serial = 0;

/** A Greek mobile of its own; `slip` is what its third digit from the end is moved by. */
function greekPhone(slip = 0): string {
  const tail = String((serial * 7919 + 104_729) % 100_000).padStart(5, '0');
  const digits = `6944${tail}`.split('');
  digits[6] = String((Number(digits[6]) + slip) % 10);
  return `+30 ${digits.join('')}7`;
}

/** Each test is about a person of its own: a name that nobody else has. */
function person(overrides: Told = {}): Told {
  return { country: 'GR', city: 'Larissa', email: null, name: familyOf('Giorgos'), phone: greekPhone(), ...overrides };
}

const FAMILIES = [
  'Papadimitriou',
  'Karavasilis',
  'Hatzistefanou',
  'Zervopoulos',
  'Mavrogenous',
  'Tsiliviotis',
  'Kourkoumelis',
  'Vlastarakos',
  'Drosopoulou',
  'Skarlatopoulos',
];
const familyOf = (given: string): string => `${given} ${FAMILIES[serial % FAMILIES.length]}`;

beforeEach(() => {
  serial += 1;
});

const CASE = `query C($id: ID!) { lead(id: $id) {
  id state weight signals { code weight evidence ruleVersion } decision { reason }
  touches { count signals { code weight evidence ruleVersion } }
  likeness { lead { id } parts { field degree } }
} }`;
const caseOf = (id: string, actor: Actor = moderator) => world.ask(actor, CASE, { id });

const DECIDE = `mutation D($input: DecideLikenessInput!) { decideLikeness(input: $input) {
  __typename ... on DecideLikenessPayload { lead { id state likeness { lead { id } } decision { reason } } } ... on UserError { message path }
} }`;
const decide = (leadId: string, isSamePerson: boolean, actor = moderator, reason = 'Compared the two.') =>
  world.ask(actor, DECIDE, { input: { leadId, isSamePerson, reason } });

const REJECT = `mutation R($input: RejectLeadInput!) { rejectLead(input: $input) { __typename } }`;

/** A lead, and one of a person of the family on the same phone. */
async function household(overrides: Told = {}): Promise<{ first: string; second: string }> {
  const first = await acceptedLead(world, agency, person());
  const answer = await submit(world, agency, person({ name: familyOf('Eleni'), ...overrides }));
  expect(answer.outcome).toBe('QUARANTINED');
  return { first, second: answer.lead!.id };
}

describe('above the upper line', () => {
  test('a slip in the phone makes no other person: the repeat is a touch, with its evidence in words', async () => {
    const first = await acceptedLead(world, agency, person());
    const again = await submit(world, agency, person({ phone: greekPhone(3) }));
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first }, reasons: [{ code: 'DUPLICATE_ALIKE' }] });
    expect(again.reasons[0]!.message).toMatch(
      /the name is the same, the town is the same, the phone number is a slip away/,
    );
    const { touches } = await caseOf(first);
    expect(touches).toMatchObject({
      count: 1,
      signals: [
        {
          code: 'DUPLICATE_ALIKE',
          weight: 100,
          evidence: expect.stringMatching(/asked before/),
          ruleVersion: RULE_VERSION,
        },
      ],
    });
  });

  test('nor does another script or the family name first, in a file where the first is an earlier row', async () => {
    const rows = [
      rowOf(2, { fullName: 'Maria Chatzidaki', phone: greekPhone() }),
      rowOf(3, { fullName: 'Χατζηδάκη Μαρία', phone: greekPhone(2) }),
    ];
    const batch = batchOf(agency);
    const outcomes = await acceptRows(rows, batch);
    expect(outcomes).toMatchObject([{ outcome: 'ACCEPTED' }, { outcome: 'DUPLICATE', ofRow: 2 }]);
    expect(await acceptRows(rows, batch)).toEqual(outcomes);
  });

  test.each([
    ['Jörg Öttinger', 'Joerg Oettinger'],
    ['Արթուր Հարությունյան', 'Artur Harutyunyan'],
    ['Արթուր Ոսկերչյան', 'Артур Воскерчян'],
    ['Λάμπρος Κομποθέκρας', 'Lambros Kombothekras'],
    ['Ελευθέριος Ευσταθόπουλος', 'Eleftherios Efstathopoulos'],
    ['Toʻlqin Qoʻziyev', 'Тўлқин Қўзиев'],
    ['Χρήστος Τσιλιβιγκός', 'Xristos Tsilivigkos'],
  ])('however it is spelt: %s and %s', async (name, again) => {
    const first = await acceptedLead(world, agency, person({ name }));
    expect(await submit(world, agency, person({ name: again, phone: greekPhone(3) }))).toMatchObject({
      outcome: 'DUPLICATE',
      lead: { id: first },
    });
  });

  test('another agency learns that there is such a person, and nothing of what is like', async () => {
    await acceptedLead(world, agency, person());
    const again = await submit(world, rival, person({ phone: greekPhone(3) }));
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: null });
    expect(again.reasons[0]!.message).toBe(
      'The same person is known to the market since less than 90 days; the repeated request was noted there.',
    );
  });

  test('after 90 days, or when the first was rejected, it is a new lead', async () => {
    const row = rowOf(2, { fullName: familyOf('Anastasia'), phone: greekPhone() });
    await acceptRows([row], batchOf(agency, { at: after(now(), -91 * DAY) }));
    const [late] = await acceptRows([{ ...row, values: { ...row.values, phone: greekPhone(4) } }], batchOf(agency));
    expect(late!.outcome).toBe('ACCEPTED');
  });
});

describe('between the lines', () => {
  test('two given names on the phone of a household are no duplicate: a moderator sees both', async () => {
    const { first, second } = await household();
    const found = await caseOf(second);
    expect(found).toMatchObject({
      state: 'QUARANTINED',
      weight: 45,
      signals: [{ code: 'PERSON_MAY_BE_KNOWN', weight: 45, ruleVersion: RULE_VERSION }],
      likeness: { lead: { id: first } },
    });
    expect(found.likeness.parts).toEqual(
      expect.arrayContaining([
        { field: 'NAME', degree: 'DIFFERENT' },
        { field: 'PHONE', degree: 'SAME' },
        { field: 'CITY', degree: 'SAME' },
      ]),
    );
    expect((await caseOf(second, agency)).likeness).toBeNull();
    await decide(second, false);
  });

  test('a name with another ending is another person’s, who is sold and paid', async () => {
    const first = await acceptedLead(world, agency, person({ name: familyOf('Petros') }));
    const answer = await submit(world, rival, person({ name: familyOf('Petra') }));
    expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'PERSON_MAY_BE_KNOWN' }] });
    expect((await caseOf(answer.lead!.id)).likeness).toMatchObject({ lead: { id: first } });
    expect(await decide(answer.lead!.id, false)).toMatchObject({ lead: { state: 'ACCEPTED' } });
  });

  test('nor is somebody with nothing of the name in common a repeat, whoever brings him', async () => {
    const first = await acceptedLead(world, agency, person({ name: 'Evanthia Tzortzopoulou', email: null }));
    const other = person({ name: 'Wolfgang Brandt', email: `w.brandt.${serial}@gruenwald-post.de` });
    const answer = await submit(world, rival, other);
    expect(answer.outcome).toBe('QUARANTINED');
    expect((await caseOf(answer.lead!.id)).likeness).toMatchObject({ lead: { id: first } });
    await decide(answer.lead!.id, false);
    expect(await submit(world, rival, other)).toMatchObject({ outcome: 'DUPLICATE', lead: { id: answer.lead!.id } });
  });

  test('a family’s e-mail box is not one person: the same name is a repeat, another one a question', async () => {
    const email = `family.${serial}@${FAMILIES[serial % FAMILIES.length]!.toLowerCase()}-house.gr`;
    const wife = person({ name: familyOf('Edwina'), email, phone: greekPhone() });
    const first = await acceptedLead(world, agency, wife);
    serial += 10;
    const husband = person({ name: familyOf('Marcus'), email, phone: greekPhone() });
    const asked = await submit(world, agency, husband);
    expect(asked).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'PERSON_MAY_BE_KNOWN' }] });
    await decide(asked.lead!.id, false);
    serial += 10;
    const again = await submit(world, agency, person({ name: familyOf('Edwina'), email, phone: greekPhone() }));
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first }, reasons: [{ code: 'DUPLICATE' }] });
  });

  test('of another agency’s person the report says that there is one, not what is like', async () => {
    await acceptedLead(world, agency, person());
    const answer = await submit(world, rival, person({ name: familyOf('Eleni') }));
    expect(answer.outcome).toBe('QUARANTINED');
    expect(answer.reasons[0]!.message).toMatch(
      /^This may be a person who asked before: the market knows somebody much alike\./,
    );
    await decide(answer.lead!.id, false);
  });

  test('the same person: it is rejected and a touch of the first, and is not asked again', async () => {
    const { first, second } = await household();
    expect(await decide(second, true)).toMatchObject({
      lead: { state: 'REJECTED', likeness: null, decision: { reason: 'Compared the two.' } },
    });
    expect((await caseOf(first)).touches).toMatchObject({ count: 1, signals: [{ code: 'PERSON_MAY_BE_KNOWN' }] });
    const again = await submit(world, agency, person({ name: familyOf('Eleni') }));
    expect(again).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first } });
  });

  test('two people: it is released, and neither is asked again', async () => {
    const { first, second } = await household();
    expect(await decide(second, false)).toMatchObject({ lead: { state: 'ACCEPTED', likeness: null } });
    expect((await caseOf(first)).touches.count).toBe(0);
    // Either asks again with the same details: a repeat of its own lead.
    expect(await submit(world, agency, person())).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first } });
    expect(await submit(world, agency, person({ name: familyOf('Eleni') }))).toMatchObject({
      outcome: 'DUPLICATE',
      lead: { id: second },
    });
    // Nor when the one's lead no longer stands.
    const withdrawn = `mutation R($input: RejectLeadInput!) { rejectLead(input: $input) { __typename } }`;
    await world.ask(moderator, withdrawn, { input: { leadId: second, reason: 'Asked to be left out.' } });
    expect((await submit(world, agency, person({ name: familyOf('Eleni') }))).outcome).toBe('ACCEPTED');
  });

  test('what holds the lead otherwise holds it on', async () => {
    await acceptedLead(world, agency, person());
    const held = await submit(world, agency, person({ name: familyOf('Eleni'), email: 'eleni@mailinator.com' }));
    expect(held.outcome).toBe('QUARANTINED');
    expect(await decide(held.lead!.id, false)).toMatchObject({ lead: { state: 'QUARANTINED', likeness: null } });
    expect(await decide(held.lead!.id, true)).toMatchObject({ __typename: 'Conflict' });
  });

  test('a release by the other button means two people as well', async () => {
    const { first, second } = await household();
    const release = `mutation R($input: ReleaseFromQuarantineInput!) { releaseFromQuarantine(input: $input) { __typename } }`;
    await world.ask(moderator, release, { input: { leadId: second, reason: 'Both called.' } });
    expect(await submit(world, agency, person())).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first } });
  });

  test('is decided once, with a reason, and by a moderator', async () => {
    const { second } = await household();
    expect(await decide(second, true, moderator, ' ')).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
    const { errors } = await world.graphql(agency, DECIDE, {
      input: { leadId: second, isSamePerson: true, reason: 'mine' },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const both = await Promise.all([decide(second, true), decide(second, false)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'DecideLikenessPayload']);
  });

  test('a touch needs a lead that stands', async () => {
    const { first, second } = await household();
    await world.ask(moderator, 'mutation R($input: RejectLeadInput!) { rejectLead(input: $input) { __typename } }', {
      input: { leadId: first, reason: 'A prank.' },
    });
    expect(await decide(second, true)).toMatchObject({
      __typename: 'Conflict',
      message: expect.stringMatching(/no longer stands/),
    });
    expect(await decide(second, false)).toMatchObject({ lead: { state: 'ACCEPTED' } });
  });
});

describe('who asks next on a phone', () => {
  test('is compared with every name that was given there, whoever brought it', async () => {
    for (const [name, whole, another] of [
      ['A. Tzortzatos', 'Andreas Tzortzatos', 'Anna Tzortzatos'],
      ['Kalliakoudis', 'Uwe Kalliakoudis', 'Petra Kalliakoudis'],
    ] as const) {
      serial += 1;
      const first = await acceptedLead(world, agency, person({ name }));
      expect(await submit(world, rival, person({ name: whole }))).toMatchObject({ outcome: 'DUPLICATE' });
      const answer = await submit(world, agency, person({ name: another }));
      expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'PERSON_MAY_BE_KNOWN' }] });
      expect((await caseOf(answer.lead!.id)).likeness.lead.id).toBe(first);
      // A name that was given before is known, with whatever beside it.
      const again = person({ name: whole, email: `u.kalli${serial}@otenet.gr` });
      expect(await submit(world, agency, again)).toMatchObject({ outcome: 'DUPLICATE', lead: { id: first } });
      await decide(answer.lead!.id, false);
    }
  });

  test('is not known by its details alone where father and son are told by what comes first, or by their birth', async () => {
    const question = { outcome: 'QUARANTINED', reasons: [{ code: 'PERSON_MAY_BE_KNOWN' }] };
    await acceptedLead(world, agency, person({ name: 'Juma Said' }));
    expect(await submit(world, agency, person({ name: 'Said Juma' }))).toMatchObject(question);
    expect(await submit(world, agency, person({ name: 'Juma Said' }))).toMatchObject({ outcome: 'DUPLICATE' });
    const born = (birth: string) =>
      likenessKeys(readPerson({ name: 'Juma Said', phone: greekPhone(), birth })).personHash;
    expect(born('1961-03-09')).toBe(born('9.3.1961'));
    expect(born('1961-03-09')).not.toBe(born('1989-11-24'));
  });

  test('the same in one file', async () => {
    const rows = ['Weber', 'Uwe Weber', 'Petra Weber'].map((fullName, i) =>
      rowOf(i + 2, { fullName, phone: greekPhone() }),
    );
    const outcomes = await acceptRows(rows, batchOf(agency));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'DUPLICATE', 'QUARANTINED']);
  });

  test('is a question where an initial fits several who are known, about the one whose phone it is', async () => {
    const email = `ravenscroft.${serial}.${process.pid}@otenet.gr`;
    const [hers, his] = [greekPhone(), greekPhone(1)];
    await acceptedLead(world, agency, person({ name: 'Gordon Ravenscroft', phone: his, email }));
    const glenda = await submit(world, agency, person({ name: 'Glenda Ravenscroft', phone: hers, email }));
    await decide(glenda.lead!.id, false);
    const of = (name: string, told: Told = {}) => submit(world, agency, person({ name, phone: hers, email, ...told }));
    for (const name of ['G. Ravenscroft', 'Ravenscroft']) {
      const answer = await of(name);
      expect(answer).toMatchObject({ outcome: 'QUARANTINED', reasons: [{ code: 'PERSON_MAY_BE_KNOWN' }] });
      expect((await caseOf(answer.lead!.id)).likeness.lead.id).toBe(glenda.lead!.id);
      await world.ask(moderator, REJECT, { input: { leadId: answer.lead!.id, reason: 'Of this test alone.' } });
    }
    // Without what both have, and with the whole name, it is clear whose it is.
    const known = { outcome: 'DUPLICATE', lead: { id: glenda.lead!.id } };
    expect(await of('G. Ravenscroft', { email: null })).toMatchObject(known);
    expect(await of('Glenda  Ravenscrotf')).toMatchObject(known);
  });

  test('is not doubtful for nonsense that came before in the place of a name', async () => {
    const nonsense = await submit(world, rival, person({ name: 'asdfgh jkl' }));
    expect(nonsense.outcome).toBe('QUARANTINED');
    expect((await submit(world, agency, person())).outcome).toBe('ACCEPTED');
    const file = ['qwerty', familyOf('Eleni')].map((fullName, i) => rowOf(i + 2, { fullName, phone: greekPhone(5) }));
    const outcomes = await acceptRows(file, batchOf(agency));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['QUARANTINED', 'ACCEPTED']);
  });
});

test('a dry run knows of the agency’s own leads alone', async () => {
  await acceptedLead(world, agency, person());
  const row = rowOf(2, { fullName: familyOf('Giorgos'), phone: greekPhone(3) });
  const outcomeFor = async (actor: Actor) => (await acceptRows([row], batchOf(actor), { isDryRun: true }))[0]!.outcome;
  expect([await outcomeFor(agency), await outcomeFor(rival)]).toEqual(['DUPLICATE', 'ACCEPTED']);
});

test('a file full of one name, its numbers counting up, is many people too, held for a moderator', async () => {
  const rows = Array.from({ length: 40 }, (_, i) =>
    rowOf(i + 2, { fullName: familyOf('Zoe'), phone: `+30 694477${String(1000 + i)}` }),
  );
  const outcomes = await acceptRows(rows, batchOf(agency));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'QUARANTINED'));
});

test('a contact that was damaged keeps nobody out', async () => {
  const id = await acceptedLead(world, agency, person());
  const contacts = mongoose.connection.collection<{ _id: string }>('lead_contacts');
  await contacts.updateOne({ _id: id }, { $set: { 'sealed.fields.name': Buffer.from('nothing') } });
  expect((await submit(world, agency, person({ phone: greekPhone(3) }))).outcome).toBe('ACCEPTED');
  await contacts.deleteOne({ _id: id });
  await mongoose.connection.collection<{ _id: string }>('leads').deleteOne({ _id: id });
});

test('one name in one town with other phones and addresses is many people: a few among others are let pass, a file of them is held', async () => {
  const rowsOf = (names: readonly string[]): CandidateRow[] =>
    names.map((fullName, i) => {
      serial += 1;
      return rowOf(i + 2, { fullName, phone: greekPhone(), email: `g.pap${scattered(serial)}@otenet.gr` });
    });
  const given = 'Anna Maria Nikos Petros Eleni Kostas Sofia Spyros Ioanna Vasilis'.split(' ');
  const others = Array.from({ length: 36 }, (_, i) =>
    i % 4 === 0 ? `${given[i % 10]!} Papadopoulos` : `${given[i % 10]!} ${FAMILIES[(i * 3) % 10]!}`,
  );
  const namesakes = (count: number): string[] => Array.from({ length: count }, () => 'Giorgos Papadopoulos');
  const few = await acceptRows(rowsOf([...namesakes(4), ...others]), batchOf(agency));
  expect(few.slice(0, 4).map(({ outcome }) => outcome)).toEqual(Array(4).fill('ACCEPTED'));
  const many = await acceptRows(rowsOf(namesakes(40)), batchOf(agency));
  expect(many.map((one) => [one.outcome, 'signals' in one && one.signals.map(({ code }) => code)])).toEqual(
    Array(40).fill(['QUARANTINED', ['NAME_OF_MANY']]),
  );
});

test('nothing that finds people by likeness can be read, and leads from before get their keys', async () => {
  const phone = greekPhone();
  const id = await acceptedLead(world, agency, person({ phone }));
  const contacts = mongoose.connection.collection<{ _id: string; matchKeys: string[]; matchTerms: string[] }>(
    'lead_contacts',
  );
  const before = await contacts.findOne({ _id: id });
  expect(before!.matchKeys.length).toBeGreaterThan(4);
  for (const key of [...before!.matchKeys, ...before!.matchTerms]) expect(key).toMatch(/^[\w-]{16}$/);
  await contacts.updateOne({ _id: id }, { $unset: { matchKeys: '', matchTerms: '', personHash: '' } });
  await keysOfStoredLeads.up();
  const { matchKeys, ...rest } = (await contacts.findOne({ _id: id }))!;
  expect({ matchKeys: [], ...rest }).toEqual({ ...before, matchKeys: [] });
  expect(matchKeys).toEqual(expect.arrayContaining(before!.matchKeys));
  expect((await submit(world, agency, person({ phone: greekPhone(3) }))).outcome).toBe('DUPLICATE');
  // Those from when phones were looked for apart: by the phone alone nothing is found but by its own key.
  await contacts.updateOne({ _id: id }, { $set: { matchKeys: [] } });
  await contactKeysOfStoredLeads.up();
  expect((await submit(world, agency, person({ phone, city: 'Volos' }))).outcome).toBe('DUPLICATE');
});

test('leads kept under what names sounded like before get their keys anew, and what was decided holds', async () => {
  interface Row {
    _id: string;
    matchKeys: string[];
    personHash: string;
    sameAs: string[];
  }
  const contacts = mongoose.connection.collection<Row>('lead_contacts');
  const { first, second } = await household();
  await decide(second, true);
  const full = await acceptedLead(world, agency, person({ name: 'Eleni Skordili', phone: greekPhone(5) }));
  const read = (id: string) => contacts.findOne({ _id: id }) as Promise<Row>;
  const before = { first: await read(first), second: await read(second), full: await read(full) };
  const [own, ...others] = before.first.matchKeys;
  await contacts.updateOne(
    { _id: first },
    { $set: { matchKeys: ['as-it-was-before', ...others], sameAs: ['earlier'] } },
  );
  await contacts.updateOne({ _id: second }, { $set: { personHash: 'earlier' } });
  await contacts.updateOne({ _id: full }, { $pull: { matchKeys: before.full.matchKeys[0]! } });
  await soundsOfStoredLeads.up();
  const renewed = { first: await read(first), second: await read(second), full: await read(full) };
  expect(renewed.first.matchKeys).toEqual(expect.arrayContaining([own]));
  expect(renewed.first.matchKeys).not.toContain('as-it-was-before');
  expect(renewed.second.personHash).toBe(before.second.personHash);
  expect(renewed.first.sameAs).toContain(before.second.personHash);
  // What was full then stays so.
  expect(renewed.full.matchKeys).toEqual(before.full.matchKeys.slice(1));
});

test.each([1, 5, 50])('the look-ups are at most two for %i rows, however many share a name', async (rows) => {
  const file = Array.from({ length: rows }, (_, i) => {
    serial += 1;
    return rowOf(i + 2, {
      fullName: familyOf('Stella'),
      phone: greekPhone(),
      email: `stella${serial}@kapnos-farm.gr`,
    });
  });
  const { commands } = await world.countCommands(() => acceptRows(file, batchOf(agency)));
  expect(commands.filter((command) => command === 'find lead_contacts').length).toBeLessThanOrEqual(2);
  expect(commands.length).toBeLessThanOrEqual(14);
});

test('and as many for somebody whose phone and e-mail others have as for somebody whom nobody knows', async () => {
  const email = `box${serial}@kapnos-farm.gr`;
  await acceptedLead(world, agency, person({ name: familyOf('Melina'), email }));
  const lookUps = async (told: Partial<CandidateRow['values']>) => {
    const { commands } = await world.countCommands(() => acceptRows([rowOf(2, told)], batchOf(agency)));
    return commands.filter((command) => command === 'find lead_contacts').length;
  };
  const known = await lookUps({ fullName: familyOf('Stratos'), phone: greekPhone(), email });
  serial += 10;
  const unknown = await lookUps({
    fullName: familyOf('Stratos'),
    phone: greekPhone(),
    email: `other${serial}@kapnos-farm.gr`,
  });
  expect([known, unknown]).toEqual([1, 1]);
});

const batchOf = (actor: Actor, overrides: Partial<CandidateBatch> = {}): CandidateBatch =>
  callOf(actor, { country: 'GR', ...overrides });

function rowOf(row: number, values: Partial<CandidateRow['values']>): CandidateRow {
  return { row, values: { city: 'Larissa', consentAt: daysAgo(30), consentIp: '203.0.113.9', answers: {}, ...values } };
}
