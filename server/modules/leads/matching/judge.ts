import { compare, type Comparison } from './compare';
import { type Verdict, verdictOf, verdictOfContact } from './lines';
import { type Person } from './person';
import { type KnownShares } from './shares';

/** Among whom two people are compared. */
export interface Among {
  shares: KnownShares;
  people: number;
}

/**
 * Whether two are one person: by the phone or the e-mail that is the very same in both, else by likeness. What the market
 * does with a lead and `bench:dedupe` with a record.
 */
export function judge(
  a: Person,
  b: Person,
  { shares, people }: Among,
  isSameContact: boolean,
): { verdict: Verdict; comparison: Comparison } {
  const comparison = compare(a, b, shares, people);
  return { verdict: isSameContact ? verdictOfContact(comparison) : verdictOf(comparison), comparison };
}
