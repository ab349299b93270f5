import { fold } from './fold';
import { isAbuse } from './names/abuse';
import { areThanksOrName } from './names/courtesies';
import { hasStars } from './names/disguise';
import { isInEmail } from './names/inEmail';
import { jokeIn } from './names/jokes';
import { hasVowel, isTyped } from './names/keyRuns';
import { isTrial, placeholderIn, saysNoName } from './names/placeholder';
import { isAlias, isOfManyNames, withoutInitialDigit } from './names/unusual';
import { plainWords } from './names/wordSet';
import { LEGAL_FORMS } from './nameWords';
import { finding, type Finding, type SignalCode } from './signals';

export interface NameVerdict {
  /** The name as it was left, spaces tidied; null when nothing was. */
  name: string | null;
  findings: Finding[];
}

const MAX_LENGTH = 100;

/** Findings that what stands in the place of a name is none: it tells of nobody. */
const NONSENSE: ReadonlySet<SignalCode> = new Set([
  'NAME_KEYBOARD_RUN',
  'NAME_REPEATED',
  'NAME_GENERATED',
  'NAME_GIBBERISH',
  'NAME_ABUSE',
  'NAME_PLACEHOLDER',
] satisfies SignalCode[]);

export const isOfNonsense = (code: SignalCode): boolean => NONSENSE.has(code);

/** Whether a name as it was left is plainly none. */
export const isNonsense = (name: string): boolean =>
  checkName({ fullName: name }).findings.some(({ code }) => isOfNonsense(code));

/**
 * Judges a person's name in any script. Says nothing against short names, one word, one letter, apostrophes, hyphens or
 * particles; what it does say is a reason for a person to look, or, where no name is at all, to refuse. The e-mail, where
 * one can exist, shows that somebody bears the name of somebody famous; as it was written, that the whole is a trial.
 */
export function checkName(
  parts: { fullName?: string | undefined; givenName?: string | undefined; familyName?: string | undefined },
  email: string | null = null,
  writtenEmail?: string,
): NameVerdict {
  const joined = parts.fullName ?? [parts.givenName, parts.familyName].filter(Boolean).join(' ');
  const name = joined.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const words = plainWords(name);
  if (name === '') return { name: null, findings: [finding('NAME_EMPTY')] };
  if (saysNoName(words) || isAbbreviatedNone(name))
    return { name, findings: [finding('NAME_NOT_GIVEN', { words: name })] };
  if (isTrial(words, writtenEmail) || /^<?test lead\b/i.test(name)) return { name, findings: [finding('TEST_LEAD')] };
  const shape = checkShape(name);
  if (shape.length > 0) return { name, findings: shape };
  const nobody = checkNobody(name, words, email);
  return { name, findings: nobody ? [nobody] : checkWords(name) };
}

/** n/a, н/д, б/н: nobody puts a stroke between initials; k.A. is what Germans write. */
const isAbbreviatedNone = (name: string): boolean => /^\p{L}\s?\/\s?\p{L}\.?$|^k\.\s?[aA]\.?$|^kA$/u.test(name);

/** What is no name at all, whatever its words are. */
function checkShape(name: string): Finding[] {
  if ((name.includes('@') && !isAlias(name)) || /^[+\d][\d\s().-]{5,}$/.test(name)) return [finding('NAME_IS_CONTACT')];
  if (/https?:|www\.|\.(?:com|net|org|ru|info|xyz)\b/i.test(name)) return [finding('NAME_LINK')];
  if (/^[=@|%]|^[+-]\p{L}/u.test(name)) return [finding('NAME_FORMULA')];
  if (!/\p{L}/u.test(name)) return [finding('NAME_NO_LETTERS')];
  return name.length > MAX_LENGTH && !isOfManyNames(name) ? [finding('NAME_TOO_LONG')] : [];
}

