import { likenessInWords, partsOf } from '../../server/modules/leads/alike/likeness';
import { candidateKeys } from '../../server/modules/leads/matching/candidateKeys';
import { compare } from '../../server/modules/leads/matching/compare';
import { withCommonNames } from '../../server/modules/leads/matching/commonNames';
import { isCorrectionOf } from '../../server/modules/leads/matching/correction';
import { KeyIndex } from '../../server/modules/leads/matching/keyIndex';
import { latinWords, soundOf } from '../../server/modules/leads/matching/latin';
import { verdictOf } from '../../server/modules/leads/matching/lines';
import { type PersonFields, readPerson } from '../../server/modules/leads/matching/person';
import { type KnownShares, Shares } from '../../server/modules/leads/matching/shares';

/** Among so many, of whom nothing is known. */
const PEOPLE = 50_000;

function verdict(one: PersonFields, other: PersonFields, shares: KnownShares = new Shares()) {
  return verdictOf(compare(readPerson(one), readPerson(other), shares, PEOPLE));
}

const meet = (one: PersonFields, other: PersonFields): boolean => {
  const keys = new Set(candidateKeys(readPerson(one)));
  return candidateKeys(readPerson(other)).some((key) => keys.has(key));
};

const soundsOf = (name: string): string => latinWords(name).map(soundOf).join(' ');

test('a slip in a name that both addresses spell rightly weighs no more against two than the right spelling', () => {
  const asked = { phone: '+447400312471', email: 'evangeline.harcourt@example.com', city: 'London' };
  const again = { phone: '+447400312472', email: 'evangeline.harcourt@example.net', city: 'London' };
  const scoreOf = (name: string, email = again.email): number =>
    compare(
      readPerson({ ...asked, name: 'Evangeline Harcourt' }),
      readPerson({ ...again, email, name }),
      new Shares(),
      PEOPLE,
    ).score;
  expect(scoreOf('Evangeline Harcuort')).toBe(scoreOf('Evangeline Harcourt'));
  expect(scoreOf('Evangeline Harcuort', 'evangeline.harcuort@example.net')).toBeLessThan(
    scoreOf('Evangeline Harcourt'),
  );
});

describe('spellings of one name in any script have one sound', () => {
  test.each([
    ['Παπαδόπουλος', 'Papadopoulos', 'ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Papadopulos'],
    ['Χατζηδάκης', 'Hatzidakis', 'Chatzidakis', 'Hadjidakis'],
    ['Ευαγγελία', 'Evangelia', 'Evaggelia'],
    ['Φίλιππος', 'Filippos', 'Philippos'],
    ['Ντίνος', 'Dinos', 'Ntinos'],
    ['Хасанов', 'Ҳасанов', 'Xasanov', 'Khasanov', 'Hasanov'],
    ['Ғуломов', 'G‘ulomov', 'Gulomov'],
    ['Джамиля', 'Jamila', 'Жамиля'],
    ['Юсупов', 'Yusupov', 'Iusupov'],
    ['Щербакова', 'Shcherbakova', 'Scherbakova'],
    ['Ксения', 'Kseniya', 'Xenia'],
    ['Գասպարյան', 'Гаспарян', 'Gasparyan', 'Gasparian'],
    ['Ավետիսյան', 'Аветисян', 'Avetisyan', 'Avetisian'],
    ['Szűcs', 'Szucs'],
  ])('%s', (name, ...others) => {
    expect(others.map(soundsOf)).toEqual(others.map(() => soundsOf(name)));
  });
});

const MARIA = { name: 'Maria Oikonomidou', phone: '+306912345678', city: 'Larisa' };
const BORN = { given: 'Aidan', family: 'Streich', birth: '1971-06-24', city: 'Rowville' };

