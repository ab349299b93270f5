import { spokenMoment } from '../../platform/clock';

/** What the market speaks to people in who left a contact, beside English. The words of each part lie beside it. */
const LANGUAGES = ['el', 'en', 'hu', 'hy', 'sw', 'uz'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Without its script and region: `uz` of `uz-Latn-UZ`. */
export const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** The language of a tag where the market speaks it; what is asked for in another one is said in English. */
export const languageOf = (tag: string): Language => LANGUAGES.find((one) => one === primaryOf(tag)) ?? 'en';

/** A sentence with its values in the place of their names. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A moment as the language writes it; where a person is at that moment nobody knows, so by UTC. */
export function momentIn(language: Language, at: Date): string {
  if (language === 'en') return spokenMoment(at);
  const written = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${written.format(at)} UTC`;
}
