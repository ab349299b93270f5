import { CONSENT_WORDS, type ConsentWords, SAYS_NO } from './consentWords';
import { fold } from './fold';

/** An edge of a word in any script, which `\b` is for Latin letters only, though far sooner found. */
const EDGE = '(?:(?<!\\p{L})(?=\\p{L})|(?<=\\p{L})(?!\\p{L}))';

const OTHER_LETTERS = /[\u0370-\u058F]/;

interface Pattern {
  isOfOtherLetters: boolean;
  regExp: RegExp;
}

const patternOf = (source: string): Pattern => {
  const isOfOtherLetters = OTHER_LETTERS.test(source);
  return { isOfOtherLetters, regExp: new RegExp(isOfOtherLetters ? source.replaceAll('\\b', EDGE) : source, 'gu') };
};

const languages = CONSENT_WORDS.map(({ cases, denies, agrees }: ConsentWords) => ({
  isCase: new RegExp(`(?<!\\p{L})(?:${cases})(?!\\p{L})`, 'u'),
  denies: denies.map(patternOf),
  agrees: new RegExp(agrees.replaceAll('\\b', EDGE), 'u'),
}));

const BEGINS_WITH_NO = new RegExp(
  `^(?:${SAYS_NO})(?!\\p{L})(?:\\s*(?:[,!;:–—-]|\\.(?!\\s*\\d))|\\s+(?:thanks?|thank you|danke|koszonom|спасибо|asante|rahmat|ευχαριστω)(?!\\p{L}))`,
  'u',
);
const ENDS_WITH_NO = new RegExp(`(?:[:=?]|\\s[–—-])\\s*\\(?(?:${SAYS_NO})\\)?[.!]?$`, 'u');

/** An end of a sentence; the Armenian one looks like a colon. */
const SENTENCES = /[.!?;\n։]+(?:\s+|$)|\s*[:]\s+/u;

const plain = (text: string): string =>
  fold(text)
    .replace(/['’`ʻʼ‘՚՛՜՞]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** Said of a text that agencies write for many people. */
export const DENYING_TEXT = 'This says that the person does not agree: give the text that people agree to.';

/**
 * Whether a text of consent says that the person does not agree: NO, or BOTH where it also says that they do. What it says
 * of a case ("if you do not agree") says neither.
 */
export function denialIn(text: string): 'NO' | 'BOTH' | null {
  const whole = plain(text);
  if (ENDS_WITH_NO.test(whole)) return 'NO';
  const sentences = whole.split(SENTENCES).map((sentence) => sentence.trim());
  const denying = languages.filter(({ denies, isCase }) =>
    sentences.some((sentence) => denialsIn(sentence, denies, isCase).length > 0),
  );
  if (denying.length === 0 && !BEGINS_WITH_NO.test(whole)) return null;
  const rests = sentences.map((sentence) =>
    denying.reduce(
      (rest, { denies, isCase }) =>
        denialsIn(sentence, denies, isCase).reduce((left, denial) => left.replace(denial, ' '), rest),
      sentence,
    ),
  );
  return languages.some(({ agrees }) => rests.some((rest) => agrees.test(rest))) ? 'BOTH' : 'NO';
}

/** What of a sentence denies, but for what stands behind a word that makes a case of it. */
function denialsIn(sentence: string, denies: readonly Pattern[], isCase: RegExp): string[] {
  const hasOtherLetters = OTHER_LETTERS.test(sentence);
  return denies
    .filter(({ isOfOtherLetters }) => hasOtherLetters || !isOfOtherLetters)
    .flatMap(({ regExp }) => [...sentence.matchAll(regExp)])
    .filter(({ index }) => !isCase.test(sentence.slice(0, index)))
    .map(([denial]) => denial);
}
