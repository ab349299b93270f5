import { fold } from '../fold';
import { ABUSE, ABUSE_IN_PHRASES, ABUSE_OR_NAME } from './abuseWords';
import { plainWords } from './wordSet';

/** A letter three times or more: nobody writes a name so. */
const STRETCHED = /(\p{L})\1\1/u;

const squeezed = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

const KNOWN: readonly string[] = [...ABUSE, ...ABUSE_OR_NAME].filter((word) => !word.includes(' '));
const bySqueezed: ReadonlyMap<string, string> = new Map(KNOWN.map((word) => [squeezed(word), word]));

/** Fuuuck is fuck; what is no abuse then has each letter once. */
const unstretched = (word: string): string =>
  STRETCHED.test(word) ? (bySqueezed.get(squeezed(word)) ?? squeezed(word)) : word;

/** Signs that stand for letters: some look like one, the others hide one. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};
const HIDES = /[*#%•·_×]+/g;

/** What is a name too, but not where somebody hides a letter of it: mat*ko. */
const HIDDEN: readonly string[] = [...KNOWN, ...ABUSE_IN_PHRASES].filter((word) => word.length > 3);

/** The word of abuse that hides behind signs among letters (f*ck, a$$hole, b!tch); itself where none does. */
const unmasked = (text: string): string => hiddenIn(text, KNOWN) ?? text;

/** Whether a word of a name is abuse with a letter hidden behind a sign. */
export const hidesAbuse = (name: string): boolean => name.split(/\s+/).some((word) => hiddenIn(word, HIDDEN) !== null);

function hiddenIn(text: string, known: readonly string[]): string | null {
  const bare = fold(text).replace(/^[^\p{L}\p{N}$*]+|[^\p{L}\p{N}$*]+$/gu, '');
  if (!/\p{L}/u.test(bare) || /^[\p{L}\p{M}]*$/u.test(bare)) return null;
  const lettered = bare.replace(/[$!013457]/g, (sign) => LOOKS_LIKE[sign]!);
  const masks = [...lettered.matchAll(HIDES)];
  if (masks.length === 0) return known.includes(lettered) ? lettered : null;
  const letters = lettered.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || !/^[\p{L}*#%•·_×]+$/u.test(lettered)) return null;
  const pattern = new RegExp(
    `^${lettered.replace(HIDES, (mask) => `\\p{L}{${mask.length},${mask.length + 1}}`)}$`,
    'u',
  );
  return known.find((word) => pattern.test(word)) ?? null;
}

/** Three letters or more with something between each of them: f.u.c.k you. */
function joined(words: readonly string[]): string[] {
  const all: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if (word.length === 1) {
      run += word;
      continue;
    }
    if (run.length > 2) all.push(run);
    else all.push(...run);
    run = '';
    if (word !== '') all.push(word);
  }
  return all;
}

/** The words of a name without what abuse is disguised by: letters that are stretched, spaced or hidden behind signs. */
export const undisguised = (name: string): string[] =>
  joined(plainWords(name.split(/\s+/).map(unmasked).join(' '))).map(unstretched);

/** Letters left out with stars, as in J*** S****: no whole name. */
export const hasStars = (name: string): boolean => /\p{L}\*{2,}|\*{2,}\p{L}/u.test(name);
