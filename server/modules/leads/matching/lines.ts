import { type Comparison } from './compare';

/**
 * The lines of the score, in bits. Above the upper one two records were one person in at least 99 of 100 pairs of every
 * file measured (docs/lead-truth.md); below the lower one they are hardly ever.
 */
const UPPER_LINE = 6;
const LOWER_LINE = -3;

/** ONE: merged at once. UNSURE: a person decides. TWO: different people. */
export type Verdict = 'ONE' | 'UNSURE' | 'TWO';

/**
 * What a comparison decides. What is contradicted, or agrees only in what a family or a town shares, is never merged at
 * once. Who has but a name in common, however rare, and lives elsewhere with another phone, is another: where a name is
 * rare is not known of every people.
 */
export function verdictOf({ score, isContradicted, isAnchored, isElsewhere, isPersonal }: Comparison): Verdict {
  if (score < LOWER_LINE || isElsewhere) return 'TWO';
  return score >= UPPER_LINE && !isContradicted && isAnchored && isPersonal ? 'ONE' : 'UNSURE';
}

/**
 * The same of two whose phone or e-mail is the very same: one person, unless the names or the births may be others.
 * Families, couples and offices share both, and a buyer would reach the same house: so it is a question for a person, save
 * where another name and another birth tell two.
 */
export function verdictOfContact(comparison: Comparison): Verdict {
  const verdict = verdictOf(comparison);
  const { isSurelyOneName, isSurelyOneBirth, isSameId } = comparison;
  if (isSameId || (isSurelyOneName && isSurelyOneBirth)) return 'ONE';
  return verdict === 'TWO' && !isSurelyOneName && !isSurelyOneBirth ? 'TWO' : 'UNSURE';
}
