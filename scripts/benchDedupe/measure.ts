import { candidateKeys } from '../../server/modules/leads/matching/candidateKeys';
import { compare } from '../../server/modules/leads/matching/compare';
import { KeyIndex } from '../../server/modules/leads/matching/keyIndex';
import { verdictOf } from '../../server/modules/leads/matching/lines';
import { Shares } from '../../server/modules/leads/matching/shares';
import { type BenchRecord } from './records';

/** Pairs that a line finds, and how many of them are one person in truth. */
interface Found {
  pairs: number;
  right: number;
}

export interface Measured {
  truePairs: number;
  candidates: Found;
  /** Merged at once. */
  upper: Found;
  /** Merged at once or shown to a person. */
  lower: Found;
}

/**
 * Compares each record with the earlier ones that share a key, as an import does; with a second file only its records
 * with those of the first. Calls `progress` at every so many.
 */
export function measure(
  first: readonly BenchRecord[],
  second: readonly BenchRecord[] | null,
  progress: (records: number) => void,
): Measured {
  const shares = new Shares();
  for (const { person } of [...first, ...(second ?? [])]) shares.countPerson(person);
  const people = Math.max(first.length, second?.length ?? 0);
  const index = new KeyIndex<BenchRecord>();
  const [candidates, upper, lower] = [noneYet(), noneYet(), noneYet()];
  const lookUp = (record: BenchRecord, keys: readonly string[]): void => {
    for (const other of index.sharing(keys)) {
      const verdict = verdictOf(compare(other.person, record.person, shares, people));
      const isRight = other.entity === record.entity;
      count(candidates, isRight);
      if (verdict === 'ONE') count(upper, isRight);
      if (verdict !== 'TWO') count(lower, isRight);
    }
  };
  const tell = (place: number): void => {
    if ((place + 1) % PROGRESS_EVERY === 0) progress(place + 1);
  };
  first.forEach((record, place) => {
    const keys = candidateKeys(record.person);
    if (!second) lookUp(record, keys);
    index.add(record, keys);
    if (!second) tell(place);
  });
  second?.forEach((record, place) => {
    lookUp(record, candidateKeys(record.person));
    tell(place);
  });
  return { truePairs: truePairsOf(first, second), candidates, upper, lower };
}

const PROGRESS_EVERY = 10_000;

const noneYet = (): Found => ({ pairs: 0, right: 0 });

function count(found: Found, isRight: boolean): void {
  found.pairs += 1;
  if (isRight) found.right += 1;
}

function truePairsOf(first: readonly BenchRecord[], second: readonly BenchRecord[] | null): number {
  const seen = new Map<string, number>();
  const see = (entity: string): void => void seen.set(entity, (seen.get(entity) ?? 0) + 1);
  if (second) for (const { entity } of first) see(entity);
  return (second ?? first).reduce((pairs, { entity }) => {
    const earlier = seen.get(entity) ?? 0;
    if (!second) see(entity);
    return pairs + earlier;
  }, 0);
}
