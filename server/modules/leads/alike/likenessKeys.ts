import { keyedHash } from '../../../platform/seal';
import { candidateKeys } from '../matching/candidateKeys';
import { type Person } from '../matching/person';
import { type SharedKind, termOf } from '../matching/shares';
import { known } from '../known';
import { type ContactHashes } from '../vault/sealContact';

/**
 * What of a person is kept beside the sealed contact to find it by likeness: keyed hashes, from which nothing can be read
 * back.
 */
export interface LikenessKeys {
  /** By which it is found (matching/candidateKeys.ts). */
  matchKeys: string[];
  /** Of the parts of its name and its town, by which is counted how common they are. */
  matchTerms: string[];
  /**
   * Of all that tells who it is: somebody who asks again with the very same details. In the order in which the name was
   * told, since Said Juma may be the father of Juma Said.
   */
  personHash: string;
}

/** 96 bits: no two keys of a market meet by chance. */
const LETTERS = 16;

/** What is counted of people. */
const COUNTED: ReadonlySet<SharedKind> = new Set(['name', 'city']);

export const isCounted = (kind: SharedKind): boolean => COUNTED.has(kind);

export function likenessKeys(person: Person): LikenessKeys {
  const { names, birth, city, phone, email } = person;
  const terms = [...names.map(({ sound }) => hashTerm('name', sound)), ...(city ? [hashTerm('city', city.sound)] : [])];
  const name = names.map(({ word }) => word).join(' ');
  const born = birth && `${birth.year}-${birth.month}-${birth.day}`;
  const whole = [name, phone, email && `${email.local}@${email.domain}`, born].join('|');
  return {
    matchKeys: candidateKeys(person).map((key) => keyedHash('match', key).slice(0, LETTERS)),
    matchTerms: [...new Set(terms)],
    personHash: keyedHash('person', whole).slice(0, LETTERS),
  };
}

/** What finds whoever has the very same phone or e-mail, among the keys that find people by likeness: one look-up for both. */
export const contactKeys = ({ phoneHash, emailHash }: Pick<ContactHashes, 'phoneHash' | 'emailHash'>): string[] =>
  known([phoneHash, emailHash]).map(contactKey);

export const contactKey = (hash: string): string => hash.slice(0, LETTERS);

/** All that is kept of a person beside the sealed contact to find it by. */
export function keptKeys(person: Person, hashes: Pick<ContactHashes, 'phoneHash' | 'emailHash'>): LikenessKeys {
  const likeness = likenessKeys(person);
  return { ...likeness, matchKeys: [...likeness.matchKeys, ...contactKeys(hashes)] };
}

/** The hash of a whole name as it sounds, by which is counted under how many names a phone was left. */
export const nameHashOf = ({ names }: Person): string =>
  keyedHash(
    'name',
    names
      .map(({ sound }) => sound)
      .sort()
      .join(' '),
  ).slice(0, LETTERS);

const hashed = new Map<string, string>();
const MOST_HASHED = 50_000;

/** The hash under which a name's part or a town is counted. */
export function hashTerm(kind: SharedKind, value: string): string {
  const term = termOf(kind, value);
  const known = hashed.get(term);
  if (known !== undefined) return known;
  const hash = keyedHash('term', term).slice(0, LETTERS);
  if (hashed.size >= MOST_HASHED) hashed.clear();
  hashed.set(term, hash);
  return hash;
}
