/** A name in its own script, in Latin letters, and where there is one the form by which people call it. */
export type Spelling = readonly [string, string, string?];

/** Where households live, and what their people are called; each family name as men and as women bear it. */
export interface Place {
  city: string;
  prefix: string;
  digits: number;
  isFamilyFirst: boolean;
  men: readonly Spelling[];
  women: readonly Spelling[];
  families: readonly (readonly [Spelling, Spelling])[];
}

const latin = (names: string): Spelling[] =>
  names.split(' ').map((name): Spelling => {
    const [full = '', called] = name.split('/');
    return called ? [full, full, called] : [full, full];
  });

const both = (names: string): Spelling[] =>
  names.split(' ').map((name): Spelling => {
    const [own = '', written = '', called] = name.split('/');
    return called ? [own, written, called] : [own, written];
  });

const unchanged = (families: readonly Spelling[]): (readonly [Spelling, Spelling])[] =>
  families.map((family) => [family, family]);

const changed = (families: string): (readonly [Spelling, Spelling])[] =>
  families.split(' ').map((family) => {
    const [men = '', women = ''] = family.split('|');
    return [both(men)[0]!, both(women)[0]!];
  });

export const PLACES: readonly Place[] = [
  {
    city: 'Leeds',
    prefix: '+447',
    digits: 9,
    isFamilyFirst: false,
    men: latin('Robert/Bob Paul Peter/Pete Daniel/Dan Martin Julian Christian John/Jack William/Bill Thomas/Tom'),
    women: latin('Roberta Paula Pauline Petra Daniela Martina Juliana Christina Mary Maria Margaret/Peggy Anna Annie'),
    families: unchanged(
      latin('Ashdown Caldwell Carruthers Wellesley Pemberton Thackeray Smith Jones Fairbairn Hollis Marwood Quinney'),
    ),
  },
  {
    city: 'Kisumu',
    prefix: '+2547',
    digits: 8,
    isFamilyFirst: false,
    men: latin('Paul Joseph/Joe Patrick Otieno Kevin Brian George Francis Dennis Samuel'),
    women: latin('Pauline Josephine Patricia Akinyi Achieng Faith Georgina Frances Denise Mercy Mary'),
    families: unchanged(latin('Okello Odhiambo Wekesa Mutiso Rotich Omollo Naliaka Kiprono Wambugu Njoroge')),
  },
  {
    city: 'Larissa',
    prefix: '+3069',
    digits: 8,
    isFamilyFirst: false,
    men: both(
      'Γεώργιος/Georgios/Giorgos Νικόλαος/Nikolaos/Nikos Ιωάννης/Ioannis/Giannis Παναγιώτης/Panagiotis Χρήστος/Christos Δημήτριος/Dimitrios/Dimitris',
    ),
    women: both(
      'Γεωργία/Georgia Νικολέτα/Nikoleta Ιωάννα/Ioanna Παναγιώτα/Panagiota Χριστίνα/Christina Δήμητρα/Dimitra Αικατερίνη/Aikaterini/Katerina',
    ),
    families: changed(
      'Παπαδόπουλος/Papadopoulos|Παπαδοπούλου/Papadopoulou Βλάχος/Vlachos|Βλάχου/Vlachou Καρράς/Karras|Καρρά/Karra Οικονομίδης/Oikonomidis|Οικονομίδου/Oikonomidou Ζερβάκης/Zervakis|Ζερβάκη/Zervaki Αθανασίου/Athanasiou|Αθανασίου/Athanasiou Μακρής/Makris|Μακρή/Makri Σταματόπουλος/Stamatopoulos|Σταματοπούλου/Stamatopoulou Δεληγιάννης/Deligiannis|Δεληγιάννη/Deligianni Τσιρίγος/Tsirigos|Τσιρίγου/Tsirigou Κουμάντος/Koumantos|Κουμάντου/Koumantou Ραπτόπουλος/Raptopoulos|Ραπτοπούλου/Raptopoulou Λαμπράκης/Lambrakis|Λαμπράκη/Lambraki',
    ),
  },
  {
    city: 'Yerevan',
    prefix: '+37491',
    digits: 6,
    isFamilyFirst: false,
    men: both('Արմեն/Armen Տիգրան/Tigran Հայկ/Hayk Կարեն/Karen Արամ/Aram'),
    women: both('Անի/Ani Աննա/Anna Կարինե/Karine Լուսինե/Lusine Մարիամ/Mariam Մարիա/Maria'),
    families: unchanged(
      both(
        'Գասպարյան/Gasparyan Ավետիսյան/Avetisyan Հարությունյան/Harutyunyan Հովսեփյան/Hovsepyan Գրիգորյան/Grigoryan Սարգսյան/Sargsyan Հակոբյան/Hakobyan Մարտիրոսյան/Martirosyan Դանիելյան/Danielyan Բաղդասարյան/Baghdasaryan Թումանյան/Tumanyan Շահինյան/Shahinyan Զաքարյան/Zakaryan',
      ),
    ),
  },
  {
    city: 'Tashkent',
    prefix: '+99890',
    digits: 7,
    isFamilyFirst: false,
    men: both('Азиз/Aziz Шухрат/Shuhrat Рустам/Rustam Фарид/Farid Жамшид/Jamshid Улуғбек/Ulugbek'),
    women: both('Азиза/Aziza Нигора/Nigora Дилноза/Dilnoza Фарида/Farida Малика/Malika Гулнора/Gulnora'),
    families: changed(
      'Каримов/Karimov|Каримова/Karimova Рахимов/Rahimov|Рахимова/Rahimova Ғуломов/Gulomov|Ғуломова/Gulomova Юсупов/Yusupov|Юсупова/Yusupova Собиров/Sobirov|Собирова/Sobirova Эргашев/Ergashev|Эргашева/Ergasheva Турсунов/Tursunov|Турсунова/Tursunova Назаров/Nazarov|Назарова/Nazarova Мирзаев/Mirzaev|Мирзаева/Mirzaeva Холматов/Holmatov|Холматова/Holmatova Абдуллаев/Abdullaev|Абдуллаева/Abdullaeva',
    ),
  },
  {
    city: 'Szeged',
    prefix: '+3620',
    digits: 7,
    isFamilyFirst: true,
    men: latin('Ferenc/Feri István János József/Jozsi László/Laci Gábor Zoltán'),
    women: latin('Ferencné Istvánné Johanna Jozefina Zsófia Sófia Gabriella Mária Katalin/Kati'),
    families: unchanged(latin('Szendrei Kovács Nagy Szűcs Farkas Balogh Vámos Kelemen Juhász Somogyi')),
  },
];
