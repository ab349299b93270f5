import { type FormField } from '../../catalog';
import { readMoment } from './moments';
import { finding, type Finding } from './signals';

/** An answer that says nothing of who the person is: it lies openly on the lead. */
export interface CoarseAnswer {
  key: string;
  /** The answer as people read it. */
  text: string;
  /** For NUMBER and MONEY. */
  number?: number;
  /** For BOOLEAN. */
  isTrue?: boolean;
}

export interface AnswersVerdict {
  coarse: CoarseAnswer[];
  /** Everything else that was answered, by the question's label: sealed with the contact. */
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
    if (field.isCoarse && field.kind !== 'TEXT') verdict.coarse.push({ key: field.key, ...read });
    else verdict.sealed.push({ label: field.label, value: read.text });
  }
  const hasRequired = fields.every(({ key, isRequired }) => !isRequired || answered.has(key));
  verdict.isFull = answered.size > 0 && hasRequired && answered.size * 2 >= fields.length;
  return verdict;
}

type ReadAnswer = Omit<CoarseAnswer, 'key'>;

function readAnswer(field: FormField, written: string, country: string): ReadAnswer | null {
  switch (field.kind) {
    case 'TEXT':
      return { text: written };
    case 'CHOICE':
      return readChoice(field.choices, written);
    case 'BOOLEAN':
      return YES.test(written)
        ? { text: 'yes', isTrue: true }
        : NO.test(written)
          ? { text: 'no', isTrue: false }
          : null;
    case 'DATE': {
      const at = readMoment(written, country);
      return at && { text: at.toISOString().slice(0, 10) };
    }
    case 'NUMBER':
    case 'MONEY':
      return readNumber(written);
  }
}

function readChoice(choices: readonly string[], written: string): ReadAnswer | null {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
  const choice = choices.find((known) => plain(known) === plain(written));
  return choice === undefined ? null : { text: choice };
}

/** `12,500.50`, `12 500,50`, `12.500`, `1500 EUR`: the last separator is a decimal point unless three digits follow. */
function readNumber(written: string): ReadAnswer | null {
  const digits = written.replace(/[\s\u00a0'’]|[A-Z]{3}\b|[$€£֏]/g, '');
  if (!/^-?\d[\d.,]*$/.test(digits)) return null;
  const separator = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const fraction = separator < 0 ? '' : digits.slice(separator + 1);
  const isDecimal = fraction.length > 0 && fraction.length !== 3;
  const whole = (isDecimal ? digits.slice(0, separator) : digits).replace(/[.,]/g, '');
  const number = Number(isDecimal ? `${whole}.${fraction}` : whole);
  return Number.isFinite(number) ? { text: String(number), number } : null;
}
