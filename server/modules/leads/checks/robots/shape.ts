import { isIPv4 } from 'node:net';
import { DAY, HOUR, MINUTE } from '../../../../platform/clock';
import { networkOf } from '../../../../platform/network';
import { netOf } from '../../../../platform/visitor/addresses';
import { usualness } from '../namePairs';
import { type KnownShares } from '../../matching/shares';
import { finding, type Finding } from '../signals';
import { atOnce, closeIn, inSteps } from './consentTimes';
import { sameName } from './sameName';
import { groupsBy, type Judged, NOTED, peopleOf, type Shaped } from './shaped';

/** Findings by row. */
type Found = Map<number, Finding[]>;

/**
 * What rows that came together have in common as robots leave it, and people do not. A few are worth noting; many of one
 * shape hold each of them. Never enough to refuse a row.
 */
export function checkShape(rows: readonly Shaped[], shares: KnownShares): Found {
  const found: Found = new Map();
  const add = (some: readonly Shaped[], what: Finding): void => {
    for (const { row } of some) found.set(row, [...(found.get(row) ?? []), what]);
  };
  const all = [
    ...sameWords(rows),
    ...sameNetwork(rows),
    ...nearNetwork(rows),
    ...atOnce(rows),
    ...inSteps(rows),
    ...unusualNames(rows),
    ...sameName(rows, shares),
  ];
  for (const [some, what] of all) add(some, what);
  return found;
}

/** Wishes that many people write word by word, such as "please call me back", are shorter. */
const LONG_LETTERS = 50;
const FEW_SAME = 5;
const MANY_SAME = 10;

/** Whether words are of one's own: many people write short wishes alike. */
export const areLong = (words: string): boolean => (words.match(/\p{L}/gu)?.length ?? 0) >= LONG_LETTERS;

/** A few alike are noted; so many that a person should look hold each of them. */
export function sameWordsBy(count: number, where: string): Finding[] {
  if (count < FEW_SAME) return [];
  const found = finding('SAME_WORDS', { count: String(count), where });
  return [count < MANY_SAME ? { ...found, weight: NOTED } : found];
}

function sameWords(rows: readonly Shaped[]): Judged[] {
  return groupsBy(rows, ({ words }) => (words !== null && areLong(words) ? words : null)).flatMap((some) =>
    sameWordsBy(peopleOf(some), 'that came together').map((found): Judged => [some, found]),
  );
}

/** From how many people on one line is no house and no office: as of requests by forms (velocity.ts). */
export const FROM_NETWORK = { inMinutes: 12, inDay: 60 } as const;
const MINUTES = 10;

function sameNetwork(rows: readonly Shaped[]): Judged[] {
  const told = rows.filter(({ consentAt }) => consentAt !== null);
  return groupsBy(told, ({ ip }) => ip && networkOf(ip)).flatMap((some) => {
    const spans: [ms: number, least: number, span: string][] = [
      [MINUTES * MINUTE, FROM_NETWORK.inMinutes, `${MINUTES} minutes`],
      [DAY, FROM_NETWORK.inDay, '24 hours'],
    ];
    for (const [ms, least, span] of spans) {
      const close = closeIn(some, ms, least);
      if (close.length > 0)
        return [[close, finding('CONSENT_SAME_NETWORK', { count: String(peopleOf(close)), span })] as Judged];
    }
    return [];
  });
}

/**
 * From how many people on neighbouring addresses it is worth a note, and from what part of all who came in that hour. A
 * mobile network puts a town behind some hundred addresses, beside other networks; rented addresses lie side by side.
 */
export const NEAR_NETWORK = { people: 40, spanMs: HOUR, share: 0.5, addresses: 10 } as const;

function nearNetwork(rows: readonly Shaped[]): Judged[] {
  const { people, spanMs, share, addresses } = NEAR_NETWORK;
  const told = rows.filter(({ consentAt, ip }) => consentAt !== null && ip !== null);
  return groupsBy(told, ({ ip }) => (isIPv4(ip!) ? netOf(ip!) : null)).flatMap((some): Judged[] => {
    const close = closeIn(some, spanMs, people);
    if (close.length === 0 || new Set(close.map(({ ip }) => ip)).size < addresses) return [];
    const times = close.map(({ consentAt }) => consentAt!.getTime());
    const [from, until] = [Math.min(...times), Math.max(...times)];
    const then = told.filter(({ consentAt }) => consentAt!.getTime() >= from && consentAt!.getTime() <= until);
    if (close.length < then.length * share) return [];
    return [[close, finding('CONSENT_NEAR_NETWORK', { count: String(peopleOf(close)), span: 'an hour' })]];
  });
}

/** Of 2,000 real names one is so unusual, and of fifty one nearly so. */
const UNUSUAL = 6;
const NEARLY = 6.6;
const LEAST_UNUSUAL = 5;
const MANY_UNUSUAL = 10;
/** From such a share on it is no people of a language that was not counted: of none of 80 lists 1 in 100 are unusual. */
const UNUSUAL_SHARE = 0.25;

function unusualNames(rows: readonly Shaped[]): Judged[] {
  const read = rows.flatMap((row) => {
    const value = usualness(row.name);
    return value === null ? [] : [{ row, value }];
  });
  const unusual = read.filter(({ value }) => value < UNUSUAL).length;
  if (unusual < LEAST_UNUSUAL || unusual < read.length * UNUSUAL_SHARE) return [];
  const some = read.filter(({ value }) => value < NEARLY).map(({ row }) => row);
  const found = finding('NAMES_UNUSUAL', { count: String(some.length) });
  return [[some, some.length < MANY_UNUSUAL ? { ...found, weight: NOTED } : found]];
}
