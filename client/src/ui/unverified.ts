/** What is proven of a lead, and what weighs against it. */
interface Verification {
  isVerified: boolean;
  proofs: readonly { method: string }[];
  doubts: readonly { evidence: string }[];
}

/**
 * Why a lead does not count as verified, as the key of a text; null where it does. That another agency has the same contact
 * shows of nobody that they answer.
 */
export function unverifiedBecause({
  isVerified,
  proofs,
  doubts,
}: Verification): 'noWay' | 'notAnswered' | 'doubted' | null {
  if (isVerified) return null;
  if (proofs.length === 0) return 'noWay';
  const isAnswered = proofs.some(({ method }) => method !== 'EARLIER_TOUCH');
  return isAnswered && doubts.length > 0 ? 'doubted' : 'notAnswered';
}

/** The doubts in one line. */
export const doubtWords = (doubts: readonly { evidence: string }[]): string =>
  doubts.map(({ evidence }) => evidence).join(' ');
