import { fold } from './fold';
import { wordSet } from './names/wordSet';

/** Legal forms: the name is a firm's. Compared with whole words. */
export const LEGAL_FORMS: ReadonlySet<string> = wordSet(`
  ltd, limited, llc, inc, corp, gmbh, kft, zrt, nyrt, επε, ικε, ооо, зао, оао, mchj,
  սպը, փբը, plc, llp, sarl`);

/** Rows of keys as they lie side by side, in the layouts of this market's languages. */
export const KEY_ROWS: readonly string[] = [
  // English; German and Hungarian
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'asdfghjklöä',
  'asdfghjkléáű',
  'yxcvbnm',
  // Russian; Uzbek; Russian by sound
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'йцукенгшўзхъ',
  'фқвапролджэ',
  'явертыуиоп',
  'яшертыуиоп',
  'асдфгхйкл',
  'асдфгчйкл',
  'зхцвбнм',
  'зьцжбнм',
  // Greek
  'ςερτυθιοπ',
  'ασδφγηξκλ',
  'ζχψωβνμ',
  // Armenian, of Windows and by sound
  'խւէրտեըիոպչջ',
  'ասդֆքհճկլթփ',
  'զցգվբնմշղծ',
  'քոեռտըւիօպխծշ',
  'ասդֆգհյկլ',
  'զղցվբնմ',
].map(fold);

/** Keys one below the other, column after column; those to the right make names (Mikol, Polik). */
export const KEY_COLUMNS: readonly string[] = ['qazwsxedcrfvtgb', 'zaqxswcdevfrbgt'];

/** Letters as children learn them: whoever types them in order types no name. */
export const ALPHABETS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'xyz',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'абвгдежзийклмнопрстуфхцчшщ',
  'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք',
].map(fold);
