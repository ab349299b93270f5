import { type DisputeReasonOption } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now, spokenMoment } from '../../platform/clock';
import { type Sale, saleOf } from '../market';
import { claimsOf } from './claimsOf';
import { neededCallLog } from './evidence';
import { gatherFacts } from './gatherFacts';
import { disputeIdOf } from './ids';
import { type Judgement, judge, needsCallLog } from './judge';
import { Disputes } from './model';
import { DISPUTE_REASONS, type DisputeRules, disputeRules, isOverRate, type LookUp } from './rules';

/** Every reason as it stands for a sale of the viewer's business now; null for another's sale. Writes nothing. */
export async function disputeReasons(viewer: Viewer, saleId: string): Promise<DisputeReasonOption[] | null> {
  const sale = await saleOf(saleId);
  if (sale?.buyerId !== viewer.organisationId) return null;
  const at = now();
  const rules = disputeRules(sale.ruleVersions.disputes);
  const obstacle = await obstacleTo(sale, at);
  const everything = new Set<LookUp>(DISPUTE_REASONS.flatMap((reason) => rules.reasons[reason].lookUps));
  const facts = await gatherFacts(sale, rules, [...everything], []);
  const isOver = isOverRate(rules, await claimsOf(sale, rules, at));
  return DISPUTE_REASONS.map((reason) => {
    const judgement = judge(rules, reason, facts, isOver);
    const isLogNeeded = needsCallLog(rules, reason, judgement);
    return {
      reason,
      claim: rules.reasons[reason].claim,
      allowed: obstacle === null,
      why: obstacle ?? adviceOn(rules, isLogNeeded, judgement, sale),
      evidenceFound: judgement.evidence,
      wouldDecide: prospectOf(judgement),
      neededCallLog: isLogNeeded ? neededCallLog(rules) : null,
    };
  });
}

async function obstacleTo(sale: Sale, at: Date): Promise<string | null> {
  if (await Disputes.exists({ _id: disputeIdOf(sale._id) })) return 'This sale was disputed before: once is all.';
  if (sale.state === 'HELD' && sale.windowEndsAt > at) return null;
  return `The time to dispute this sale ended at ${spokenMoment(sale.windowEndsAt)}.`;
}

/** What the buyer is told of a reason that is open: until when, who decides, and what it has to bring. */
export function adviceOn(
  rules: DisputeRules,
  isLogNeeded: boolean,
  { decision, isAutomatic, evidence }: Judgement,
  sale: Pick<Sale, 'windowEndsAt'>,
): string {
  const until = `Open until ${spokenMoment(sale.windowEndsAt)}.`;
  if (decision === 'ACCEPTED') return `${until} What the platform found decides for you at once.`;
  if (decision === 'REJECTED') return `${until} What the platform found decides against you at once.`;
  const log = isLogNeeded
    ? ` Bring your log: one attempt that met a wrong person or a dead contact, or ${rules.callAttempts} attempts on ${rules.callDays} days.`
    : '';
  const isProven = evidence.some(({ isProof, speaksFor }) => isProof && speaksFor === 'BUYER');
  const found = isProven ? ' What the platform found is proof for you.' : '';
  const rate = isAutomatic
    ? ''
    : `${found} You dispute over ${rules.rateBps / 100}% of what you buy, so people decide.`;
  return `${until} The agency answers, then an adjudicator decides.${log}${rate}`;
}

function prospectOf({ decision }: Judgement): DisputeReasonOption['wouldDecide'] {
  if (decision === null) return 'DECIDED_BY_PEOPLE';
  return decision === 'ACCEPTED' ? 'ACCEPTED_AT_ONCE' : 'REJECTED_AT_ONCE';
}
