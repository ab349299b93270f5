import { type Person } from './person';

/** What a value is a value of, where agreement on a rare one says more than on a common one. */
export type SharedKind =
  | 'name'
  | 'city'
  | 'region'
  | 'postcode'
  | 'street'
  | 'number'
  | 'birth'
  | 'phone'
  | 'email'
  | 'domain'
  | 'nationalId';

/** The share of people who have a value, where nothing is known of it. */
const USUAL: Readonly<Record<SharedKind, number>> = {
  name: 1 / 200,
  city: 1 / 20,
  region: 1 / 6,
  postcode: 1 / 200,
  street: 1 / 500,
  number: 1 / 50,
  birth: 1 / 20_000,
  phone: 1 / 20_000,
  email: 1 / 20_000,
  domain: 1 / 5,
  nationalId: 1 / 20_000,
};

/** As many people as the usual share counts for beside those who were counted. */
const TRUST = 20;

/** How many people have a value in common by chance. */
export interface KnownShares {
  /** The share of people with this value beside the two who are compared. */
  of(kind: SharedKind, value: string): number;
}

/** Shares counted among people that are known. */
export class Shares implements KnownShares {
  private readonly counts = new Map<string, number>();
  private people = 0;

  countPerson(person: Person): void {
    this.countTerms(sharedValues(person).map(([kind, value]) => termOf(kind, value)));
  }

  /** Counts one person by the terms of its values, which need not be readable. */
  countTerms(terms: readonly string[]): void {
    this.people += 1;
    for (const term of terms) this.counts.set(term, (this.counts.get(term) ?? 0) + 1);
  }

  of(kind: SharedKind, value: string): number {
    return this.ofTerm(kind, termOf(kind, value));
  }

  /** The same by the term that was counted. */
  ofTerm(kind: SharedKind, term: string): number {
    const others = Math.max(0, (this.counts.get(term) ?? 0) - 2);
    return (others + TRUST * USUAL[kind]) / (this.people + TRUST);
  }
}

/** A value of a kind, as it is counted. */
export const termOf = (kind: SharedKind, value: string): string => `${kind}|${value}`;

function sharedValues(person: Person): [SharedKind, string][] {
  const { names, birth, city, region, postcode, street, number, phone, email, nationalId } = person;
  const told: [SharedKind, string | null | undefined][] = [
    ...names.map(({ sound }): [SharedKind, string] => ['name', sound]),
    ['birth', birth?.day ? birth.year + birth.month + birth.day : birth?.year],
    ['city', city?.sound],
    ['region', region?.sound],
    ['postcode', postcode],
    ['street', street?.sound],
    ['number', number],
    ['phone', phone],
    ['email', email?.mailbox],
    ['domain', email?.domain],
    ['nationalId', nationalId],
  ];
  return told.filter((one): one is [SharedKind, string] => Boolean(one[1]));
}