describe('one person, merged at once', () => {
  test.each<[string, PersonFields, PersonFields]>([
    ['in another script', { ...MARIA, name: 'Μαρία Οικονομίδου', city: 'Λάρισα' }, MARIA],
    [
      'in Uzbek Cyrillic and Latin',
      { name: 'Шухрат Ғуломов', phone: '+998901234567' },
      { name: 'Shuhrat G‘ulomov', phone: '+998901234567' },
    ],
    ['with the family name first', { ...MARIA, name: 'Oikonomidou Maria' }, MARIA],
    ['with columns swapped', { ...BORN, given: 'Streich', family: 'Aidan' }, BORN],
    ['with a slip in the name', { ...MARIA, name: 'Maria Oikonomiduo' }, MARIA],
    ['with one digit of the phone wrong', { ...MARIA, phone: '+306912345978' }, MARIA],
    ['with two digits of the phone swapped', { ...MARIA, phone: '+306912354678' }, MARIA],
    ['with two digits of the phone swapped far apart', { ...MARIA, phone: '+306912845673' }, MARIA],
    ...(
      [
        ['Sherzod Jo‘rayev', 'Djuraev Sherzod'],
        ['Шерзод Жўраев', 'Jorayev Sherzod'],
        ['Aziz To‘xtayev', 'Tukhtaev Aziz'],
        ['Aziz Rahmonov', 'Aziz Rakhmanov'],
      ] as const
    ).map(([name, other]): [string, PersonFields, PersonFields] => [
      `${name} in Uzbek and ${other} in Russian spelling, with two digits of the phone swapped`,
      { name, phone: '+998901234567', city: 'Toshkent' },
      { name: other, phone: '+998907234561', city: 'Toshkent' },
    ]),
    ['with day and month of birth turned', { ...BORN, birth: '1971-04-05' }, { ...BORN, birth: '1971-05-04' }],
    ['with a slip in the family name', { ...BORN, family: 'Striech' }, BORN],
    ['with the phone written nationally', { ...MARIA, phone: '6912345678' }, MARIA],
    ['told shortly', { ...BORN, given: 'A.' }, BORN],
  ])('%s', (_how, one, other) => {
    expect(verdict(one, other)).toBe('ONE');
    expect(meet(one, other)).toBe(true);
  });
});

describe('a person decides', () => {
  test.each<[string, PersonFields, PersonFields]>([
    ['two given names on the phone of one household', { ...MARIA, name: 'Nikos Oikonomidou' }, MARIA],
    ['husband and wife in Greek forms of the name', { ...MARIA, name: 'Νίκος Οικονομίδης' }, MARIA],
    [
      'one of a family at its address who gave no first name',
      { family: 'Streich', street: 'Maranoa Street', number: '74', postcode: '3178', city: 'Rowville' },
      { ...BORN, street: 'Maranoa Street', number: '74', postcode: '3178' },
    ],
    [
      'in two spellings of both names, with two digits of the phone swapped',
      { name: 'Catherine Ellingworth', phone: '+447911123456' },
      { name: 'Katharine Elingworth', phone: '+447911153426' },
    ],
    [
      'father and son of one name',
      { ...BORN, street: 'Maranoa Street', number: '74', postcode: '3178' },
      { ...BORN, birth: '1999-11-02', street: 'Maranoa Street', number: '74', postcode: '3178' },
    ],
    [
      'twins',
      { ...BORN, given: 'Molly', street: 'Maranoa Street', number: '74' },
      { ...BORN, street: 'Maranoa Street', number: '74' },
    ],
  ])('%s', (_who, one, other) => {
    expect(verdict(one, other)).toBe('UNSURE');
    expect(meet(one, other)).toBe(true);
  });
});

test('another ending of an address is another domain; a slip in an ending is one', () => {
  const degree = (one: string, other: string) => {
    const [a, b] = [one, other].map((domain) => readPerson({ name: 'Petros', email: `pkalog@${domain}` }));
    return compare(a!, b!, new Shares(), PEOPLE).evidence.find(({ field }) => field === 'EMAIL')?.degree;
  };
  for (const [one, other] of [
    ['kalo.com', 'kalo.org'],
    ['kalo.gr', 'kalo.de'],
    ['kalogirou.com', 'kalogirou.net'],
  ])
    expect([one, degree(one!, other!)]).toEqual([one, 'UNLIKE']);
  for (const other of ['kalogirou.con', 'kalogirou.cmo', 'kalogirou.moc', 'kalogiroucom', 'kalogiru.com'])
    expect([other, degree('kalogirou.com', other)]).toEqual([other, 'CLOSE']);
});

describe('two people', () => {
  test.each<[string, PersonFields, PersonFields]>([
    [
      'of one name in one town, with other phones and addresses',
      { ...MARIA, email: 'maria.oikonomidou1@mail.gr' },
      { ...MARIA, phone: '+306987654321', email: 'maria.oikonomidou7@mail.gr' },
    ],
    [
      'with nothing but the town in common',
      MARIA,
      { name: 'Petros Kalogirou', phone: '+306999999991', city: 'Larisa' },
    ],
    [
      'sisters at one address',
      { ...BORN, street: 'Maranoa Street', number: '74', postcode: '3178' },
      { ...BORN, given: 'Molly', birth: '1999-11-02', street: 'Maranoa Street', number: '74', postcode: '3178' },
    ],
    ['guests of one host', { ...MARIA, name: 'Guest 17' }, { ...MARIA, name: 'Guest 18', phone: '+306987654321' }],
    ['of one name, born on other days', BORN, { ...BORN, birth: '1990-11-02', city: 'Perth' }],
  ])('%s', (_who, one, other) => {
    expect(verdict(one, other)).toBe('TWO');
  });
});

