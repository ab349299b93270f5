import { candidateKeys } from '../../server/modules/leads/matching/candidateKeys';
import { judge } from '../../server/modules/leads/matching/judge';
import { KeyIndex } from '../../server/modules/leads/matching/keyIndex';
import { type Person } from '../../server/modules/leads/matching/person';
import { Shares } from '../../server/modules/leads/matching/shares';
import { type BenchRecord } from './records';

/** Pairs that a line finds, and how many of them are one person in truth. */
interface Found {
  pairs: number;
  right: number;
}

/** Two records of two people that were merged at once, or shown to a person. */
export interface WrongPair {
  isMerged: boolean;
  one: BenchRecord;
  other: BenchRecord;
}

export interface Measured {
  truePairs: number;
  candidates: Found;
  /** Merged at once. */
  upper: Found;
  /** Merged at once or shown to a person. */
  lower: Found;
  /** Every wrong pair, in the order in which they were met. */
  wrong: WrongPair[];
}

/**
 * Judges each record with the earlier ones that have its phone or e-mail or share a key, as an import does; with a second
 * file only its records with those of the first. Calls `progress` at every so many.
 */
export function measure(
  first: readonly BenchRecord[],
  second: readonly BenchRecord[] | null,
  progress: (records: number) => void,
): Measured {
  const shares = new Shares();
  for (const { person } of [...first, ...(second ?? [])]) shares.countPerson(person);
  const among = { shares, people: Math.max(first.length, second?.length ?? 0) };
  const [byKey, byContact] = [new KeyIndex<BenchRecord>(), new KeyIndex<BenchRecord>()];
  const [candidates, upper, lower] = [noneYet(), noneYet(), noneYet()];
  const wrong: WrongPair[] = [];
  const lookUp = (record: BenchRecord): void => {
    const sameContact = new Set(byContact.sharing(contactsOf(record.person)));
    for (const other of new Set([...sameContact, ...byKey.sharing(candidateKeys(record.person))])) {
      const { verdict } = judge(other.person, record.person, among, sameContact.has(other));
      const isRight = other.entity === record.entity;
      count(candidates, isRight);
      if (verdict === 'ONE') count(upper, isRight);
      if (verdict !== 'TWO') count(lower, isRight);
      if (verdict !== 'TWO' && !isRight) wrong.push({ isMerged: verdict === 'ONE', one: other, other: record });
    }
  };
  const tell = (place: number): void => {
    if ((place + 1) % PROGRESS_EVERY === 0) progress(place + 1);
  };
  first.forEach((record, place) => {
    if (!second) lookUp(record);
    byKey.add(record, candidateKeys(record.person));
    byContact.add(record, contactsOf(record.person));
    if (!second) tell(place);
  });
  second?.forEach((record, place) => {
    lookUp(record);
    tell(place);
  });
  return { truePairs: truePairsOf(first, second), candidates, upper, lower, wrong };
}

/** What the market finds a person by exactly, there by keyed hashes. */
const contactsOf = ({ phone, email }: Person): string[] => [
  ...(email ? [`mail ${email.local}@${email.domain}`] : []),
  ...(phone ? [`phone ${phone}`] : []),
];

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
