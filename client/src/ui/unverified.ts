/** What is proven of a lead, and what weighs against it. */
interface Verification {
  isVerified: boolean;
  proofs: readonly { method: string }[];
  doubts: readonly { evidence: string }[];
}

/**
 * Why a lead does not count as verified, as the key of a text; null where it does. That another agency has the same contact,
 * or an agency's own word, shows of nobody that they answer.
 */
export function unverifiedBecause({
  isVerified,
  proofs,
  doubts,
}: Verification): 'noWay' | 'notAnswered' | 'doubted' | null {
  if (isVerified) return null;
  if (proofs.length === 0) return 'noWay';
  return proofs.some(isAnswer) && doubts.length > 0 ? 'doubted' : 'notAnswered';
}

/** Whether this market knows that somebody answered, or lets it be heard. */
export const isAnswer = ({ method }: { method: string }): boolean =>
  method !== 'EARLIER_TOUCH' && method !== 'CONFIRMED_BY_AGENCY';

/** The doubts in one line. */
export const doubtWords = (doubts: readonly { evidence: string }[]): string =>
  doubts.map(({ evidence }) => evidence).join(' ');
