import { type Zone, zoneNamed } from './zones';

/** A text that may be a moment, cut into its date and what it says of the time of day. */
export interface CutTime {
  date: string;
  /** Since midnight; null where the text tells none. */
  ms: number | null;
  /** Null where the text names none. */
  zone: Zone | null;
}

/** Of 12 hours, in front of the time or behind it: in the languages of the market, as they are folded to small letters. */
const MORNING = String.raw`a\.?\s?m\.?|π\.?\s?μ\.?|de\.?|délelőtt|reggel|to|то|дп|vorm\.?`;
const EVENING = String.raw`p\.?\s?m\.?|μ\.?\s?μ\.?|du\.?|délután|este|tk|тк|пп|nachm\.?`;
const HALF = `(?<half>${MORNING}|${EVENING})(?!\\p{L})`;
const HALF_BEFORE = new RegExp(String.raw`(?<![\p{L}\d])(${MORNING}|${EVENING})$`, 'iu');
const IS_EVENING = new RegExp(`^(?:${EVENING})$`, 'iu');
/** Words that only say that this is the hour. */
const HOUR_WORD = String.raw`uhr|hrs?|hours?|h|óra(?:kor)?|ч(?:ас(?:ов|а)?)?|-?kor`;
const HOUR_WORD_AFTER = String.raw`(?:\s*(?:${HOUR_WORD})(?!\p{L})\.?)?`;
const AFTER = String.raw`(?:\s*${HALF})?${HOUR_WORD_AFTER}`;

/** `14:05`, `14:05:33.123`: they may stand anywhere. */
const BY_COLONS = new RegExp(
  String.raw`(?<![\d:.])(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,:](?<fraction>\d{1,9}))?)?(?![\d:])${AFTER}`,
  'iu',
);

/** What could be something else, and is a time only behind a date: `14.05 Uhr`, `7.35 du.`, `2 pm`, `14 h 05`, `1405 hrs`. */
const BEHIND_DATE: readonly RegExp[] = [
  String.raw`(?<hour>\d{1,2})\.(?<minute>\d{2})(?:\.(?<second>\d{2}))?${AFTER}`,
  String.raw`(?<hour>\d{1,2})\s*(?:uhr|h|óra|ч(?:ас(?:ов|а)?)?)\.?\s*(?:(?<minute>\d{2})\s*(?:min|perc|мин|м)?\.?)?`,
  String.raw`(?<hour>\d{1,2})\s*${HALF}`,
  String.raw`(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s?(?:hrs?|hours?)\.?`,
].map((form) => new RegExp(String.raw`(?<=[\s,;T])${form}(?=\s|$)(?!\s*[./-]?\d)`, 'iu'));

/** What stands between a date and its time. */
const BETWEEN = /(?:[\s,;|/·_]|(?<=\s)[-–—]|(?<=\d)T|(?<![\p{L}\d])(?:at|um|à|on|a las|kl|в|στις|soat|ժամը)\.?)*$/iu;
const YEAR_BEHIND = /^(.*?)\s((?:19|20)\d{2})$/;

/** Cuts a text; null where a time or a zone stands in it that is none. A text without a time is all date. */
export function cutTime(text: string): CutTime | null {
  const written = plainForm(text);
  const found =
    BY_COLONS.exec(written) ?? BEHIND_DATE.map((form) => form.exec(written)).find((match) => match !== null);
  if (!found) return { date: written, ms: null, zone: null };
  const before = written.slice(0, found.index).trimEnd();
  const [, halfBefore] = found.groups!['half'] === undefined ? (HALF_BEFORE.exec(before) ?? []) : [];
  const date = before.slice(0, before.length - (halfBefore?.length ?? 0)).replace(BETWEEN, '');
  const ms = sinceMidnight({ ...found.groups, ...(halfBefore === undefined ? {} : { half: halfBefore }) });
  const behind = split(date, written.slice(found.index + found[0].length).trim());
  return ms === null || behind === null ? null : { ms, ...behind };
}

/** One way of writing for several: `20261120T101503Z`, `20/Nov/2026:10:15:03`, `2026-11-20_10-15-03`, `[10:15, 20.11.2026]`. */
const plainForm = (text: string): string =>
  text
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\[([^[\]]*)\]/, '$1')
    .replace(/\u2212/g, '-')
    .replace(/^(20\d{2})(\d{2})(\d{2})(?=T\d)/, '$1-$2-$3')
    .replace(
      /(?<=\d)T(\d{2})(\d{2})(\d{2})?(?=[.Z+-]|$)/,
      (_, h: string, m: string, s?: string) => `T${h}:${m}:${s ?? '00'}`,
    )
    .replace(/(\d)_(\d{2})[-:](\d{2})[-:](\d{2})$/, '$1 $2:$3:$4')
    .replace(/(\d{4}):(?=\d{2}:\d{2})/, '$1 ')
    .trim();

/** Behind the time: the zone, the year too where programs write it last, or the date where the time comes first. */
function split(before: string, behind: string): { date: string; zone: Zone | null } | null {
  if (/\d/.test(before)) {
    const [, zone = behind, year] = YEAR_BEHIND.exec(` ${behind}`) ?? [];
    return withZone(year === undefined ? before : `${before} ${year}`, zone);
  }
  const [, named = '', rest = ''] =
    /^(?:([a-z]{1,4}(?:[+-]\d{1,2}(?::?\d{2})?)?)[\s,]+(?=\d))?(.*)$/isu.exec(inside(behind)) ?? [];
  const isZone = named !== '' && zoneNamed(named) !== undefined;
  return withZone(`${before} ${isZone ? rest : inside(behind)}`.trim(), isZone ? named : '');
}

const inside = (text: string): string => text.replace(/^[\s,;-]+/, '');

function withZone(date: string, written: string): { date: string; zone: Zone | null } | null {
  if (/^[\s,.;]*$/.test(written)) return { date, zone: null };
  const zone = zoneNamed(written.replace(/^[\s,;]+/, ''));
  return zone === undefined ? null : { date, zone };
}

type Groups = Record<string, string | undefined>;

/** Null where there is no such time. Of 24 hours with a half of the day, as some programs write, the hours are believed. */
function sinceMidnight({ hour = '0', minute = '0', second = '0', fraction = '0', half }: Groups): number | null {
  let hours = Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (half !== undefined && IS_EVENING.test(half)) hours = hours < 12 ? hours + 12 : hours;
  else if (half !== undefined && hours >= 12) {
    if (hours > 12) return null;
    hours = 0;
  }
  const seconds = hours * 3600 + Number(minute) * 60 + Number(second);
  return seconds * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
}
