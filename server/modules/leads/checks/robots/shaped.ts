import { groupBy } from '../../../../platform/groupBy';
import { type Finding } from '../signals';

/** What of a row is compared with the other rows that came with it. */
export interface Shaped {
  row: number;
  /** The same for the same person. */
  person: string;
  name: string;
  /** How the parts of the name sound; letters alone are none. */
  nameParts: readonly string[];
  /** What the person wrote freely, without signs and capitals; null where that says nothing. */
  words: string | null;
  /** A hundred numbers, and addresses, of which its own is one; null of none, and of those kept for fiction. */
  beside: Beside;
  /** From where consent was given, of people who were each on a line of their own. */
  ip: string | null;
  /** When, with the time of day; null where the row itself does not tell. */
  consentAt: Date | null;
  /** Whether each gave it on a page, at a moment of their own, and nobody set the time down for them. */
  isOnline: boolean;
}

export interface Beside {
  phones: string | null;
  emails: string | null;
}

/** Rows, and what was found of them. */
export type Judged = [rows: readonly Shaped[], what: Finding];

/** The weight of what is worth noting, and holds no row by itself. */
export const NOTED = 30;

export const peopleOf = (rows: readonly Shaped[]): number => new Set(rows.map(({ person }) => person)).size;

/** The rows that have the same of something; those that have none of it are in no group. */
export const groupsBy = (rows: readonly Shaped[], keyOf: (row: Shaped) => string | null): Shaped[][] => [
  ...groupBy(
    rows.filter((row) => keyOf(row) !== null),
    keyOf,
  ).values(),
];
