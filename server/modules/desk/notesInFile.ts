import { groupBy } from '../../platform/groupBy';
import { peopleById } from '../accounts';
import { type CardEventRow, WRITTEN } from './model';
import { newestOfEach } from './readCards';

/** A spreadsheet takes no more than 32,767 characters into a cell, and cuts the rest off without a word. */
const MOST_CHARACTERS = 30_000;
const MOST_NOTES = 200;

const MORE = '(Earlier notes are on the card.)';

/**
 * What people of the business wrote on each of these cards, in the order of time, a note a line: when, who, what. Where they
 * are too many for a cell, the newest stand in it and it says that there are more.
 */
export async function notesInFile(cardIds: readonly string[]): Promise<Map<string, string>> {
  const filter = { cardId: { $in: cardIds }, kind: { $in: WRITTEN }, text: { $ne: null } };
  const rows = await newestOfEach(filter, MOST_NOTES + 1);
  const people = await peopleById([...new Set(rows.flatMap(({ personId }) => personId ?? []))]);
  const lineOf = ({ at, personId, text }: CardEventRow): string => {
    const who = personId === null ? undefined : people.get(personId)?.name;
    return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC${who === undefined ? '' : `, ${who}`}: ${text}`;
  };
  return new Map([...groupBy(rows, ({ cardId }) => cardId)].map(([id, notes]) => [id, inCell(notes.map(lineOf))]));
}

/** Lines, the newest first, as a cell has them: the newest last. */
export function inCell(newestFirst: readonly string[]): string {
  let characters = 0;
  const fitting = newestFirst.slice(0, MOST_NOTES).filter((line) => (characters += line.length + 1) <= MOST_CHARACTERS);
  const isWhole = fitting.length === newestFirst.length;
  return [...(isWhole ? [] : [MORE]), ...fitting.toReversed()].join('\n');
}
