import { type FormField } from '../../catalog';
import { bandOfAmount, bandOfCount, monthOf } from './bands';
import { readMoment } from './moments';
import { finding, type Finding } from './signals';

/** An answer that says nothing of who the person is: it lies openly on the lead. */
export interface CoarseAnswer {
  key: string;
  /** As people read it: a choice, yes or no, the band of a number, the month of a day. */
  text: string;
  /** For BOOLEAN. */
  isTrue?: boolean;
}

export interface AnswersVerdict {
  coarse: CoarseAnswer[];
  /** What else was answered, and the exact numbers and days, by the question's label: sealed with the contact. */
  sealed: { label: string; value: string }[];
  /** True when each required question has an answer, and at least half of all. */
  isFull: boolean;
  findings: Finding[];
}

const YES = /^(?:1|y|yes|true|x|ja|igen|ναι|да|այո|ha|ndiyo)$/i;
const NO = /^(?:0|n|no|false|nein|nem|οχι|όχι|нет|ոչ|yo'q|yoq|hapana)$/i;

/** Reads the answers to a niche's own form, each as the kind that its question has. */
export function checkAnswers(
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
  country: string,
): AnswersVerdict {
  const verdict: AnswersVerdict = { coarse: [], sealed: [], isFull: false, findings: [] };
  const answered = new Set<string>();
  for (const field of fields) {
    const written = answers[field.key]?.trim();
    if (!written) continue;
    const read = readAnswer(field, written, country);
    if (!read) {
      verdict.findings.push(finding('ANSWER_UNREADABLE', { field: field.label }));
      continue;
    }
    answered.add(field.key);
    if (field.isCoarse && read.coarse) verdict.coarse.push({ key: field.key, ...read.coarse });
    if (!field.isCoarse || read.exact !== read.coarse?.text)
      verdict.sealed.push({ label: field.label, value: read.exact });
  }
  const hasRequired = fields.every(({ key, isRequired }) => !isRequired || answered.has(key));
  verdict.isFull = answered.size > 0 && hasRequired && answered.size * 2 >= fields.length;
  return verdict;
}

interface ReadAnswer {
  exact: string;
  /** What of it may be shown before a purchase; null for nothing. */
  coarse: Omit<CoarseAnswer, 'key'> | null;
}

const asItIs = (text: string, isTrue?: boolean): ReadAnswer => ({
  exact: text,
  coarse: isTrue === undefined ? { text } : { text, isTrue },
});

const inBand = (exact: string, band: string | null): ReadAnswer => ({
  exact,
  coarse: band === null ? null : { text: band },
});

function readAnswer(field: FormField, written: string, country: string): ReadAnswer | null {
  switch (field.kind) {
    case 'TEXT':
      return { exact: written, coarse: null };
    case 'CHOICE':
      return readChoice(field.choices, written);
    case 'BOOLEAN':
      return YES.test(written) ? asItIs('yes', true) : NO.test(written) ? asItIs('no', false) : null;
    case 'DATE': {
      const at = readMoment(written, country);
      return at && inBand(at.toISOString().slice(0, 10), monthOf(at));
    }
    case 'NUMBER': {
      const number = readNumber(written);
      return number === null ? null : inBand(String(number), bandOfCount(number));
    }
    case 'MONEY': {
      const amount = readNumber(written);
      return amount === null ? null : inBand(written, bandOfAmount(amount));
    }
  }
}

function readChoice(choices: readonly string[], written: string): ReadAnswer | null {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
  const choice = choices.find((known) => plain(known) === plain(written));
  return choice === undefined ? null : asItIs(choice);
}

/** `12,500.50`, `12 500,50`, `12.500`, `1500 EUR`: the last separator is a decimal point unless three digits follow. */
function readNumber(written: string): number | null {
  const digits = written.replace(/[\s\u00a0'’]|[A-Z]{3}\b|[$€£֏]/g, '');
  if (!/^-?\d[\d.,]*$/.test(digits)) return null;
  const separator = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const fraction = separator < 0 ? '' : digits.slice(separator + 1);
  const isDecimal = fraction.length > 0 && fraction.length !== 3;
  const whole = (isDecimal ? digits.slice(0, separator) : digits).replace(/[.,]/g, '');
  const number = Number(isDecimal ? `${whole}.${fraction}` : whole);
  return Number.isFinite(number) ? number : null;
}
