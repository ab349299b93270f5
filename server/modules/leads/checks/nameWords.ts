import { fold } from './fold';

/** Words of the name check, folded as the names are that they meet. */
const words = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .trim()
      .split(/\s*[,\n]\s*/),
  );

/** What people and programs write where no name is. */
export const NO_NAME: ReadonlySet<string> = words(`
  name, your name, full name, first name, last name, no name, noname, none, null, nil, undefined, unknown, anonymous,
  anonym, nobody, n/a, na, not given, not available, guest, user, customer, client,
  ονομα, ανωνυμος, αγνωστος, nev, nevtelen, ismeretlen, имя, аноним, неизвестно, անուն, անանուն, ism, nomalum, jina, hakuna jina`);

/** Whole names that are trial entries. One word of a name may well be somebody's: these are compared whole. */
export const TRIAL: ReadonlySet<string> = words(`
  test, test test, testing, tester, test user, test name, test lead, test testing, demo, demo user, sample, dummy,
  τεστ, τεστ τεστ, δοκιμη, δοκιμη δοκιμη, teszt, teszt teszt, тест, тест тест, թեստ, թեստ թեստ`);

/**
 * Celebrities, invented figures and each language's John Doe. In either order of the words. Left out is whose name many
 * others bear too (Michael Jordan, Peter Griffin, Kovács János, Islom Karimov): a person holds such a lead up for nothing.
 */
export const JOKES: ReadonlySet<string> = words(`
  john doe, jane doe, joe bloggs, fake name, foo bar, mickey mouse, minnie mouse, donald duck, bugs bunny, daffy duck,
  homer simpson, bart simpson, harry potter, hermione granger, james bond, jason bourne, darth vader, luke skywalker,
  han solo, bruce wayne, peter parker, clark kent, tony stark, sherlock holmes, spider man, spiderman, batman, superman,
  iron man, captain america, santa claus, father christmas, easter bunny, tooth fairy, peter pan, winnie the pooh,
  spongebob squarepants, super mario, elon musk, donald trump, joe biden, barack obama, bill gates, jeff bezos,
  mark zuckerberg, steve jobs, vladimir putin, adolf hitler, osama bin laden, chuck norris, justin bieber,
  taylor swift, cristiano ronaldo, lionel messi, angela merkel, boris johnson, queen elizabeth, jesus christ,
  max mustermann, erika mustermann, teszt elek, minta janos, gipsz jakab, mekk elek, deda gedeon,
  μικυ μαους, ντοναλντ ντακ, χαρι ποτερ, ταδε ταδοπουλος, ταδε δεινας, αγιος βασιλης,
  вася пупкин, василий пупкин, иван пупкин, vasya pupkin, микки маус, гарри поттер, дед мороз, джеймс бонд,
  միկի մաուս, հարի փոթեր, ձմեռ պապ, qorbobo,
  albus dumbledore, ron weasley, lord voldemort, frodo baggins, bilbo baggins, obi wan kenobi, princess leia,
  katniss everdeen, eric cartman, bob the builder, fred flintstone, scooby doo, wile e coyote, popeye the sailor,
  jack sparrow, captain jack sparrow, lara croft, indiana jones, forrest gump, john rambo, mr bean, ronald mcdonald,
  colonel sanders, wonder woman, the hulk, incredible hulk, snow white, humpty dumpty, mother teresa, albert einstein,
  napoleon bonaparte, julius caesar, charlie chaplin, marilyn monroe, elvis presley, freddie mercury, kanye west,
  kim kardashian, oprah winfrey, rihanna fenty, lebron james, tom cruise, brad pitt, angelina jolie, johnny depp,
  leonardo dicaprio, keanu reeves, jackie chan, kamala harris, narendra modi, volodymyr zelensky, emmanuel macron,
  king charles, usain bolt, kylian mbappe, rick astley, hugh jass, ben dover, seymour butts, amanda hugginkiss,
  heywood jablome, i p freely, dixie normous, oliver clothesoff, fake person, nunya business, none of your business,
  mtu fulani, fulani wa fulani, fulani bin fulani, jina langu, sungura mjanja, diamond platnumz, ali kiba,
  william ruto, raila odinga, uhuru kenyatta, samia suluhu, samia suluhu hassan, harmonize konde boy, nameless mtu,
  κυριακος μητσοτακης, αλεξης τσιπρας, γιαννης αντετοκουνμπο, σακης ρουβας, ελενα παπαριζου, ντοναλντ τραμπ,
  τζειμς μποντ, μεγας αλεξανδρος, αλεξανδρος ο μεγας, ανωνυμος ανωνυμου, ταδε ταδε, δεινα ταδε, ναπολεων βοναπαρτης,
  μπαρμπα στρουμφ, μαυρος πανθηρας, giannis antetokounmpo, kyriakos mitsotakis, alexis tsipras, tade tadopoulos,
  նիկոլ փաշինյան, քիմ քարդաշյան, շառլ ազնավուր, հենրիխ մխիթարյան, դոնալդ թրամփ, պողոս պետրոս, ձմեռ պապիկ,
  հարրի փոթթեր, ջեյմս բոնդ, մարդ սարդ, nikol pashinyan, poghos petros, henrikh mkhitaryan,
  falonchi pistonchi, falonchi falonchiyev, falonchi falonchi, pismadonchi, xoja nasriddin, nasriddin afandi,
  shavkat mirziyoyev, alisher navoiy, mikki maus, garri potter, jeyms bond, фалончи пистончи, шавкат мирзиёев,
  хужа насриддин, насриддин афанди, владимир путин, дональд трамп, илон маск, человек паук, иванов иван иванович,
  orban viktor, puskas ferenc, petofi sandor, kossuth lajos, szoboszlai dominik, gyurcsany ferenc, miki eger,
  donald kacsa, hofeherke, mikulas bacsi, minta peter, mintapeter, minta mari, teszt erzsebet, janos vitez, gipsz jakabne,
  jezus krisztus, valaki valaki, senki alfonz`);

/** Legal forms: the name is a firm's. Compared with whole words. */
export const LEGAL_FORMS: ReadonlySet<string> = words(`
  ltd, limited, llc, inc, corp, gmbh, kft, zrt, nyrt, επε, ικε, ооо, зао, оао, mchj,
  սպը, փբը, plc, llp, sarl`);

/** Rows of keys as they lie side by side, in the layouts of this market's languages. */
export const KEY_ROWS: readonly string[] = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertz',
  'yxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'ςερτυθιοπ',
  'ασδφγηξκλ',
  'ζχψωβνμ',
].map(fold);
