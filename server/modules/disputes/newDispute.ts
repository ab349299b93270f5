import { after } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { type ContactAttempt, type Evidence } from './evidence';
import { disputeIdOf } from './ids';
import { type Judgement } from './judge';
import { type DisputeRow, type PartRow } from './model';
import { type DisputeKind, type DisputeReason, type DisputeRules } from './rules';
import { type Subject } from './subjects';

/** What the buyer says and brings. */
export interface Claim {
  reason: DisputeReason;
  text: string;
  callLog: ContactAttempt[];
  claimedMinor: bigint;
  part: PartRow | null;
  personId: string;
  clientKey: string;
  inputHash: string;
}

/** The dispute as it starts: open with the agency's clock running, or decided at once by the rules. */
export function newDispute(
  kind: DisputeKind,
  subject: Subject,
  { personId, part, ...claim }: Claim,
  { decision, evidence, isAutomatic }: Judgement,
  rules: DisputeRules,
  at: Date,
): DisputeRow {
  const opened = { by: 'BUYER' as const, kind: 'OPENED' as const, personId, note: claim.text };
  const byRules = { by: 'RULES' as const, personId: null, note: groundsOf(evidence) };
  const steps = decision ? [opened, { ...byRules, kind: decision }] : [opened];
  return {
    ...claim,
    _id: disputeIdOf(subject.id),
    kind,
    subjectId: subject.id,
    leadId: subject.leadId,
    buyerId: subject.buyerId,
    agencyId: subject.agencyId,
    nicheId: subject.nicheId,
    evidence,
    steps: steps.map((step) => ({ id: newId('step'), at, ...step })),
    state: decision ?? 'OPEN',
    dueAt: decision ? null : after(at, rules.agencyMs),
    isAutomatic,
    rulesVersion: rules.version,
    grossMinor: subject.grossMinor,
    part: part && (decision ? { ...part, refunded: decision === 'ACCEPTED' ? part.claimed : 0 } : part),
    refundedMinor: decision === 'ACCEPTED' ? claim.claimedMinor : 0n,
    currency: subject.currency,
    soldAt: subject.soldAt,
    openedAt: at,
    decidedAt: decision ? at : null,
  };
}

/** The proof that the rules decided by. */
const groundsOf = (evidence: readonly Evidence[]): string | null =>
  evidence.find(({ isProof }) => isProof)?.text ?? null;
