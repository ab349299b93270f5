import { ALPHABETS, KEY_COLUMNS, KEY_ROWS } from '../nameWords';

/**
 * Names that fingers typed: along the keys, or along the alphabet. Judged by whole words, since shorter runs live in real
 * names (Were, Trew, Sásdi, Tretter).
 */

const backwards = (text: string): string => [...text].reverse().join('');

const ROWS = [...KEY_ROWS, ...KEY_COLUMNS, ...ALPHABETS];
const BOTH_WAYS = ROWS.flatMap((row) => [row, backwards(row)]);
/** Where the fingers lie: whole names of these letters are rare enough for shorter runs to tell. */
const HOME_ROWS = KEY_ROWS.filter((row) => /^(?:asd|фыв|ασδ|ասդ)/u.test(row));

/** Every four neighbouring keys, either way. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  BOTH_WAYS.flatMap((row) => Array.from({ length: row.length - 3 }, (_, start) => row.slice(start, start + 4))),
);

export const hasVowel = (word: string): boolean => /[aeiouyαεηιουωаеёиоуыэюяўաեէըիոօու]/u.test(word);

/** Whole words along other layouts than rows show, or in the middle of a row: Azer is a name, azerty none. */
const TYPED_WORDS: ReadonlySet<string> = new Set(
  'wasd azerty azertyu azertyuiop qsdf qsdfg qsdfgh wxcv wxcvbn uiop poiu erty rtyu tyui yuio oiuy iuyt uytr rtzu tzui zuio oiuz iuzt jklo'.split(
    ' ',
  ),
);

/** Families are called so. */
const NAMES_ON_KEYS: ReadonlySet<string> = new Set(['wertz', 'смит', 'тимс']);

/** In these letters no other name lies on four neighbouring keys, so each of such words is typed (φγηξ). */
const OTHER_LETTERS = /^[\u0370-\u058F]+$/;

/** Twice or more what begins a row or a column, folded, in any order: qweasd, asdqwe, йцуфыв. */
const PIECES = /^(?:qwe|asd|zxc|qaz|wsx|edc|ewq|dsa|cxz|ицу|фыв|ячс|ασδ|ζχψ|ասդ|զցգ|զղց){2,}$/u;

/** Whether one of the words, or all of them together, was typed along the keys. `words` are folded. */
export function isTyped(words: readonly string[]): boolean {
  const whole = words.join('');
  if (words.some(isKeyboardRun) || PIECES.test(whole)) return true;
  return words.length > 0 && (words.every(isShortRun) || (whole.length >= 6 && longestRun(whole) === whole.length));
}

/**
 * Five neighbouring keys in most of a word, either way; a whole word of four that begins a row or has no vowel; three or
 * four keys over and over; letters beside each other on one row and no vowel; the first four keys of a home row only.
 */
function isKeyboardRun(word: string): boolean {
  if (word.length < 4 || NAMES_ON_KEYS.has(word)) return false;
  if (TYPED_WORDS.has(word) || PIECES.test(word)) return true;
  const run = longestRun(word);
  if (run === 4 && word.length === 4)
    return beginsRow(word) || beginsRow(backwards(word)) || !hasVowel(word) || OTHER_LETTERS.test(word);
  if (run >= Math.max(5, word.length * 0.6)) return true;
  const again = /^(.{3,4})\1+$/u.exec(word)?.[1];
  if (again !== undefined && BOTH_WAYS.some((row) => row.includes(again))) return true;
  return word.length >= 5 && (isMashed(word) || isHomeRow(word));
}

const beginsRow = (word: string): boolean => ROWS.some((row) => row.startsWith(word));

/** Three letters that begin a row (asd, qwe, abc) or lie side by side without a vowel (fgh, zxc): as whole words only. */
const isShortRun = (word: string): boolean =>
  word.length === 3 && (beginsRow(word) || (!hasVowel(word) && KEY_ROWS.some((row) => row.includes(word))));

/** No vowel, and all letters of one row, as fgdfgd. */
const isMashed = (word: string): boolean =>
  !hasVowel(word) && KEY_ROWS.some((row) => [...word].every((letter) => row.includes(letter)));

/** Four keys of a home row at most, and three of them side by side: sadasd, asdfas. */
const isHomeRow = (word: string): boolean =>
  HOME_ROWS.some((row) => {
    const start = row.slice(0, 4);
    if (![...word].every((letter) => start.includes(letter))) return false;
    return [start.slice(0, 3), start.slice(1)].some((run) => word.includes(run) || word.includes(backwards(run)));
  });

/** Keys in the longest run of neighbours in a word; 0 when there are not four. */
function longestRun(word: string): number {
  let longest = 0;
  let run = 3;
  for (let start = 0; start + 4 <= word.length; start++) {
    run = NEIGHBOURS.has(word.slice(start, start + 4)) ? run + 1 : 3;
    if (run > 3) longest = Math.max(longest, run);
  }
  return longest;
}