/** What is made of letters and names nobody who asked; one reason is enough. */
function checkNobody(name: string, words: readonly string[], email: string | null): Finding | null {
  if (isAbuse(words, name)) return finding('NAME_ABUSE');
  const joke = jokeIn(name);
  if (joke === 'COMMON' || (joke === 'NAMESAKE' && isInEmail(name, email))) return finding('NAME_NAMESAKE');
  if (joke !== null) return finding('NAME_JOKE');
  const what =
    (isCommand(name) ? 'a command of a program' : null) ??
    placeholderIn(words) ??
    (hasStars(name) ? 'letters hidden behind stars' : null);
  if (what !== null) return finding('NAME_PLACEHOLDER', { what });
  return areThanksOrName(words) ? finding('NAME_COURTESY') : null;
}

/** What programs are told: of a database, of a page, of a template that was not filled. */
export const isCommand = (name: string): boolean =>
  /['"]\s*\)?\s*;|;\s*--|\b(?:drop|alter|create)\s+table\b|\b(?:insert\s+into|delete\s+from|union\s+select)\b|\bselect\b.+\bfrom\b|['"]\s*or\s+['"\d]|<\/?[a-z]+[^>]*>|\$\{|\{\{/i.test(
    name,
  );

function checkWords(name: string): Finding[] {
  const findings: Finding[] = [];
  const plain = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (/\p{N}/u.test(withoutInitialDigit(name).replace(/\b\d(?:st|nd|rd|th)\b/gi, '')))
    findings.push(finding('NAME_DIGITS'));
  if (isTyped(plain)) findings.push(finding('NAME_KEYBOARD_RUN'));
  else if (
    plain.some((word) => word.length > 3 && isOneLetter(word)) ||
    isOneLetter(plain.join('')) ||
    (plain.length > 0 && plain.every(isOneLetter)) ||
    areAllDoubled(plain)
  )
    findings.push(finding('NAME_REPEATED'));
  else if (isGenerated(name)) findings.push(finding('NAME_GENERATED'));
  else if (plain.some(isUnspeakable) || areAllUnspeakable(plain)) findings.push(finding('NAME_GIBBERISH'));
  const scripts = mixedScripts(name);
  if (scripts) findings.push(finding('NAME_SCRIPT_MIX', { scripts }));
  if (plain.length > 1 && plain.some((word) => LEGAL_FORMS.has(word))) findings.push(finding('NAME_COMPANY'));
  return findings;
}

/** One letter three times or more. */
const isOneLetter = (word: string): boolean => /^([a-zα-ωа-яա-ֆ])\1{2,}$/.test(word);

/** Xx Yy: two words or more of one letter twice each, of which some is no vowel; Oo Aa may be somebody. */
const areAllDoubled = (words: readonly string[]): boolean =>
  words.length > 1 && words.every((word) => /^(\p{L})\1$/u.test(word)) && words.some((word) => !hasVowel(word));

/** Letters that one can stay on as on a vowel: Krk, Smrž, Vlk, the Welsh Twm, Mkrtch. */
const SYLLABIC = /[rlwрлъρλրռլղ]/;

/** Words without a vowel: seven letters or more, five where no other letter bears a syllable. */
const isUnspeakable = (word: string): boolean =>
  /^(?:[a-z]+|[а-я]+|[α-ω]+|[ա-ֆ]+)$/.test(word) && !hasVowel(word) && word.length >= (SYLLABIC.test(word) ? 7 : 5);

/** Whether nothing in a name of two words or more can be spoken; Krk Smrž can, initials and Ng are shorter words. */
const areAllUnspeakable = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.every((word) => word.length > 2 && !hasVowel(word) && /^[a-zа-яα-ω]+$/.test(word)) &&
  words.some((word) => !SYLLABIC.test(word));

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
  // The African letter open e (Akyerɛko) is often typed as the Greek one.
  for (const word of name.replace(/(?<=\p{Script=Latin})ε/gu, 'e').match(/\p{L}+/gu) ?? []) {
    const found = SCRIPTS.filter(([, pattern]) => pattern.test(word)).map(([script]) => script);
    if (found.length > 1) return found.join(' and ');
  }
  return null;
}
