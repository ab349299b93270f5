import { useTranslation } from 'react-i18next';
import { regional } from '../app/region';

interface Detail {
  label: string;
  value: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day of the calendar as a language writes it, the same in every time zone; any other text as it is. */
export function dayWords(text: string, locale: string): string {
  const at = DAY.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return text;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** A question of a niche's form. */
interface Question {
  label: string;
  kind: string;
}

/** From where on an answer is grouped: a number of four digits may be a year. */
const GROUPED_FROM: Readonly<Record<string, number>> = { MONEY: 1000, NUMBER: 10_000 };

/** An amount or a large number as a language writes it; any other answer, and one with words in it, as it is. */
export function numberWords(text: string, kind: string | undefined, locale: string): string {
  const least = GROUPED_FROM[kind ?? ''];
  if (least === undefined || !/^\d{1,15}(\.\d+)?$/.test(text) || Number(text) < least) return text;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(text));
}

/** What a person answered beside name, phone and e-mail, each with its question, which may be one of the niche's. */
export function useDetails(questions: readonly Question[] = []): (details: readonly Detail[]) => [string, string][] {
  const { i18n } = useTranslation();
  const locale = regional(i18n.language);
  const kinds = new Map(questions.map(({ label, kind }) => [label, kind]));
  const words = (label: string, value: string): string =>
    dayWords(numberWords(value, kinds.get(label), locale), locale);
  return (details) => details.map(({ label, value }) => [label, words(label, value)]);
}
