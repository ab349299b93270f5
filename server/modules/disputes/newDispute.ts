import { after } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { type Sale } from '../market';
import { type ContactAttempt, type Evidence } from './evidence';
import { disputeIdOf } from './ids';
import { type Judgement } from './judge';
import { type DisputeRow } from './model';
import { type DisputeReason, type DisputeRules } from './rules';

/** What the buyer says and brings. */
export interface Claim {
  reason: DisputeReason;
  text: string;
  callLog: ContactAttempt[];
  personId: string;
  clientKey: string;
  inputHash: string;
}

/** The dispute as it starts: open with the agency's clock running, or decided at once by the rules. */
export function newDispute(
  sale: Sale,
  { personId, ...claim }: Claim,
  { decision, evidence, isAutomatic }: Judgement,
  rules: DisputeRules,
  at: Date,
): DisputeRow {
  const opened = { by: 'BUYER' as const, kind: 'OPENED' as const, personId, note: claim.text };
  const byRules = { by: 'RULES' as const, personId: null, note: groundsOf(evidence) };
  const steps = decision ? [opened, { ...byRules, kind: decision }] : [opened];
  return {
    ...claim,
    _id: disputeIdOf(sale._id),
    saleId: sale._id,
    leadId: sale.leadId,
    buyerId: sale.buyerId,
    agencyId: sale.agencyId,
    nicheId: sale.nicheId,
    evidence,
    steps: steps.map((step) => ({ id: newId('step'), at, ...step })),
    state: decision ?? 'OPEN',
    dueAt: decision ? null : after(at, rules.agencyMs),
    isAutomatic,
    rulesVersion: rules.version,
    grossMinor: sale.grossMinor,
    refundedMinor: decision === 'ACCEPTED' ? sale.grossMinor : 0n,
    currency: sale.currency,
    soldAt: sale.heldAt,
    openedAt: at,
    decidedAt: decision ? at : null,
  };
}

/** The proof that the rules decided by. */
const groundsOf = (evidence: readonly Evidence[]): string | null =>
  evidence.find(({ isProof }) => isProof)?.text ?? null;
