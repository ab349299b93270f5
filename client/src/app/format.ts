import { useTranslation } from 'react-i18next';
import type { MoneyFieldsFragment } from '../generated/app';
import { regional } from './region';

export type MoneyValue = MoneyFieldsFragment;

/** Digits after the point by ISO 4217, where they are not two. The platform's own table; Intl's differs for some. */
const EXPONENTS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2;

/** An amount as people write it in the locale, such as $1,204.50. */
function formatMoney({ minor, currency }: MoneyValue, locale: string): string {
  const digits = exponentOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(minor) / 10 ** digits);
}

const GROUPED = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;

/**
 * Whole part and fraction of a number as people write it: `1,204.50`, `1.204,50`, `12,5`, `1 204`. A comma before three
 * digits groups, as in the language of the page; a point before three digits could be either, and is none.
 */
function partsOf(text: string): [whole: string, fraction: string] | null {
  const plain = text.trim().replaceAll(/(?<=\d)\s(?=\d)/g, '');
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const [before, after] = mark < 0 ? [plain, ''] : [plain.slice(0, mark), plain.slice(mark + 1)];
  const groups = plain.match(/[.,]/g) ?? [];
  const isGroup = GROUPED.test(plain) && (groups.length > 1 || groups[0] === ',');
  if (isGroup) return [plain.replaceAll(/[.,]/g, ''), ''];
  if (!/^\d*$/.test(after) || !(/^\d+$/.test(before) || (GROUPED.test(before) && !before.includes(plain[mark]!))))
    return null;
  return [before.replaceAll(/[.,]/g, ''), after];
}

/** What a person typed as an amount in minor units; null when it is none, or could be read in two ways. */
export function parseMinor(text: string | number, currency: string): number | null {
  const parts = partsOf(String(text));
  const digits = exponentOf(currency);
  if (!parts || parts[1].length > digits) return null;
  const minor = Number(parts[0] + parts[1].padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** What is wrong with an amount that is to be more than nothing; its words are those of the area. */
type AmountFault = 'amount' | 'decimals' | 'nothing';

/** What is wrong with an amount as a person typed it; null when it is one and more than nothing. */
export function amountFault(text: string, currency: string): AmountFault | null {
  const minor = parseMinor(text, currency);
  if (minor !== null) return minor > 0 ? null : 'nothing';
  const unsigned = text.trim().replace(/^[-−]/, '');
  if (unsigned !== text.trim() && parseMinor(unsigned, currency) !== null) return 'nothing';
  const parts = partsOf(text);
  return parts && parts[1].length > exponentOf(currency) ? 'decimals' : 'amount';
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function formatRelative(iso: string, locale: string, from: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - from) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** Two units of a time that is left, such as 2d 4h or 3h 12m; minutes and seconds as a clock shows them. */
function formatSpan(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (days > 0) return `${unit(days, 'day')} ${unit(hours, 'hour')}`;
  if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

export interface Formats {
  money(value: MoneyValue): string;
  number(value: number): string;
  /** A share from 0 to 1. */
  percent(value: number): string;
  /** Day and time, in the viewer's time zone. */
  moment(iso: string): string;
  day(iso: string): string;
  relative(iso: string): string;
  /** How long something is still open. */
  span(ms: number): string;
  country(code: string): string;
  /** An answer to a question of a niche's form. */
  answer(value: { text: string; isTrue?: boolean | null }): string;
}

/** Numbers, money and times as the chosen language writes them. */
export function useFormats(): Formats {
  const { i18n, t } = useTranslation();
  const locale = regional(i18n.language);
  return {
    money: (value) => formatMoney(value, locale),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (value) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value),
    moment: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    day: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso)),
    relative: (iso) => formatRelative(iso, locale),
    span: (ms) => formatSpan(ms, locale),
    country: (code) => new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code,
    answer: ({ text, isTrue }) => (typeof isTrue === 'boolean' ? t(isTrue ? 'answer.yes' : 'answer.no') : text),
  };
}