test('a later name takes the place of a slip or of a short one, and of nothing else', () => {
  const isRight = (later: string, former: string): boolean =>
    isCorrectionOf(readPerson({ name: later }).names, readPerson({ name: former }).names, new Shares());
  for (const [former, later] of [
    ['Jonh Smith', 'John Smith'],
    ['Joyce Cherotcih', 'Joyce Cherotich'],
    ['J. Smith', 'John Smith'],
    ['Smith', 'John Smith'],
    ['Margaert Wellesley', 'Wellesley Margaret'],
    ['Nikos Papadopuolos', 'Nikos Papadopoulos'],
  ] as const) {
    expect([former, later, isRight(later, former)]).toEqual([former, later, true]);
    expect([later, former, isRight(former, later)]).toEqual([later, former, false]);
  }
  for (const [former, later] of [
    ['Robert Ashdown', 'Bob Ashdown'],
    ['John Smith', 'Jon Smith'],
    ['Paul Okello', 'Paula Okello'],
    ['John Smith', 'Mary Smith'],
  ] as const)
    expect([former, later, isRight(later, former)]).toEqual([former, later, false]);
});

test('agreement on a rare name says more than on a common one', () => {
  const shares = new Shares();
  for (let i = 0; i < 1000; i += 1)
    shares.countPerson(readPerson({ name: i % 3 === 0 ? 'Maria Papadopoulou' : `Eleni Vlachou` }));
  const score = (name: string): number =>
    compare(readPerson({ name, birth: '1980' }), readPerson({ name, birth: '1980' }), shares, PEOPLE).score;
  expect(score('Zinovia Karamitrou')).toBeGreaterThan(score('Maria Papadopoulou') + 10);
});

describe('a market that has met few of a name knows how common it is', () => {
  const counted = new Shares();
  for (let i = 0; i < 5000; i += 1) counted.countPerson(readPerson({ name: `Zinovia Karamitrou`, city: 'Larissa' }));
  const shares = withCommonNames(counted);
  const contacts = [
    { phone: '+447400661101', email: 'first.box@mail.example' },
    { phone: '+447911828202', email: 'another@post.example' },
  ] as const;
  const verdictFor = (name: string, city: string) =>
    verdict({ name, city, ...contacts[0] }, { name, city, ...contacts[1] }, shares);

  test.each([
    ['John Smith', 'London'],
    ['David Jones', 'Cardiff'],
    ['Kovács János', 'Budapest'],
    ['Mary Wanjiku', 'Nairobi'],
    ['James Smith', 'Houston'],
    ['Արմեն Հարությունյան', 'Երևան'],
    ['Γιώργος Παπαδόπουλος', 'Αθήνα'],
  ])('two %s of %s with other phones and e-mails are two people', (name, city) => {
    expect(verdictFor(name, city)).toBe('TWO');
  });

  test.each([
    ['Mwajuma Mkumbo', 'Dodoma', 'Mwanza'],
    ['Ermengarde Quillfeather', 'Berlin', 'Houston'],
  ])('two of the rare name %s are two people in %s and in %s with other phones', (name, city, other) => {
    const [one, two] = [
      { name, city, phone: contacts[0].phone },
      { name, city: other, phone: contacts[1].phone },
    ];
    expect(verdict(one, two, shares)).toBe('TWO');
    expect(verdict(one, { ...two, city }, shares)).toBe('UNSURE');
    expect(verdict(one, { ...two, phone: contacts[0].phone }, shares)).not.toBe('TWO');
  });

  test('two of a rare name are a question', () => {
    expect(verdictFor('Ermengarde Quillfeather', 'Cardiff')).toBe('UNSURE');
  });
});

test('a key that many share is full: the rare one still finds its person, among few candidates', () => {
  const index = new KeyIndex<string>();
  for (let i = 0; i < 1000; i += 1) index.add(`other ${i}`, ['common', `own ${i}`]);
  expect(index.add('late', ['common', 'rare'])).toEqual(['rare']);
  const found = index.sharing(['common', 'rare']);
  expect(found[0]).not.toBe('other 999');
  expect(found).toContain('late');
  expect(found.length).toBeLessThanOrEqual(30);
});

test.each([
  ['Varduhi Ghazaryan', 'Վարդուհի Ղազարյան', 'the name is the same'],
  ['Varduhi Ghazarian', 'Վարդուհի Ղազարյան', 'the name sounds the same'],
  ['Harutyun Khachatryan', 'Հարություն Խաչատրյան', 'the name is the same'],
  ['Győrffy Loránd', 'ifj. Győrffy Loránd', 'the name is the same but for a mark such as junior, as of father and son'],
  ['Robert Miller', 'Robert Miller Jr', 'the name is the same but for a mark such as junior, as of father and son'],
  ['Robert Miller', 'Robert Millar', 'the name is a slip away from the other'],
])('of %s and %s is told that %s', (one, other, words) => {
  const comparison = compare(readPerson({ name: one }), readPerson({ name: other }), new Shares(), 1000);
  expect(likenessInWords(partsOf(comparison))).toBe(words);
});
