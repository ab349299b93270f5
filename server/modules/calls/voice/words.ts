import { type Refusal } from '../judge/verdicts';
import { type Said } from '../telephony/twiml';
import words from './words.json';

type Tongue = keyof typeof words;

/** The tongues of countries that the provider has a voice for; elsewhere English is spoken. */
const TONGUE: Readonly<Record<string, Tongue>> = { DE: 'de', AT: 'de', GR: 'el', CY: 'el', HU: 'hu' };

const tongueOf = (country: string): Tongue => TONGUE[country] ?? 'en';

const said = (country: string, what: 'closed' | 'hours' | 'announcement'): Said => {
  const { language, ...texts } = words[tongueOf(country)];
  return { language, text: texts[what] };
};

/** What a caller hears who is not put through. */
export const wordsOfRefusal = (refusal: Refusal, country: string): Said =>
  said(country, refusal === 'OUT_OF_HOURS' ? 'hours' : 'closed');

/** What a caller hears before a call that is recorded. */
export const announcementIn = (country: string): Said => said(country, 'announcement');
