import { decidedAtOnce, type Evidence } from './evidence';
import { type ReasonRule } from './rules';
import { type Finding } from './subjects';

/** What the rules make of a claim. */
export interface Judgement {
  evidence: Evidence[];
  /** False when the buyer disputes so much that only people decide. */
  isAutomatic: boolean;
  /** What is decided at once; null when people decide. */
  decision: 'ACCEPTED' | 'REJECTED' | null;
}

/**
 * Judges a claim by what was found and by the rules frozen into its subject. Where parts are counted, `count` is how many
 * of them are claimed. Pure.
 */
export function judge(
  rule: ReasonRule,
  found: readonly Finding[],
  { count, isOverRate }: { count: number | null; isOverRate: boolean },
): Judgement {
  const evidence = found.map((finding) => evidenceOf(finding, count));
  return { evidence, isAutomatic: !isOverRate, decision: isOverRate ? null : decidedAtOnce(rule, evidence) };
}

function evidenceOf({ provenCount, ...evidence }: Finding, count: number | null): Evidence {
  if (provenCount === undefined || count === null) return evidence;
  return { ...evidence, isProof: provenCount > 0 && provenCount >= count };
}

/** Of how many at most a claim is decided for the buyer at once. */
export const provenOf = ({ provenBy }: ReasonRule, found: readonly Finding[]): number =>
  found.find(({ lookUp }) => lookUp === provenBy)?.provenCount ?? 0;

/** Whether the buyer must bring a log of its own attempts: where its claim rests on them and no proof decides for it. */
export const needsCallLog = (rule: ReasonRule, { decision }: Judgement): boolean =>
  rule.needsCallLog && decision !== 'ACCEPTED';
