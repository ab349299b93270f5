import {
  ASIDE,
  BUT,
  CALLS,
  CONSENT_WORDS,
  type ConsentWords,
  OTHER_PURPOSES,
  SAYS_NO,
  TICKED_NO,
} from './consentWords';
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

const TICKS_NO = new RegExp(`(?<!\\p{L})${TICKED_NO}(?!\\p{L})`, 'u');

const wordIn = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
const [aside, otherPurposes, calls, but] = [ASIDE, OTHER_PURPOSES, CALLS, BUT].map(wordIn) as [
  RegExp,
  RegExp,
  RegExp,
  RegExp,
];

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
 * of a case ("if you do not agree") says neither, nor does a no to something else beside a yes ("I do not agree to receive
 * newsletters").
 */
export function denialIn(text: string): 'NO' | 'BOTH' | null {
  const whole = plain(text);
  if (ENDS_WITH_NO.test(whole) || TICKS_NO.test(whole)) return 'NO';
  const sentences = whole.split(SENTENCES).map((sentence) => sentence.trim());
  const denials = sentences.map((sentence) =>
    languages.flatMap(({ denies, isCase }) => denialsIn(sentence, denies, isCase)),
  );
  const beginsWithNo = BEGINS_WITH_NO.test(whole);
  if (!beginsWithNo && denials.every((some) => some.length === 0)) return null;
  const rests = sentences.map((sentence, place) =>
    denials[place]!.reduce((left, [denial]) => left.replace(denial, ' '), sentence),
  );
  if (!languages.some(({ agrees }) => rests.some((rest) => agrees.test(rest)))) return 'NO';
  const areAside = denials.every((some, place) => some.every((denial) => isOfOther(denial, sentences[place]!)));
  return !beginsWithNo && areAside ? null : 'BOTH';
}

/**
 * Whether a no, with what it is said to, is to something else than being called about the request: to what stands behind it,
 * or before it in languages that say it last (reklama olishga rozi emasman).
 */
function isOfOther({ 0: denial, index }: RegExpExecArray, sentence: string): boolean {
  const behind = sentence.slice(index + denial.length);
  const denied = /\p{L}/u.test(behind)
    ? denial + (behind.split(but)[0] ?? '')
    : (sentence.slice(0, index).split(but).at(-1) ?? '') + denial;
  return otherPurposes.test(denied) || (aside.test(denied) && !calls.test(denied));
}

/** What of a sentence denies, but for what stands behind a word that makes a case of it. */
function denialsIn(sentence: string, denies: readonly Pattern[], isCase: RegExp): RegExpExecArray[] {
  const hasOtherLetters = OTHER_LETTERS.test(sentence);
  return denies
    .filter(({ isOfOtherLetters }) => hasOtherLetters || !isOfOtherLetters)
    .flatMap(({ regExp }) => [...sentence.matchAll(regExp)])
    .filter(({ index }) => !isCase.test(sentence.slice(0, index)));
}
