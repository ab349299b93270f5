import el from './words/el.json';
import en from './words/en.json';
import hu from './words/hu.json';
import hy from './words/hy.json';
import sw from './words/sw.json';
import uz from './words/uz.json';

export type Words = typeof en;

/** The languages of the market; what a form is asked for in another one is said in English. */
const LANGUAGES: Readonly<Record<string, Words>> = { el, en, hu, hy, sw, uz };

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

const primary = (language: string): string => language.toLowerCase().split('-')[0]!;

/** A form's own words, in the language of its agency's texts where the market has them. */
export const wordsIn = (language: string): Words => LANGUAGES[primary(language)] ?? en;

/** The language that the form's own words are in. */
export const languageOfWords = (language: string): string =>
  primary(language) in LANGUAGES ? primary(language) : 'en';

export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr');

/** A sentence with its values in the place of their names. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
