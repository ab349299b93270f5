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

/** What a person answered beside name, phone and e-mail, each with its question. */
export function useDetails(): (details: readonly Detail[]) => [string, string][] {
  const { i18n } = useTranslation();
  const locale = regional(i18n.language);
  return (details) => details.map(({ label, value }) => [label, dayWords(value, locale)]);
}
