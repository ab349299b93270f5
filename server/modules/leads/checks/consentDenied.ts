import {
  AND,
  ASIDE,
  BUT,
  CALLS,
  CONSENT_WORDS,
  type ConsentWords,
  OR,
  OTHER_PURPOSES,
  SAYS_NO,
  THAT,
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

const languages = CONSENT_WORDS.map(({ cases, denies, agrees, permits }: ConsentWords) => ({
  isCase: new RegExp(`(?<!\\p{L})(?:${cases})(?!\\p{L})`, 'u'),
  denies: denies.map(patternOf),
  agrees: new RegExp(agrees.replaceAll('\\b', EDGE), 'u'),
  permits: permits === undefined ? null : new RegExp(permits.replaceAll('\\b', EDGE), 'u'),
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

/** What a no is said to begins so: "that", behind a few words and a comma in languages that need one. */
const BEGINS_CLAUSE = new RegExp(`^[^,–—]*,?\\s*(?<!\\p{L})(?:${THAT})(?!\\p{L})`, 'u');
/** Before a no at the end of its sentence: "Dass man mich anrufen darf, erlaube ich nicht." */
const STANDS_BEFORE = new RegExp(
  `^(?:(?:\\p{L}+\\s+)?\\p{L}+\\s*,\\s*)?(?:${THAT})(?!\\p{L})[^,]*(?:,\\s*(?:\\p{L}+\\s+){0,2})?$`,
  'u',
);
/** "By sending this form" belongs to what is said behind it. */
const BY_SENDING = /\bby\s+(?:clicking|submitting|ticking|checking)(?:\s+(?!(?:may|can|you)\b)\p{L}+){1,6},?\s*$/u;
/** Of a no that says all at its end a word may follow: járulok hozzá. */
const IS_LAST = /^\s*(?:\p{L}+)?\s*$/u;
const JOINS = new RegExp(`[,–—]|(?<!\\p{L})(?:${AND})(?!\\p{L})`, 'u');
/** What comes behind a comma and still belongs to the no before it. */
const GOES_ON = new RegExp(`^\\s*(?:(?:${AND})\\s+)?(?:${THAT}|${OR})(?!\\p{L})`, 'u');

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
  const isYes = sentences.some((sentence, place) => {
    const some = denials[place]!;
    const rest = withoutParts(sentence, some.map(partOf));
    const apart = withoutParts(
      sentence,
      some.map((denial) => reachOf(denial, sentence)),
    );
    return languages.some(({ agrees, permits }) => agrees.test(rest) || permits?.test(apart));
  });
  if (!isYes) return 'NO';
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
  return isAside(denied);
}

const isAside = (denied: string): boolean => otherPurposes.test(denied) || (aside.test(denied) && !calls.test(denied));

type Part = readonly [from: number, to: number];

const partOf = ({ 0: denial, index }: RegExpExecArray): Part => [index, index + denial.length];

/** A sentence with blanks in the place of some parts of it. */
const withoutParts = (sentence: string, parts: readonly Part[]): string =>
  parts.reduce((left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), sentence);

/**
 * A no with what it is said to: in "I do not agree that insurers may call me" nobody may call. It ends where the sentence
 * turns; without a "that" at the next comma or "and".
 */
function reachOf(denial: RegExpExecArray, sentence: string): Part {
  const [at, to] = partOf(denial);
  const before = sentence.slice(0, at).split(but).at(-1)!;
  const behind = sentence.slice(to);
  if (IS_LAST.test(behind) && STANDS_BEFORE.test(before.trimStart())) return [at - before.length, to];
  const from = at - (BY_SENDING.exec(before)?.[0].length ?? 0);
  const turned = behind.split(but)[0]!;
  if (!BEGINS_CLAUSE.test(turned)) return [from, to + (JOINS.exec(turned)?.index ?? turned.length)];
  return [from, to + clauseLength(turned)];
}

/** How far a clause that begins with "that" goes: to a comma behind which something else begins. */
function clauseLength(clause: string): number {
  for (const { index } of clause.matchAll(/[,–—]/gu)) {
    const before = clause.slice(0, index);
    const isWhole = isAside(before) || languages.some(({ permits }) => permits?.test(before));
    if (isWhole && !GOES_ON.test(clause.slice(index + 1))) return index;
  }
  return clause.length;
}

/** What of a sentence denies, but for what stands behind a word that makes a case of it. */
function denialsIn(sentence: string, denies: readonly Pattern[], isCase: RegExp): RegExpExecArray[] {
  const hasOtherLetters = OTHER_LETTERS.test(sentence);
  return denies
    .filter(({ isOfOtherLetters }) => hasOtherLetters || !isOfOtherLetters)
    .flatMap(({ regExp }) => [...sentence.matchAll(regExp)])
    .filter(({ index }) => !isCase.test(sentence.slice(0, index)));
}
