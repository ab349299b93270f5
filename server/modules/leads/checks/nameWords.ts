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

/** Celebrities, invented figures and each language's John Doe. In either order of the words. */
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
  միկի մաուս, հարի փոթեր, ձմեռ պապ, qorbobo`);

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
