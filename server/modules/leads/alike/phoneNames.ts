import { type Person } from '../matching/person';
import { hashTerm, nameHashOf } from './likenessKeys';

/** Under how many names a phone was left. */
export interface PhoneNames {
  count: number;
  /** The names of one family taken as one. */
  unrelated: number;
}

/** A household shares a phone; more people of one name than that, each further one counts as a stranger. */
const MOST_OF_FAMILY = 5;

/** One phone under so many unrelated names within the period is no household: somebody plays with his phone, or another's. */
const MOST_UNRELATED = 4;

/** A name as it is kept with a phone: the hash of the whole as it sounds, and of its parts, which families share. */
export function nameMarkOf(person: Person): string {
  const parts = person.names.filter(({ word, sound }) => word.length > 1 && sound !== '');
  return [nameHashOf(person), ...new Set(parts.map(({ sound }) => hashTerm('name', sound)))].join('.');
}

/** Counts names; those that share a part are of one family, also by a third that shares one with each. */
export function countNames(marks: Iterable<string>): PhoneNames {
  const hashesOf = new Map<string, Set<string>>();
  for (const mark of marks) {
    const [whole = '', ...parts] = mark.split('.');
    const known = hashesOf.get(whole) ?? new Set([whole]);
    for (const part of parts) known.add(part);
    hashesOf.set(whole, known);
  }
  let families: { hashes: Set<string>; names: number }[] = [];
  for (const hashes of hashesOf.values()) {
    const own = families.filter((family) => [...hashes].some((hash) => family.hashes.has(hash)));
    const joined = { hashes: new Set(hashes), names: 1 };
    for (const family of own) {
      for (const hash of family.hashes) joined.hashes.add(hash);
      joined.names += family.names;
    }
    families = [...families.filter((family) => !own.includes(family)), joined];
  }
  const unrelated = families.reduce((sum, { names }) => sum + Math.max(1, names - MOST_OF_FAMILY + 1), 0);
  return { count: hashesOf.size, unrelated };
}

/** Whether so many names tell that somebody plays with the phone. */
export const isPlayedWith = ({ unrelated }: PhoneNames): boolean => unrelated >= MOST_UNRELATED;
