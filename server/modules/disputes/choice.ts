import { type ClickChoiceInput } from '../../generated/graphql';
import { invalidInput } from '../../platform/errors';
import { type DisputedSubject, type Subject } from './subjects';

/** Clicks of a batch by what they have in common: those that fit every list that is there. */
export interface ClickChoice {
  subIds?: readonly string[];
  linkIds?: readonly string[];
  regionIds?: readonly string[];
  clickIds?: readonly string[];
}

/** How many clicks fit a choice, and exactly what was paid for them. */
export interface Worth {
  count: number;
  minor: bigint;
}

const LISTS = ['subIds', 'linkIds', 'regionIds', 'clickIds'] as const;
const MOST_IN_LIST = 1000;

/** What a caller names by a choice, without repeats; null where none is given. Throws InvalidInput. */
export function choiceOf(given: ClickChoiceInput | null | undefined, path: string[]): ClickChoice | null {
  if (!given) return null;
  const lists = LISTS.flatMap((name) => {
    const list = given[name];
    return list ? [[name, [...new Set(list)]] as const] : [];
  });
  if (lists.length === 0 || lists.some(([, list]) => list.length === 0))
    throw invalidInput('Name the clicks: by sub-ids, links, regions or one by one.', path);
  const tooLong = lists.find(([, list]) => list.length > MOST_IN_LIST);
  if (tooLong) throw invalidInput('Name at most 1,000 at a time.', [...path, tooLong[0]]);
  return Object.fromEntries(lists);
}

/** What the paid parts that fit all of some choices are worth. Throws InvalidInput where there are none. */
export async function worthOfChosen(
  source: DisputedSubject,
  subject: Subject,
  choices: readonly ClickChoice[],
  path: string[],
): Promise<Worth> {
  const worth = await source.worthOf?.(subject, choices);
  if (!worth) throw invalidInput('Only of a batch of clicks some can be named.', path);
  if (worth.count === 0) throw invalidInput('None of the clicks in question is named by this.', path);
  return worth;
}
