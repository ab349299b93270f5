import {
  BARE_TITLES,
  BESIDE_ROLES,
  MESSAGE_WORDS,
  MESSAGES,
  type MessageWords,
  ROLES,
  ROLES_ALONE,
  ROLES_OR_NAME,
  SERVICES,
  SERVICES_OR_WORDS,
} from './messageWords';
import { NUMBERS } from './placeholderWords';

/** Whether words (plainWords) say something to who reads them and name nobody: every word is one of such messages. */
export const isMessage = (words: readonly string[]): boolean =>
  MESSAGES.has(words.join(' ')) || MESSAGE_WORDS.some((language) => isMessageIn(language, words));

function isMessageIn({ sure, telling, beside }: MessageWords, words: readonly string[]): boolean {
  if (!words.every((word) => sure.has(word) || telling.has(word) || beside.has(word))) return false;
  if (words.some((word) => sure.has(word))) return true;
  // An initial beside a word that may be a name (A. Call) is one.
  return words.some((word) => telling.has(word)) && words.filter((word) => word.length > 1).length > 1;
}

export const isBareTitle = (words: readonly string[]): boolean =>
  BARE_TITLES.has(words.join(' ')) || (words.length > 0 && words.every((word) => BARE_TITLES.has(word)));

export const withoutTitles = (words: readonly string[]): string[] => words.filter((word) => !BARE_TITLES.has(word));

/** Whether words are said of any user or buyer: Facebook User, New Customer, Client Two, Πελάτης Α. */
export function isAnyUser(words: readonly string[]): boolean {
  if (words.every((word) => SERVICES.has(word) || ROLES.has(word)) || ROLES_ALONE.has(words.join())) return true;
  const [first = '', second = '', third] = words;
  // Behind it alone: Sita, six in Swahili, is a name before it.
  if (third === undefined && ROLES.has(first) && NUMBERS.some((numbers) => numbers.has(second))) return true;
  const isService = (word: string): boolean => SERVICES.has(word) || SERVICES_OR_WORDS.has(word);
  const isBeside = (word: string): boolean => BESIDE_ROLES.has(word) || /^(?:\p{L}|\p{N}+)$/u.test(word);
  const isRole = (word: string): boolean => ROLES.has(word) || (ROLES_OR_NAME.has(word) && words.some(isService));
  return words.some(isRole) && words.every((word) => isRole(word) || isService(word) || isBeside(word));
}
