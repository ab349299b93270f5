import { filled, type Language, momentIn } from '../languages';
import el from './words/el.json';
import en from './words/en.json';
import hu from './words/hu.json';
import hy from './words/hy.json';
import sw from './words/sw.json';
import uz from './words/uz.json';

const WORDS: Readonly<Record<Language, typeof en>> = { el, en, hu, hy, sw, uz };

interface Question {
  language: Language;
  agency: string;
  niche: string;
  askedFor: Date;
  url: string;
  expiresAt: Date;
}

/** What a person reads who is asked by e-mail. Nothing in it was written by whoever left the address. */
export function letterOf({ language, agency, niche, askedFor, url, expiresAt }: Question) {
  const words = WORDS[language];
  return {
    subject: filled(words.subject, { niche }),
    text: [
      filled(words.left, { agency, niche, moment: momentIn(language, askedFor) }),
      words.answer,
      url,
      filled(words.until, { moment: momentIn(language, expiresAt) }),
    ].join('\n\n'),
  };
}

/** The same as a text message, with the code. */
export const textOf = ({ language, agency, niche, url }: Question, code: string): string =>
  filled(WORDS[language].code, { code, niche, agency, url });
