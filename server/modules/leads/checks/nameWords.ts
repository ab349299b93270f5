import { fold } from './fold';
import { wordSet } from './names/wordSet';

/** Legal forms: the name is a firm's. Compared with whole words. */
export const LEGAL_FORMS: ReadonlySet<string> = wordSet(`
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
