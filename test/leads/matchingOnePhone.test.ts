import { likenessInWords, partsOf } from '../../server/modules/leads/alike/likeness';
import { judge } from '../../server/modules/leads/matching/judge';
import { type PersonFields, readPerson } from '../../server/modules/leads/matching/person';
import { Shares } from '../../server/modules/leads/matching/shares';

/** Among so many, of whom nothing is known. */
const PEOPLE = 50_000;

/** Of two who left the very same phone or e-mail. */
const byContact = (one: PersonFields, other: PersonFields) =>
  judge(readPerson(one), readPerson(other), { shares: new Shares(), people: PEOPLE }, true).verdict;

describe('on one phone', () => {
  const phone = '+306945551234';

  test.each([
    ['Robert Ashdown', 'Roberta Ashdown'],
    ['Paul Okello', 'Paula Okello'],
    ['Paul Okello', 'Pauline Okello'],
    ['Peter Lindqvist', 'Petra Lindqvist'],
    ['Daniel Hovsepyan', 'Daniela Hovsepyan'],
    ['Martin Gruber', 'Martina Gruber'],
    ['Julian Weiss', 'Juliana Weiss'],
    ['Karl Brenner', 'Karla Brenner'],
    ['Alexander Petrosyan', 'Alexandra Petrosyan'],
    ['Christian Vogel', 'Christina Vogel'],
    ['Nikos Karras', 'Nikoletta Karra'],
    ['Γιώργος Βλάχος', 'Γεωργία Βλάχου'],
    ['Ivan Sokolov', 'Ivana Sokolova'],
    ['Азиз Каримов', 'Азиза Каримова'],
    ['Aziz Rahimov', 'Rahimova Aziza'],
    ['Yusuf Hassan', 'Yusra Hassan'],
    ['Maria Clarke', 'Mariam Clarke'],
    ['Mary Clarke', 'Maria Clarke'],
    ['Sofia Petrosyan', 'Zsofia Petrosyan'],
    ['Ani Grigoryan', 'Anna Grigoryan'],
    ['John Smith', 'Johnson Smith'],
    ['Kovács István', 'Kovács Istvánné'],
    ['Szendrei Ferenc', 'Szendreiné Nagy Mária'],
    ['Szendrei Ferenc', 'ifj. Szendrei Ferenc'],
    ['id. Szendrei Ferenc', 'ifj. Szendrei Ferenc'],
    ['Henry Caldwell', 'Henry Caldwell Jr.'],
    ['Henry Caldwell II', 'Henry Caldwell III'],
    ['Wolfgang Brandt', 'Evanthia Tzortzopoulou'],
    ['Edwina Carruthers', 'Marcus Carruthers'],
    ['Augustina Joseph', 'Augustino Joseph'],
    ['Mwanaidi Ally', 'Mwanahamisi Ally'],
    ['Hasan Usmonov', 'Husan Usmonov'],
    ['Abdulrahman Juma', 'Abdulrahim Juma'],
    ['Benedicto Mushi', 'Benedicta Mushi'],
    ['Anastazia Joseph', 'Anastas Joseph'],
    ['Sharifa Hassan', 'Sharifu Hassan'],
    ['Deogratias Mushi', 'Deodatus Mushi'],
    ['Godlisten Mushi', 'Godliving Mushi'],
    ['Goodluck Joseph', 'Goodlove Joseph'],
    ['Happiness Joseph', 'Happy Joseph'],
    ['Furaha Juma', 'Furahini Juma'],
    ['Siwema Ally', 'Siwatu Ally'],
    ['Mwanahawa Juma', 'Mwanaharusi Juma'],
    ['Salama Msangi', 'Salima Msangi'],
    ['Tatu Msangi', 'Tabu Msangi'],
    ['Asteria Massawe', 'Astella Massawe'],
    ['Waceke Kamau', 'Wacuka Kamau'],
    ['Aziz Karimov', 'Azim Karimov'],
    ['Bekzod Karimov', 'Behzod Karimov'],
    ['Ilhom Rashidov', 'Islom Rashidov'],
    ['Gulnora Karimova', 'Gulnoza Karimova'],
    ['Artak Petrosyan', 'Artash Petrosyan'],
    ['Garik Petrosyan', 'Gagik Petrosyan'],
    // An initial beside the family name of another sex, or beside a wife's.
    ['Каримов А.', 'Каримова А.'],
    ['Каримов', 'Каримова Азиза'],
    ['Παπαδάκης', 'Παπαδάκη'],
    ['Παπαδάκης Γ.', 'Παπαδάκη Γ.'],
    ['Достоевский А.', 'Достоевская А.'],
    ['Kovács J.', 'Kovács Jánosné'],
    ['Kovács J.', 'Kovácsné'],
    // A family name as of a man and of a woman, beside a name that both may bear.
    ['Sasha Petrov', 'Sasha Petrova'],
    ['Саша Петров', 'Petrova Sasha'],
    ['Женя Пушкин', 'Женя Пушкина'],
    ['Sasha Dostoevsky', 'Саша Достоевская'],
    ['Sascha Petroff', 'Sascha Petrowa'],
    ['Valya Tolstoy', 'Валя Толстая'],
    ['Anvar Karimov', 'Anvar Karimova'],
    ['Nigora Karimov', 'Nigora Karimova'],
    ['Каримов Азиз', 'Каримова Азиз'],
    ['Alex Nowicki', 'Alex Nowicka'],
    ['Alex Novak', 'Alex Nováková'],
    ['Maria Papadopoulou', 'Μαρία Παπαδόπουλος'],
    ['Μαρία Παπαδάκη', 'Maria Papadakis'],
    ['Άγγελος Καρράς', 'Άγγελος Καρρά'],
    ['Νικόλ Οικονομίδης', 'Nikol Oikonomidou'],
    // Called by somebody of the family.
    ['Juma', 'Mama Juma'],
    ['Said', 'Baba Said'],
    ['Mama Juma', 'Baba Juma'],
    ['Юра Соколов', 'мама Юра Соколов'],
    ['Kovács János', 'Kovács János felesége'],
    ['Aziz', 'Aziz onasi'],
    // The father's name behind one's own.
    ['Hassan Ali', 'Ali Hassan Ali'],
    ['Juma Said', 'Said Juma'],
    ['Mohamed Ali Hassan', 'Ali Hassan Mohamed'],
    ['Mr Juma Said', 'Said Juma'],
    ['Juma bin Said', 'Said bin Juma'],
    ['Juma', 'Asha Juma'],
    ['Daniel Joseph', 'Joseph Daniel'],
    ['Kamau Njoroge', 'Njoroge Kamau'],
    ['Aziz Olim', 'Olim Aziz'],
    // The elder and the younger.
    ['Hans Müller d. Ä.', 'Hans Müller d. J.'],
    ['Hans Müller', 'Hans Müller d.Ä.'],
    ['Hans Müller der Ältere', 'Hans Müller'],
    ['Jean Dupont père', 'Jean Dupont fils'],
    ['Иванов Сергей мл.', 'Иванов Сергей ст.'],
    ['Γιώργος Βλάχος ο νεότερος', 'Γιώργος Βλάχος'],
    ['Արամ Հակոբյան ավագ', 'Արամ Հակոբյան կրտսեր'],
    ['Juma Mkumbo mdogo', 'Juma Mkumbo mkubwa'],
    ['Robert Miller sen.', 'Robert Miller jun.'],
    ['Robert Miller 2nd', 'Robert Miller III'],
    // Short names that sound alike roughly.
    ['Mia Clark', 'Mya Clark'],
    ['Mia Clark', 'Maya Clark'],
    ['Dana Clark', 'Diana Clark'],
    ['Joe Clark', 'Zoe Clark'],
    ['Yana Petrosyan', 'Anna Petrosyan'],
    ['Jahid Karimov', 'Zahid Karimov'],
  ])('%s and %s are a question for a person', (one, other) => {
    expect(byContact({ name: one, phone }, { name: other, phone })).toBe('UNSURE');
    expect(byContact({ name: other, phone }, { name: one, phone })).toBe('UNSURE');
  });

  test.each([
    ['John Smith', 'Jhon Smith'],
    ['John Smith', 'Smith, John'],
    ['John Smith', 'J. Smith'],
    ['John Smith', 'Smith'],
    ['Robert Ashdown', 'Bob Ashdown'],
    ['Guadalupe Ashdown', 'Lupe Ashdown'],
    ['Zoltán Ashdown', 'Zoli Ashdown'],
    ['Κατερίνα Βλάχου', 'Aikaterini Vlachou'],
    ['Γιώργος Παπαδόπουλος', 'Georgios Papadopoulos'],
    ['Shuhrat Gʻulomov', 'Шухрат Ғуломов'],
    ['Margaret Wellesley', 'Margaert Welesley'],
    ['Dilnoza Sharipova', 'Dilonza Sharipova'],
    ['ifj. Szendrei Ferenc', 'Ifj Szendrei Ferenc'],
    ['Augustino Joseph', 'Agustino Joseph'],
    ['Abdulrahman Ally', 'Abdurahman Ally'],
    ['Godlisten Mushi', 'Godlitsen Mushi'],
    ['Gulnora Karimova', 'Гулнора Каримова'],
    ['Waceke Kamau', 'Wacceke Kamau'],
    ['Maria', 'Maria Oikonomidou'],
    ['Irene Smith', 'I. Smith'],
    ['J. Smith', 'Jane Smith'],
    ['Kovács Jánosné', 'Kovacs Janosne'],
    ['Mama Juma', 'Mama Juma'],
    ['Said, Juma', 'Juma Said'],
    ['Hassan Ali', 'Hassan Ali Mohamed'],
    ['Said bin Juma', 'Said Juma'],
    ['Peter Kamau', 'Kamau Peter'],
    ['Okello Samuel', 'Samuel Okello'],
    ['Asha Juma', 'Juma Asha'],
    ['Nagy István', 'István Nagy'],
    ['Smith, Jr.', 'Smith jr'],
    ['D. J. Müller', 'Daniel Müller'],
    ['Hans Müller d. J.', 'Hans Müller jun.'],
    ['Мия Кларк', 'Mia Clark'],
    ['Olya Petrova', 'Olia Petrova'],
    ['Хайк Петросян', 'Hayk Petrosyan'],
    ['Жанна Ким', 'Janna Kim'],
    ['Jörg Schmidt', 'Joerg Schmidt'],
    ['Jörn Böhm', 'Joern Boehm'],
    ['Μπάμπης Γκούφας', 'Babis Goufas'],
    ['Λάμπρος Κομπός', 'Lambros Kombos'],
    ['Ελευθέριος Ζήσης', 'Lefteris Zisis'],
    ['Χρήστος Νίκου', 'Xristos Nikou'],
    ['Արթուր Հարությունյան', 'Артур Арутюнян'],
    ['Վարդան Հակոբյան', 'Vartan Hagopian'],
    ['Հովհաննես Մկրտչյան', 'Оганес Мкртчян'],
    ['Oʻktam Ergashev', 'Ўктам Эргашев'],
    ["O'ktam Ergashev", 'Uktam Ergashev'],
    ["Siobhán O'Brien", 'Siobhan OBrien'],
    ['Muhammad Yussuf', 'Mohamed Yusuf'],
  ])('%s and %s are one', (one, other) => {
    expect(byContact({ name: one, phone }, { name: other, phone })).toBe('ONE');
    expect(byContact({ name: other, phone }, { name: one, phone })).toBe('ONE');
  });

  test('one letter for another is a slip where both were born on one day, else perhaps a brother', () => {
    const one = { name: 'Margaret Wellesley', phone };
    const other = { name: 'Margarit Wellesley', phone };
    expect(byContact(one, other)).toBe('UNSURE');
    expect(byContact({ ...one, birth: '1980-05-04' }, { ...other, birth: '1980-05-04' })).toBe('ONE');
    expect(byContact({ ...one, birth: '1980' }, { ...other, birth: '1980' })).toBe('UNSURE');
    for (const [name, slip] of [
      ['Shuhrat Gulomov', 'Shuhrot Gulomov'],
      ['William Wellesley', 'Willian Wellesley'],
      ['Wanjiku Kamau', 'Wanjeku Kamau'],
      ['Gulnora Karimova', 'Gulnara Karimova'],
      ['Jamol Karimov', 'Jamal Karimov'],
    ] as const)
      expect(byContact({ name, phone, birth: '1980-05-04' }, { name: slip, phone, birth: '1980-05-04' })).toBe('ONE');
  });

  test.each([
    ['Hasan Usmonov', 'Husan Usmonov'],
    ['Xasanboy Usmonov', 'Xusanboy Usmonov'],
    ['Ҳасан Усмонов', 'Ҳусан Усмонов'],
    ['Ҳасан Усмонов', 'Xusan Usmonov'],
    ['Fotima Usmonova', 'Zuhra Usmonova'],
    ['Gulnora Karimova', 'Gulnoza Karimova'],
    ['Bekzod Karimov', 'Behzod Karimov'],
    ['Nodir Karimov', 'Qodir Karimov'],
    ['Kulwa Mushi', 'Doto Mushi'],
    ['Salama Msangi', 'Salima Msangi'],
    ['Tatu Msangi', 'Tabu Msangi'],
    ['Garik Petrosyan', 'Gagik Petrosyan'],
    ['Jane Wellesley', 'Joan Wellesley'],
    ['Rory Wellesley', 'Cory Wellesley'],
    ['Jayden Wellesley', 'Hayden Wellesley'],
    ['Κάστωρ Βλάχος', 'Πολυδεύκης Βλάχος'],
  ])('%s and %s are twins where they were born on one day, so a person decides', (one, other) => {
    const birth = '1991-04-17';
    const [given = '', family = ''] = one.split(' ');
    const [otherGiven = ''] = other.split(' ');
    const email = 'usmonov.oila@mail.ru';
    for (const contact of [{ phone }, { email }]) {
      expect(byContact({ name: one, birth, ...contact }, { name: other, birth, ...contact })).toBe('UNSURE');
      expect(byContact({ given, family, birth, ...contact }, { given: otherGiven, family, birth, ...contact })).toBe(
        'UNSURE',
      );
    }
  });

  test.each([
    ['Asha Juma', 'Juma Hassan', 'is as of another of the family'],
    ['Juma Said', 'Said Juma', 'is as of another of the family'],
    ['Mama Juma', 'Juma', 'is as of another of the family'],
    ['Mr Robinson', 'Mrs Robinson', 'is as of another of the family'],
    ['Herr Schmidt', 'Frau Schmidt', 'is as of another of the family'],
    ['Sasha Petrov', 'Sasha Petrova', 'is as of another of the family'],
    ['Henry Caldwell', 'Henry Caldwell Jr.', 'is the same but for a mark such as junior'],
    ['John Smith', 'Mary Smith', 'is another'],
    ['John Smith', 'Jonh Smith', 'is a slip away from the other'],
  ])('why %s and %s may be one is told rightly', (name, other, words) => {
    const among = { shares: new Shares(), people: PEOPLE };
    const { comparison } = judge(readPerson({ name, phone }), readPerson({ name: other, phone }), among, true);
    expect(likenessInWords(partsOf(comparison))).toContain(`the name ${words}`);
  });

  test('a family name of a man and of a woman is one person’s where more than a phone agrees', () => {
    const [man, woman] = [
      { name: 'Sasha Petrov', phone },
      { name: 'Sasha Petrova', phone },
    ];
    const more = [{ email: 'sasha77@mail.ru' }, { birth: '1984-05-02' }, { nationalId: '850112345' }];
    for (const same of more) expect(byContact({ ...man, ...same }, { ...woman, ...same })).toBe('ONE');
    expect(byContact({ ...man, email: 'a.petrov@mail.ru' }, { ...woman, email: 's.petrova@mail.ru' })).toBe('UNSURE');
    // What ends so by a slip tells no sex.
    for (const [one, other] of [
      ['Farkas József', 'Farksa József'],
      ['Wanjiku Mwangi', 'Wanjiku Mwnagi'],
      ['Hans Stein', 'Hans Setin'],
    ] as const)
      expect(byContact({ name: one, phone }, { name: other, phone })).toBe('ONE');
  });

  test('columns that are swapped hide no second person', () => {
    const one = { given: 'Armen', family: 'Dimitriou', phone };
    expect(byContact(one, { given: 'Dimitriou', family: 'Armen', phone })).toBe('ONE');
    expect(byContact(one, { given: 'Dimitriou', family: 'Amina', phone })).toBe('UNSURE');
  });

  test('a father and a son of one name are a question where their births are told, sisters are two', () => {
    const father = { name: 'Henry Caldwell', phone, birth: '1951-03-27' };
    expect(byContact(father, { ...father, birth: '1974-11-15' })).toBe('UNSURE');
    expect(byContact(father, { ...father, birth: '1951-03-28' })).toBe('ONE');
    const sister = { name: 'Anna Brown', phone, birth: '1990-01-02' };
    expect(byContact(sister, { name: 'Linda Brown', phone, birth: '1984-07-19' })).toBe('TWO');
  });

  test('nobody who is not named is another', () => {
    expect(byContact({ phone }, { phone, name: 'Maria Oikonomidou' })).toBe('ONE');
  });
});
