import { soundOf } from '../../matching/latin';
import { isOtherAlphabet, wordsOfName } from './jokes';

/** An initial stands for a word only beside a whole one of so many letters: jbond, but not bli of Bruce Li. */
const LONG = 4;

/** Letters beside a word of another alphabet that may be a second one: Джеймс is James, and sounds otherwise. */
const REST = 3;

/**
 * Whether an e-mail address bears a name of two words or more: peter.parker81, parkerpeter, jbond, ivanov.ivan. Compared by
 * how it sounds too, since people carry a name into Latin letters in many ways.
 */
export function isInEmail(name: string, email: string | null): boolean {
  const local = (email ?? '').split('@')[0]!.replace(/\+.*$/, '').toLowerCase();
  const parts = local.match(/[a-z]+/g) ?? [];
  const whole = parts.join('');
  const sound = soundOf(whole);
  const words = wordsOfName(name);
  const isPart = (word: string): boolean => parts.some((part) => part === word || soundOf(part) === soundOf(word));
  const isBesideRest = (word: string): boolean =>
    word.length >= LONG && sound.includes(word) && sound.length - word.length >= REST;
  if (isOtherAlphabet(name) && words.some((word) => isBesideRest(soundOf(word)))) return true;
  const pairs = words.flatMap((one, at) =>
    words.filter((_, place) => place !== at).map((other) => [one, other] as const),
  );
  return pairs.some(
    ([one, other]) =>
      (isPart(one) && isPart(other)) ||
      whole.includes(one + other) ||
      sound.includes(soundOf(one + other)) ||
      (other.length >= LONG && (whole === one[0]! + other || whole === other + one[0]!)),
  );
}
