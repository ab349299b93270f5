import { type Language, languageOf, primaryOf } from '../../languages';
import el from './words/el.json';
import en from './words/en.json';
import hu from './words/hu.json';
import hy from './words/hy.json';
import sw from './words/sw.json';
import uz from './words/uz.json';

export type Words = typeof en;

const WORDS: Readonly<Record<Language, Words>> = { el, en, hu, hy, sw, uz };

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A form's own words, in the language of its agency's texts where the market has them. */
export const wordsIn = (language: string): Words => WORDS[languageOf(language)];

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(primaryOf(language)) ? 'rtl' : 'ltr';
