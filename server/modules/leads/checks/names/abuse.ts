import { fold } from '../fold';
import { hidesAbuse, undisguised } from './disguise';
import {
  ABUSE,
  ABUSE_AS_FAMILY_NAME,
  ABUSE_AS_SPELT,
  ABUSE_IN_PHRASES,
  ABUSE_OR_FOREIGN_NAME,
  ABUSE_OR_NAME,
  ABUSE_PHRASES,
  BESIDE_ABUSE,
  HUNGARIAN_GIVEN_NAMES,
} from './abuseWords';

/** Within whatever words they stand; no name has them. Shorter ones live in names (Scunthorpe, Rakshit, Faszczewski). */
const STEMS =
  /\p{L}{2}fasz(?:a|at|t|om|od|ok|ra|nak|sag)?$|picsaj|bazdme|baszdme|kurvaany|motherfuck|пизд|бляд|блят|пидора|долбоеб|pizd[aeuy]|blyad|blyat|dolbo?y?[eo]b|πουταν|γαμημεν|γαμησ|μαλακισμ|μουνοπ|κωλοτρ|arschloch|hurensohn|wichser/u;

/** Whether words of a name (plainWords) abuse somebody, however they are disguised. */
export function isAbuse(words: readonly string[], name: string): boolean {
  if (isAbuseAsWritten(words, name) || hidesAbuse(name)) return true;
  const bare = undisguised(name);
  return bare.join(' ') !== words.join(' ') && isAbuseAsWritten(bare, bare.join(' '));
}

/** By a word that is no name, or where nothing but abuse stands. */
function isAbuseAsWritten(words: readonly string[], name: string): boolean {
  if (wordsAsSpelt(name).some((word) => ABUSE_AS_SPELT.has(word))) return true;
  const areLetters = words.every((word) => word.length === 1);
  if (words.some((word) => ABUSE.has(word) || STEMS.test(word)) || (areLetters && ABUSE.has(words.join(''))))
    return true;
  if (ABUSE_PHRASES.has(words.filter((word) => word !== 'a').join(' ')) || isAbuseOfHungarians(name)) return true;
  const isSpelling = (word: string): boolean =>
    ABUSE_OR_NAME.has(word) || ABUSE_IN_PHRASES.has(word) || BESIDE_ABUSE.has(word);
  if (!words.every(isSpelling)) return false;
  // An initial beside a family name (A. Geci, Kuma A.) is no abuse.
  const long = words.filter((word) => word.length > 1);
  if (long.length === 1 && words.length > 1) return false;
  return (
    long.some((word) => ABUSE_OR_NAME.has(word)) || (long.length > 1 && long.some((word) => ABUSE_IN_PHRASES.has(word)))
  );
}

const AS_SPELT: ReadonlySet<string> = new Set(HUNGARIAN_GIVEN_NAMES);
const WITHOUT_ACCENTS: ReadonlySet<string> = new Set(HUNGARIAN_GIVEN_NAMES.map(fold));

/** With their accents. */
const wordsAsSpelt = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? [];

/** Abuse in the place of the family name, beside Hungarian given names in either order. */
function isAbuseOfHungarians(name: string): boolean {
  const words = wordsAsSpelt(name);
  if (words.length < 2) return false;
  const isOf = (isFamily: (word: string) => boolean, isGiven: (word: string) => boolean): boolean =>
    words.filter(isFamily).length === 1 && words.every((word) => isFamily(word) || isGiven(word));
  return (
    isOf(
      (word) => ABUSE_AS_FAMILY_NAME.has(fold(word)),
      (word) => WITHOUT_ACCENTS.has(fold(word)),
    ) ||
    isOf(
      (word) => ABUSE_OR_FOREIGN_NAME.has(word),
      (word) => AS_SPELT.has(word),
    )
  );
}
