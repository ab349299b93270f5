import { type SetRuleWeightInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { invalidInput, notFound } from '../../../platform/errors';
import { requireReason } from '../../../platform/reasons';
import { inTransaction } from '../../../platform/transaction';
import { nicheTree } from '../../catalog';
import { aboutRule } from '../checks/signals';
import { forgetRuleWeight, keepRuleWeight, type Proposed } from './memory';
import { ruleWeightId, type RuleWeightRow, RuleWeights } from './model';

const MOST = 100;

/** What may be set, or tried: a weight from 0 to 100 of a rule that has no fixed one, in a niche that there is. */
export function soundProposal({ code, nicheId = null, weight = null }: Omit<SetRuleWeightInput, 'reason'>): Proposed {
  if (nicheId !== null && !nicheTree().byId(nicheId)) throw notFound('niche');
  if (aboutRule(code).isFixed)
    throw invalidInput('The weight of this rule is fixed: what it finds may not be sold.', ['code']);
  if (weight !== null && (weight < 0 || weight > MOST))
    throw invalidInput(`A weight is from 0 to ${MOST}.`, ['weight']);
  return { code, nicheId, weight };
}

/**
 * Sets what a finding weighs in a niche and those under it, or in all; without a weight the one from above holds again.
 * For rows that are judged from now on. What is so already is left, and nothing is recorded.
 */
export async function setRuleWeight(viewer: Viewer, input: SetRuleWeightInput): Promise<void> {
  const { code, nicheId, weight } = soundProposal(input);
  const reason = requireReason(input.reason);
  const _id = ruleWeightId(code, nicheId);
  const row: RuleWeightRow | null = weight === null ? null : { _id, code, nicheId, weight, reason, changedAt: now() };
  await inTransaction(async () => {
    const before = await RuleWeights.findById(_id).lean<RuleWeightRow>();
    if ((before?.weight ?? null) === weight) return;
    if (row) {
      const { _id: id, ...rest } = row;
      await RuleWeights.updateOne({ _id: id }, { $set: rest }, { upsert: true });
    } else await RuleWeights.deleteOne({ _id });
    await recordAct({
      actor: viewer.personId,
      act: 'setRuleWeight',
      subject: _id,
      reason,
      before: { weight: before?.weight ?? null },
      after: { weight },
    });
  });
  if (row) keepRuleWeight(row);
  else forgetRuleWeight(_id);
}
