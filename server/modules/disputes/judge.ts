import { bearingEvidence, decidedAtOnce, type DisputeFacts, type Evidence, evidenceFor } from './evidence';
import { type DisputeReason, type DisputeRules } from './rules';

/** What the rules make of a claim. */
export interface Judgement {
  evidence: Evidence[];
  /** False when the buyer disputes so much that only people decide. */
  isAutomatic: boolean;
  /** What is decided at once; null when people decide. */
  decision: 'ACCEPTED' | 'REJECTED' | null;
}

/** Judges a claim by what was found and by the rules frozen into the sale. Pure. */
export function judge(rules: DisputeRules, reason: DisputeReason, facts: DisputeFacts, isOverRate: boolean): Judgement {
  const rule = rules.reasons[reason];
  const evidence = [...evidenceFor(rule, facts, rules), ...bearingEvidence(reason, facts)];
  return { evidence, isAutomatic: !isOverRate, decision: isOverRate ? null : decidedAtOnce(rule, evidence) };
}

/** Whether the buyer must bring a log of its own attempts: where its claim rests on them and no proof decides for it. */
export const needsCallLog = (rules: DisputeRules, reason: DisputeReason, { decision }: Judgement): boolean =>
  rules.reasons[reason].needsCallLog && decision !== 'ACCEPTED';
