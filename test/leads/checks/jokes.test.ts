import { checkName } from '../../../server/modules/leads/checks/name';
import { decide } from '../../../server/modules/leads/rules';

const codes = (fullName: string): string[] => checkName({ fullName }).findings.map(({ code }) => code);

test('figures that nobody is called by wait for a person', () => {
  for (const name of [
    'Voldemort',
    'Gandalf',
    'Гэндальф',
    'Sauron',
    'Peppa Pig',
    'Свинка Пеппа',
    'Hannah Montana',
    'Баба Яга',
    'Lieschen Müller',
    'Καραγκιόζης',
    'Nasreddin Hodja',
    'Molla Nasreddin',
    'Till Eulenspiegel',
    'Илья Муромец',
    'Штирлиц',
    'Lwanda Magere',
    'Eshmat Toshmatov',
    'Эшмат Тошматов',
    'Pistonchi Pistonchiyev',
    'Valaki Más',
    'Mungu Yesu',
    'Sponge Bob',
    'Mike Litoris',
    'Connie Lingus',
    'Yuri Tarded',
    'Sum Ting Wong',
    'Τάδες Δείνας',
    'Jancsi és Juliska',
    'Juliska Jancsi',
    'Piroska és a farkas',
    'Tündér Ilona',
    'Csizmás Kandúr',
    'Zumrad va Qimmat',
    'Qizil Shapkacha',
    'Ρωμαίος και Ιουλιέτα',
    'Λούκυ Λουκ',
    'Կարմիր Գլխարկը',
    'Ռոմեո և Ջուլիետ',
    'Золушка',
    'Кот в сапогах',
    'Hänsel und Gretel',
    'Romeo and Juliet',
    'Dr Who',
    'Anna Conda',
    'Rainer Zufall',
    'PeterSilie',
    'Timon and Pumbaa',
    'Μικρή Γοργόνα',
    'Πινόκιο',
    'Карабас Барабас',
    'Layli va Majnun',
    'Piszkos Fred',
    'The Devil',
    'Сатана',
    'Har Mónika',
    'Mónika Har',
  ])
    expect([name, codes(name)]).toEqual([name, ['NAME_JOKE']]);
});

test('who governs, and the best known people of each country, wait for a person in any alphabet', () => {
  for (const name of `Keir Starmer|Кир Стармер|Friedrich Merz|Фридрих Мерц|Rishi Sunak|Pope Francis|King Charles|Charles Aznavour|Շառլ Ազնավուր|Lupita Nyong'o|Ozoda Nursaidova|Озода Нурсаидова|Mbwana Samatta|Julius Nyerere|Martha Karua|Γιάνης Βαρουφάκης|Levon Ter-Petrosyan|Orbán Viktor|Kodály Zoltán|J.D. Vance|Ursula von der Leyen`.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, ['NAME_JOKE']]);
});

test('no usual given name beside a usual family name in another alphabet is taken for somebody famous', () => {
  const usual = [
    [
      'Μαρία Νίκος Θωμάς Λία Κυρία Πέτρος Χρήστος Αντώνης Φώτης Αθηνά Δέσποινα Τάνια Ντίνα Βίκυ Πόπη Γιώργος Ελένη Άννα',
      'Κύρου Κουρή Κόλλιας Ρούσσος Μήτσου Κάρη Καρρά Κόρου Μπάκας Μπέκας Ζήσης Γούλας Ρίζος Κολιός Ράμμος Τζαννής Φωτίου Μπάκα Φίλη Παππά',
    ],
    [
      'Мария Кира Шавкат Камила Анна Майя Лия Рустам Иван Елена Нина Тимур',
      'Кари Кора Кура Мура Бондарь Поттер Кан Кин Мирзаев Каримов Иванова Гейко Цой Усмонова',
    ],
    ['Մարիա Լիա Դիանա Վահան Ռուբեն Ռոբերտ Արամ Նինա Կարեն', 'Կարա Բակո Վարդանյան Մարյան Պապյան Մելոյան Բեկյան'],
  ].map((lists) => lists.map((list) => list.split(' ')));
  const held = usual.flatMap(([given = [], family = []]) =>
    given.flatMap((one) =>
      family
        .flatMap((other) => [`${one} ${other}`, `${other} ${one}`])
        .filter((name) => decide(checkName({ fullName: name }).findings) !== 'ACCEPTED'),
    ),
  );
  expect(held).toEqual([]);
});

