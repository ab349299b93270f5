import { fold } from './fold';
import { JOKES, KEY_ROWS, LEGAL_FORMS, NO_NAME, TRIAL } from './nameWords';
import { finding, type Finding } from './signals';

export interface NameVerdict {
  /** The name as it was left, spaces tidied; null when there is none. */
  name: string | null;
  findings: Finding[];
}

const MAX_LENGTH = 100;

const backwards = (text: string): string => [...text].reverse().join('');

/**
 * Judges a person's name in any script. Says nothing against short names, one word, one letter, apostrophes, hyphens or
 * particles; what it does say is a reason for a person to look, or, where no name is at all, to refuse.
 */
export function checkName(parts: {
  fullName?: string | undefined;
  givenName?: string | undefined;
  familyName?: string | undefined;
}): NameVerdict {
  const joined = parts.fullName ?? [parts.givenName, parts.familyName].filter(Boolean).join(' ');
  const name = joined.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const folded = fold(name);
  if (name === '' || NO_NAME.has(folded)) return { name: null, findings: [finding('NAME_EMPTY')] };
  if (TRIAL.has(folded) || /^<?test lead\b/.test(folded)) return { name, findings: [finding('TEST_LEAD')] };
  const shape = checkShape(name);
  return { name, findings: shape.length > 0 ? shape : checkWords(name, folded) };
}

/** What is no name at all, whatever its words are. */
function checkShape(name: string): Finding[] {
  if (name.includes('@') || /^[+\d][\d\s().-]{5,}$/.test(name)) return [finding('NAME_IS_CONTACT')];
  if (/https?:|www\.|\.(?:com|net|org|ru|info|xyz)\b/i.test(name)) return [finding('NAME_LINK')];
  if (/^[=@|%]|^[+-]\p{L}/u.test(name)) return [finding('NAME_FORMULA')];
  if (!/\p{L}/u.test(name)) return [finding('NAME_NO_LETTERS')];
  return name.length > MAX_LENGTH ? [finding('NAME_TOO_LONG')] : [];
}

function checkWords(name: string, folded: string): Finding[] {
  const findings: Finding[] = [];
  const plain = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (/\p{N}/u.test(name.replace(/\b\d(?:st|nd|rd|th)\b/gi, ''))) findings.push(finding('NAME_DIGITS'));
  if (JOKES.has(plain.join(' ')) || JOKES.has([...plain].reverse().join(' '))) findings.push(finding('NAME_JOKE'));
  if (plain.some(isKeyboardRun)) findings.push(finding('NAME_KEYBOARD_RUN'));
  else if (plain.some((word) => /^(\p{L})\1{3,}$/u.test(word)) || /^(\p{L})\1{2,}$/u.test(plain.join('')))
    findings.push(finding('NAME_REPEATED'));
  else if (isGenerated(name)) findings.push(finding('NAME_GENERATED'));
  else if (plain.some(isUnspeakable)) findings.push(finding('NAME_GIBBERISH'));
  const scripts = mixedScripts(name);
  if (scripts) findings.push(finding('NAME_SCRIPT_MIX', { scripts }));
  if (plain.length > 1 && plain.some((word) => LEGAL_FORMS.has(word))) findings.push(finding('NAME_COMPANY'));
  return findings;
}

/** Every four neighbouring keys, either way. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  KEY_ROWS.flatMap((row) => [row, backwards(row)]).flatMap((row) =>
    Array.from({ length: row.length - 3 }, (_, start) => row.slice(start, start + 4)),
  ),
);

/**
 * Five neighbouring keys in most of a word, either way; a whole word of four that begins a row or has no vowel; three
 * or four keys over and over. Shorter runs live in real names (Were, Trew, Sásdi).
 */
function isKeyboardRun(word: string): boolean {
  if (word.length < 4) return false;
  const run = longestRun(word);
  if (run === 4 && word.length === 4)
    return KEY_ROWS.some((row) => row.startsWith(word) || row.startsWith(backwards(word))) || !hasVowel(word);
  if (run >= Math.max(5, word.length * 0.6)) return true;
  const again = /^(.{3,4})\1+$/.exec(word)?.[1];
  return again !== undefined && KEY_ROWS.some((row) => row.includes(again) || row.includes(backwards(again)));
}

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

const hasVowel = (word: string): boolean => /[aeiouyαεηιουωаеёиоуыэюяўաեէըիոօու]/u.test(word);

/** Seven or more Latin or Cyrillic letters without a vowel; Mkrtch and Smrž are shorter. */
const isUnspeakable = (word: string): boolean => /^(?:[a-z]{7,}|[а-я]{7,})$/.test(word) && !hasVowel(word);

/**
 * Names as programs that fill forms make them up: capitals strewn over a word (fKdJhQwLpZ), or a given name with a few
 * more letters for the family name (Robert RobertNom, JamesTup JamesTup). Capitals within names begin a part of two
 * letters or more: McDonald, DeLaCruz, MariaDelCarmen.
 */
function isGenerated(name: string): boolean {
  if (/^(\p{Lu}\p{Ll}{2,}) \1\p{Lu}\p{Ll}{1,3}\p{Lu}{0,2}$/u.test(name)) return true;
  if (/^(\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{1,3}\p{Lu}{0,2}) \1$/u.test(name)) return true;
  return name.split(/[^\p{L}]+/u).some((word) => {
    const turns = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    const isStrewn = /\p{Ll}\p{Lu}\p{Lu}|(?:^|\p{Lu})\p{Ll}\p{Lu}/u.test(word);
    return word.length >= 8 && turns >= 3 && isStrewn;
  });
}

const SCRIPTS: readonly [string, RegExp][] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
];

/** Two scripts inside one word, as look-alike letters make them; two scripts in two words are a habit of many. */
function mixedScripts(name: string): string | null {
  if (/^[\x20-\x7e]*$/.test(name)) return null;
  for (const word of name.match(/\p{L}+/gu) ?? []) {
    const found = SCRIPTS.filter(([, pattern]) => pattern.test(word)).map(([script]) => script);
    if (found.length > 1) return found.join(' and ');
  }
  return null;
}
