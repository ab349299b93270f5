import { isAnyUser, isBareTitle, isMessage, withoutTitles } from './message';
import { isGreeting, isOneself, isPost, isSaidToBeFalse } from './standIns';
import { FALSE_WORDS } from './standInWords';
import { isCourtesy } from './courtesies';
import { isWish } from './wish';
import { plainWords } from './wordSet';
import {
  ADDRESSES,
  ASSISTANTS,
  BESIDE_TRIAL,
  CALLS,
  CHATTER,
  CHATTER_ALONE,
  CHATTER_PHRASES,
  NO_NAME,
  NO_NAME_OR_NAME,
  NOBODY,
  NUMBERS,
  SURE_TRIAL,
  TRIAL,
  TRIAL_OR_NAME,
} from './placeholderWords';

/** The list holds the whole, a half that is said twice, or every word: Unknown Unknown. */
function isAllOf(list: ReadonlySet<string>, words: readonly string[]): boolean {
  const half = words.slice(0, words.length / 2).join(' ');
  const whole = words.join(' ');
  return list.has(whole) || (whole === `${half} ${half}` && list.has(half)) || words.every((word) => list.has(word));
}

/** Whether words (plainWords) say that there is no name, and are nobody's. */
export const saysNoName = (words: readonly string[]): boolean => words.length > 0 && isAllOf(NO_NAME, words);

/** Whether the name before the @ is a trial's: test@, test.user2@. */
function isTrialsBox(email: string): boolean {
  const words = plainWords(email.split('@')[0]!.replace(/[\d_]+/g, ' '));
  return words.some((word) => TRIAL.has(word)) && words.every((word) => TRIAL.has(word) || BESIDE_TRIAL.has(word));
}

/**
 * Whether words are a trial entry, and nobody's name: "test user", "demo account". One word alone is a family name too, so
 * that it takes an e-mail address of a trial beside it.
 */
export function isTrial(words: readonly string[], email: string | undefined): boolean {
  if (words.length < 2) return TRIAL.has(words.join()) && isTrialsBox(email ?? '');
  const isBeside = (word: string): boolean => TRIAL.has(word) || BESIDE_TRIAL.has(word);
  const isOf = (word: string): boolean => TRIAL.has(word) || TRIAL_OR_NAME.has(word);
  return (
    !isInitialed(words) &&
    words.some(isOf) &&
    words.some(isBeside) &&
    words.every((word) => isOf(word) || isBeside(word))
  );
}

/** Whether a title or an address stands beside a word for nobody: Herr Niemand, Senki Bácsi. */
function isNobody(words: readonly string[]): boolean {
  const others = withoutTitles(words).filter((word) => !ADDRESSES.has(word));
  return others.length > 0 && others.length < words.length && NOBODY.has(others.join(' '));
}

const TRIAL_STEMS = ['test', 'teszt', 'тест', 'τεστ', 'թեստ'];

/** Words of which nobody makes a family name. */
const NO_STEMS: readonly ReadonlySet<string>[] = [TRIAL, TRIAL_OR_NAME, FALSE_WORDS, NO_NAME];

/**
 * Whether a word that is no name stands beside itself with the ending or the beginning of a family name: Test Testyan,
 * Fake McFakeface, Sinov Sinovov.
 */
function isMadeOfOther(words: readonly string[]): boolean {
  const stems = words.filter((word) => word.length > 3 && NO_STEMS.some((list) => list.has(word)));
  const bare = words.map((word) => word.replace(/^ma?c(?=\p{L}{4})/u, ''));
  return words.length === 2 && [...TRIAL_STEMS, ...stems].some((stem) => bare.every((word) => word.startsWith(stem)));
}

/** One word beside initials: A. Test may be somebody. */
const isInitialed = (words: readonly string[]): boolean => words.filter((word) => word.length > 1).length < 2;

/** What stands in the place of a name, in words for a buyer; null where it may be one. */
export function placeholderIn(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const whole = words.join(' ');
  // N.A., x x: single letters are one word.
  const isSpelt = words.length > 1 && words.every((word) => word.length === 1) && NO_NAME_OR_NAME.has(words.join(''));
  const isOfBoth = words.every((word) => NO_NAME.has(word) || NO_NAME_OR_NAME.has(word));
  if (isSpelt || isOfBoth || isAllOf(NO_NAME_OR_NAME, words) || saysNoName(withoutTitles(words)) || isNobody(words))
    return 'a word that says there is none';
  if (isOneself(words)) return 'a word for whoever writes it';
  if (isBareTitle(words)) return 'a title alone';
  if (isMessage(words)) return 'a message to whoever reads it';
  if (isAnyUser(words)) return 'a word for any user or customer';
  if (isWish(words)) return 'a wish or an offer';
  if (isGreeting(words)) return 'a greeting';
  if (isCourtesy(words)) return 'a greeting, thanks or a question for the price';
  if (isPost(words)) return 'a post in a company';
  if (isSaidToBeFalse(words)) return 'a word that says it is no true one';
  if (
    words.some((word) => SURE_TRIAL.has(word)) ||
    isAllOf(TRIAL_OR_NAME, words) ||
    isMadeOfOther(words) ||
    (words.some((word) => TRIAL.has(word)) && isInitialed(words))
  )
    return 'a trial entry';
  if (words.length > 1 && NUMBERS.some((numbers) => words.every((word) => numbers.has(word))))
    return 'numbers in words';
  if (isCallOfAssistant(words)) return 'a call to a telephone that answers';
  if (CHATTER_PHRASES.has(whole)) return 'a saying, laughter or talk';
  const isChatter = CHATTER_ALONE.has(whole) || (words.length > 1 && words.every((word) => CHATTER.has(word)));
  return isChatter && (words.length !== 2 || isSaidTwice(words)) ? 'a saying, laughter or talk' : null;
}

/** Two of them, or one that is called: Siri Alexa, Hey Siri. One alone may be somebody. */
const isCallOfAssistant = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.some((word) => ASSISTANTS.has(word)) &&
  new Set(words).size > 1 &&
  words.every((word) => ASSISTANTS.has(word) || CALLS.has(word));

/** Two syllables are a name in many languages (Ha Hi, Yo He): of these the same long one twice says nothing. */
const isSaidTwice = ([first = '', second = '']: readonly string[]): boolean =>
  CHATTER_ALONE.has(first) || CHATTER_ALONE.has(second) || (first === second && first.length > 2);
