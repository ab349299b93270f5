import { checkAnswers } from '../checks/answers';
import { checkEmail } from '../checks/email';
import { checkPhone } from '../checks/phone';
import { CONSENTS, fieldsOf, type PageField, wantsOneOfTwo } from './fields';
import { type Form } from './model';
import { filled } from '../languages';
import { wordsIn, type Words } from './page/words';

/** What is wrong with what was typed, by field; told to whoever sends it, before anybody asks who that is. */
export interface Checked {
  problems: Map<string, string>;
  /** The address that may have been meant, while the person has not said which it is. */
  offer: string | null;
}

type Values = ReadonlyMap<string, string>;

const typed = (values: Values, name: string): string => values.get(name)?.trim() ?? '';

/** What a person has to mend, and the address that may have been meant. */
export function checkForm(form: Form, values: Values): Checked {
  const words = wordsIn(form.language);
  const problems = new Map<string, string>();
  for (const field of fieldsOf(form, words)) {
    const problem = problemOf(field, typed(values, field.name), form.country, words);
    if (problem !== null) problems.set(field.name, problem);
  }
  if (wantsOneOfTwo(form) && typed(values, 'phone') === '' && typed(values, 'email') === '')
    problems.set('phone', words.reachMissing);
  if (values.get('consent') !== CONSENTS) problems.set('consent', words.consentMissing);
  const offer = form.email === 'LEFT_OUT' ? null : openOffer(values, form.country);
  // An address that cannot exist, but may be a slip, is offered right before it is refused.
  if (offer !== null) problems.delete('email');
  return { problems, offer };
}

/** What may have been meant by the address, unless the person was asked of this very one before. */
function openOffer(values: Values, country: string): string | null {
  const email = typed(values, 'email');
  return typed(values, 'email_offered') === email ? null : addressMeant(email, country);
}

const MISSING = { NAME: 'nameMissing', PHONE: 'phoneMissing', EMAIL: 'emailMissing', CITY: 'cityMissing' } as const;

function problemOf(field: PageField, text: string, country: string, words: Words): string | null {
  const { kind, isRequired, mostChars } = field;
  if (text === '') {
    if (!isRequired) return null;
    return kind in MISSING ? words[MISSING[kind as keyof typeof MISSING]] : words.answerMissing;
  }
  if (text.length > mostChars) return filled(words.tooLong, { count: mostChars });
  if (kind === 'PHONE') return phoneProblem(text, country, words);
  if (kind === 'EMAIL') return emailProblem(text, country, words);
  return answerProblem(field, text, country, words);
}

/** Only that it cannot exist, or lacks a part: whatever else speaks against a number is no mistake of writing. */
export function phoneProblem(text: string, country: string, words: Words): string | null {
  const { e164, findings } = checkPhone(text, country);
  if (e164 === null) return words.phoneImpossible;
  return findings.some(({ code }) => code === 'PHONE_NO_AREA_CODE') ? words.phoneNoArea : null;
}

export const emailProblem = (text: string, country: string, words: Words): string | null =>
  checkEmail(text, country).normalised === null ? words.emailImpossible : null;

function answerProblem({ question, kind }: PageField, text: string, country: string, words: Words): string | null {
  if (!question || checkAnswers([question], { [question.key]: text }, country).findings.length === 0) return null;
  if (kind === 'NUMBER' || kind === 'MONEY') return words.numberUnreadable;
  return kind === 'DATE' ? words.dateUnreadable : words.answerUnreadable;
}

/** The address that was probably meant, without its slip; null where it may well be right, or none can be told. */
export const addressMeant = (email: string, country: string): string | null => checkEmail(email, country).meant;
