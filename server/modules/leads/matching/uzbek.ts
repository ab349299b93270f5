import { soundOf } from './latin';

/** Family names as Uzbeks have them, in their own letters and in the Russian ones that came before. */
const FAMILY_ENDING = /[oe]va?$/;

/** X is a kh and J a dj anywhere in a word, unlike in other languages, and the y before an e is written or not. */
const spelt = (word: string): string =>
  soundOf(
    word
      .replace(/x/g, 'kh')
      .replace(/(?<!d)j/g, 'dj')
      .replace(/y(?=e)/g, ''),
  );

/** Oʻ is a u in Russian, and o an a: Joʻrayev is Djuraev, Rahmonov is Rakhmanov. */
const isTakenFor = (a: string, b: string): boolean => a === b || ['ou', 'uo', 'oa', 'ao'].includes(a + b);

/** Whether two words are one Uzbek family name, written by Uzbek and by Russian rules. */
export function areUzbekSpellings(a: string, b: string): boolean {
  if (!FAMILY_ENDING.test(a) || !FAMILY_ENDING.test(b)) return false;
  const [one, other] = [spelt(a), spelt(b)];
  return one.length === other.length && [...one].every((letter, place) => isTakenFor(letter, other[place]!));
}