test('somebody famous is found in another alphabet as it writes that very name', () => {
  for (const name of 'Μαράια Κάρεϊ|Мэрайя Кэри|Билл Гейтс|Μπιλ Γκέιτς|Բիլ Գեյթս|Μαρί Κιουρί|Τζόνι Ντεπ|Джонни Депп|Άνγκελα Μέρκελ|Πάμπλο Πικάσο|Μαρκ Ζούκερμπεργκ|Борис Джонсон|Λάρα Κροφτ|Τέιλορ Σουίφτ|Тейлор Суифт|Опра Уинфри|Όπρα Γουίνφρεϊ|Канье Уэст|Уолт Дисней|Илон Маск'.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, ['NAME_JOKE']]);
});

test('a namesake of somebody famous whose e-mail bears the name is only noted, and so is a famous name that many bear', () => {
  const verdict = (fullName: string, email: string | null): [string[], string] => {
    const { findings } = checkName({ fullName }, email);
    return [findings.map(({ code }) => code), decide(findings)];
  };
  const noted = [['NAME_NAMESAKE'], 'ACCEPTED'];
  for (const [name, email] of [
    ['Tony Stark', 'tony.stark81@gmail.com'],
    ['Tony Stark', 'mail.starktony@gmail.com'],
    ['Bond, James', 'jbond@btinternet.com'],
    ['Джеймс Бонд', 'james_bond@mail.ru'],
    ['Elon Mask', 'elon-mask7@mail.am'],
    ['Иванов Иван Иванович', null],
    ['Ivanov Ivan Ivanovich', null],
    ['Αλέξανδρος Μέγας', null],
    ['Μέγας Αλέξανδρος', 'a.megas@gmail.com'],
    ['William Ruto', null],
    ['Ruto William', null],
    ['Bruce Lee', null],
    ['Swift Taylor', null],
    ['Magyar Péter', null],
    ['Eliud Kipchoge', null],
    ['Charles King', null],
    ['King Charles', 'charles.king@gmail.com'],
    ['Friedrich Merz', 'f.merz@web.de'],
  ] as const)
    expect([name, verdict(name, email)]).toEqual([name, noted]);
  for (const [name, email] of [
    ['Tony Stark', null],
    ['Tony Stark', 'mary.smith@gmail.com'],
    ['Tony Stark', 'tony@gmail.com'],
    ['James Bond', '007@gmail.com'],
    ['Taylor Swift', null],
    ['Μέγας Αλέξανδρος', null],
    ['Mickey Mouse', 'mickey.mouse@gmail.com'],
    ['John Doe', 'john.doe@gmail.com'],
    ['Ben Dover', 'ben.dover@gmail.com'],
  ] as const)
    expect([name, verdict(name, email)]).toEqual([name, [['NAME_JOKE'], 'QUARANTINED']]);
});

test('who bears a usual given and a usual family name is held for no namesake, figure or play on words', () => {
  const noted =
    'Puskás Ferenc|Ferenc Puskás|Szijjártó Péter|Liszt Ferenc|Király Mátyás|Mátyás Király|Farkas Piroska|Kasza Blanka|Cserép Virág|Vitéz János|Αλέξης Ζορμπάς|Κατερίνα Στεφανίδη|Ζωή Κωνσταντοπούλου|Ռոբերտ Քոչարյան|Yulduz Usmonova|Юлдуз Усмонова|Sherali Jo‘rayev|Faith Kipyegon|Wangari Mathai|Saddam Hussein|Peter Parker|John Lennon|Arthur King|Mike Hunt|Wayne Kerr|Phil McCracken|Anita Bath|Helmut Kohl|Мария Шарапова';
  for (const name of noted.split('|')) {
    const { findings } = checkName({ fullName: name });
    expect([name, findings.map(({ code }) => code), decide(findings)]).toEqual([name, ['NAME_NAMESAKE'], 'ACCEPTED']);
  }
  // They sound like a play on words, or like a figure of one word, which are such by their letters alone.
  for (const name of 'Emma Dill|Monika Haar|Rika Papp|Zita Parra|Zoltán Parr|Otto Ritz|Erika Amm|Aaron Gitt|Áron Minden|Elek Lev|Jo Aron|Schreck|Sitton|Bogh|Theos'.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, []]);
});
