import { MINUTE, spokenMoment } from '../../platform/clock';
import { filled, type Language, momentIn } from '../leads';
import { RIGHTS } from './rules';
import el from './words/el.json';
import en from './words/en.json';
import hu from './words/hu.json';
import hy from './words/hy.json';
import sw from './words/sw.json';
import uz from './words/uz.json';

/** What a person is written to in, as it was chosen on the page of their data. */
const WORDS: Readonly<Record<Language, typeof en>> = { el, en, hu, hy, sw, uz };

export function codeLetter(code: string, language: Language) {
  const { codeSubject, codeGood, codeWhy } = WORDS[language];
  return {
    subject: codeSubject,
    text: [filled(codeGood, { code, minutes: RIGHTS.codeMs / MINUTE }), codeWhy].join('\n\n'),
  };
}

export const codeText = (code: string, language: Language): string => filled(WORDS[language].codeText, { code });

/** Each a sentence of its own, by which it is told in other languages. */
const LANDLINE = [
  'This phone takes no text messages: it is a landline, so no code reaches it.',
  'Give the e-mail address or the mobile phone that you left with it; what was left with this phone is shown with it.',
] as const;

/** Of a landline no code proves whose it is, so people have to be written to by who left nothing else. */
export const landlineWords = (address: string | null): string =>
  [
    ...LANDLINE,
    address === null
      ? 'If you left this phone alone, turn to the firm whose form you filled: what it holds of you, it must tell and erase.'
      : `If you left this phone alone, write to ${address} and name it: there people answer.`,
  ].join(' ');

export function receiptLetter(receipt: string, at: Date, language: Language) {
  const { receiptSubject, receiptErased, receiptTold } = WORDS[language];
  return {
    subject: filled(receiptSubject, { receipt }),
    text: [filled(receiptErased, { moment: momentIn(language, at), receipt }), receiptTold].join('\n\n'),
  };
}

export const receiptText = (receipt: string, language: Language): string =>
  filled(WORDS[language].receiptText, { receipt });

/** What an agency has to do that brought a person who was erased; `what` names which of its leads or repeats it was. */
export const agencyLetter = (niche: string, what: readonly string[]) => ({
  subject: `A person had their data erased (${niche})`,
  text: [
    'A person whom you brought had their data erased. Erase what you hold of them in your own systems, and do not send them again, by any phone or address.',
    'What they have proven to be theirs is refused here from now on. A phone or an address that they have not proven is no longer known here and would not be refused: that it is not sent again is up to you.',
    ...what,
  ].join('\n\n'),
});

export const leadNamed = (niche: string, at: Date, link: string): string =>
  `It is your lead for ${niche} of ${spokenMoment(at)}:\n${link}`;

/** A repeat has no page: it is no lead, or is part of the agency's own. */
export const repeatNamed = (niche: string, at: Date): string =>
  `It is the repeated request for ${niche} that you sent on ${spokenMoment(at)}; it is no lead of yours.`;

export const repeatOfOwnNamed = (niche: string, at: Date): string =>
  `The repeated request for ${niche} that you sent on ${spokenMoment(at)} was noted with it, and is erased as well.`;
